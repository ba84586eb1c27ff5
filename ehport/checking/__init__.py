"""What is said of workbooks, chapters and rounds, and handed back."""
