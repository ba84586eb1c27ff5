"""The tables of the chapters, a module for each subject."""
