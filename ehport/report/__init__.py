"""Outline, editorial text, chapters and project pages as HTML."""
