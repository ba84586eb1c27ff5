"""How high a text stands in a column, estimated; needs no spreadsheet library."""

from __future__ import annotations

from textwrap import wrap

SIZE = 9  # the normal size, in points
_PER_WIDTH, _INDENT = 1.16, 1.5  # characters of normal size per unit of width; units of width at a cell's left


def points(text: str, width: float, size: float = SIZE) -> float:
    """Return the height of a text in a column of a width."""
    per_line = (width - _INDENT) * _PER_WIDTH * SIZE / size
    lines = sum(max(1, len(wrap(line, max(1, int(per_line))))) for line in text.split("\n"))
    return lines * size * 1.3
