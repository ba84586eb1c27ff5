"""Public fields as open data, and the trace of every number."""
