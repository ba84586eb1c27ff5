"""What the process that workers are copied from has loaded already."""

from contextlib import suppress

from ehport.pdf.libraries import MissingLibraryError, load_renderer

with suppress(MissingLibraryError):  # the first job tells it
    load_renderer()
