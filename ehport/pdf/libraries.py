"""The libraries of the system that lay pages out (Pango and what it needs), loaded without what they print."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ehport.pdf.rendering import Renderer


class MissingLibraryError(OSError):
    """A library of the system cannot be loaded; the text is the system's own."""


def load_renderer() -> type[Renderer]:
    """Return what lays pages out, WeasyPrint with all that it needs.

    WeasyPrint prints a banner where a library is missing; it is not shown. Raises `MissingLibraryError`.
    """
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            from ehport.pdf.rendering import Renderer
        except OSError as bad:
            raise MissingLibraryError(str(bad)) from None
    return Renderer
