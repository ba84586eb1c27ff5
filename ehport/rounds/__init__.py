"""Rounds in their folders: finding, reading, and what is remembered of them."""
