"""ehport: from the actors' workbooks to one portfolio report."""

__version__ = "0.1.0"
