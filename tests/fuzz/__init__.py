"""Workbooks damaged in every way, to see that reading them says something and never breaks."""
