"""Workbooks: the blank form, reading, and the register."""
