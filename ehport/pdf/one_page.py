"""One page laid out, as a test of the machine: ``python -m ehport.pdf.one_page`` fails with the reason if it cannot."""

from __future__ import annotations

import sys

from ehport.pdf.job import Job, Style
from ehport.pdf.libraries import MissingLibraryError, load_renderer
from ehport.system import assets

_STYLES = """
@font-face { font-family: "Source Sans 3"; src: url("font:SourceSans3[wght].ttf"); font-style: normal }
html { font-family: "Source Sans 3" }
"""
_TEXT = "<p>Blåbærsyltetøy 12,5</p>"


def lay_out_one_page() -> str:
    """Lay out one page, and return the name of the font that it was set in.

    Raises `MissingLibraryError` when a library of the system is missing.
    """
    renderer = load_renderer()(Style(_STYLES, "nb", assets.fonts()))
    return ", ".join(renderer.render(Job(_TEXT)).layout.fonts)


if __name__ == "__main__":
    try:
        print(lay_out_one_page())  # noqa: T201 it is what the process is asked for
    except MissingLibraryError as missing:
        sys.exit(str(missing))
