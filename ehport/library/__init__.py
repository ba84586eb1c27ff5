"""ehport as a library: rounds read into frames and numbers, for scripts and notebooks."""
