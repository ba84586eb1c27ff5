"""Shorter ways through WeasyPrint 70.0 that lead to the same pages.

Each takes the place of private functions, and each can be left out: the tests compare pages made with and without.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ehport.pdf.kept_lines import kept_lines
from ehport.pdf.kept_styles import KeptStyles
from ehport.pdf.quick_boxes import quick_boxes
from ehport.pdf.quick_glyphs import QuickGlyphs
from ehport.pdf.quick_parsing import quick_parsing


class Shortcuts:
    """What the parts of one document share on the shorter ways."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._styles = KeptStyles()
        self._glyphs = QuickGlyphs()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Let WeasyPrint take the shorter ways."""
        with quick_parsing(), self._styles.in_use(), quick_boxes(), kept_lines(), self._glyphs.in_use():
            yield
