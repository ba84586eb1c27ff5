"""All patches of WeasyPrint together, or those of them that are named.

Each takes the place of private functions of one version of WeasyPrint, saves processor time and changes no page: the
tests compare pages made with and without, and ``make bench`` prints what each saves. ``--plain`` leaves all of them
out, so that another WeasyPrint can be used on the day it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager

from ehport.pdf.weasyprint_patches.boxes import quick_boxes
from ehport.pdf.weasyprint_patches.glyphs import QuickGlyphs
from ehport.pdf.weasyprint_patches.lines import kept_lines
from ehport.pdf.weasyprint_patches.parsing import quick_parsing
from ehport.pdf.weasyprint_patches.styles import KeptStyles

NAMES = ("parsing", "styles", "boxes", "lines", "glyphs")


class Patches:
    """The patches in use, and what the parts of one document share through them."""

    def __init__(self, names: Collection[str] = NAMES) -> None:
        """Take the patches of these names."""
        patches: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
            "parsing": quick_parsing,
            "styles": KeptStyles().in_use,
            "boxes": quick_boxes,
            "lines": kept_lines,
            "glyphs": QuickGlyphs().in_use,
        }
        self._patches = [patches[name] for name in NAMES if name in names]

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Let WeasyPrint take the shorter ways."""
        with ExitStack() as stack:
            for patch in self._patches:
                stack.enter_context(patch())
            yield
