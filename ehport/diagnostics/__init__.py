"""The catalogue of codes, one diagnostic, and its rendering."""
