"""An analysis result drawn: chart, caption, alternative text and data."""
