"""Time that reads down: a row for each quarter, or for a year where only the year is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ehport.figures.bars import below
from ehport.figures.canvas import Box, Canvas
from ehport.figures.style import SOFT, STRONG
from ehport.lang.language import Lang, Text

_HEIGHT, _GAP, _YEAR_GAP = 3.2, 1.1, 1.1
_NAME_GAP, _NARROW_START = 2.0, 22.0

QUARTER = Text("{quarter}. kvartal", "Quarter {quarter}")
YEAR_ALONE = Text("bare år", "year only")


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row of a timeline: its heading (a year, printed where it changes), its name, and what is drawn in it."""

    heading: str
    name: str
    draw: Callable[[Canvas, Box], None]


def quarter_name(quarter: int | None, lang: Lang) -> str:
    """Return the name of a quarter, or of a year known as a year only."""
    return YEAR_ALONE[lang] if quarter is None else QUARTER[lang].format(quarter=quarter)


def time_start(canvas: Canvas) -> float:
    """Return where the rows start: the main column, or after the names of quarters on a narrow canvas."""
    return _NARROW_START if canvas.format.is_narrow else canvas.format.main


def draw_rows(canvas: Canvas, rows: Sequence[TimeRow]) -> None:
    """Draw the rows, with a rule above each new heading."""
    top, heading = 0.0, ""
    for each in rows:
        if each.heading != heading:
            top += _YEAR_GAP if heading else 0.0
            canvas.line((0, top), (canvas.format.width, top), "hair")
            top += _YEAR_GAP
            if canvas.format.is_narrow:
                top += canvas.leading(STRONG)
            middle = top + _HEIGHT / 2 - (canvas.leading(STRONG) if canvas.format.is_narrow else 0)
            canvas.words((0, middle), each.heading, STRONG)
        heading = each.heading
        place = Box(time_start(canvas), top, 0, _HEIGHT)
        canvas.words((place.x - _NAME_GAP, place.middle), each.name, SOFT, anchor="end")
        each.draw(canvas, place)
        top = below(canvas, place, gap=_GAP)
