"""Workbooks that come in: taking them, who is missing, reminding."""
