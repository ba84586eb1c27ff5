"""Shorter ways through WeasyPrint 70.0 that lead to the same pages; each can be left out."""
