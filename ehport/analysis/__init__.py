"""Portfolio in, small named results out."""
