"""Round, submission and portfolio: records and typed frames."""
