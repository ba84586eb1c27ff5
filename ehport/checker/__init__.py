"""The check in a browser: one HTML file that reads a workbook where Python is not installed."""
