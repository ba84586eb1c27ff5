"""Two rounds, or two versions of a workbook, side by side."""
