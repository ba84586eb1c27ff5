"""A new round: its register, chapters and workbooks."""
