"""Both languages: text, numbers, dates and sorting."""
