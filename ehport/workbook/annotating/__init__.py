"""Marks in a copy of a received workbook."""
