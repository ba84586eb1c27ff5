"""Rules that need more than one cell."""
