"""The widths of the document's typeface, which labels are placed by."""

from __future__ import annotations

import functools
from typing import Any

from fontTools.misc.roundTools import otRound
from fontTools.ttLib import TTFont

from ehport.figures.style import POINT
from ehport.system.assets import fonts

VARIABLE = "SourceSans3[wght].ttf"
_UNKNOWN = ".notdef"


def width(text: str, size: float, weight: int) -> float:
    """Return how wide a text is, in millimetres, when it is set in points."""
    return sum(_advance(sign, weight) for sign in text) * size * POINT


@functools.cache
def _advance(sign: str, weight: int) -> float:
    font, names = _font()
    glyph = _glyphs(weight)[names.get(ord(sign), _UNKNOWN)]
    return float(otRound(glyph.width) / font["head"].unitsPerEm)


@functools.cache
def _glyphs(weight: int) -> Any:
    return _font()[0].getGlyphSet(location={"wght": weight})


@functools.cache
def _font() -> tuple[TTFont, dict[int, str]]:
    font = TTFont(fonts() / VARIABLE, lazy=True)
    return font, font.getBestCmap()
