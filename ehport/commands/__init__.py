"""The commands: options in, one pipeline call, text and exit code out."""
