"""What the process that workers are copied from has loaded already."""

from contextlib import suppress

with suppress(OSError):  # a system library is missing, which the first job tells
    import ehport.pdf.rendering  # noqa: F401
