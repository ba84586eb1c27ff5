"""The drawing of deliverables in time: a band for each focus area, and in it a mark for each deliverable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ehport.analysis.deliverables import AreaDeliverables, PlannedDeliverable
from ehport.figures.bars import row
from ehport.figures.canvas import Box, Canvas
from ehport.figures.style import FINE, LABEL, NOTE
from ehport.figures.timeline_lanes import Axis, LaneMark, place_in_lanes
from ehport.lang import dates
from ehport.lang.language import Lang, Text

TALLEST = 190.0
_LANE, _LEAST, _THINNER = 2.0, 0.05, 0.95
_BAND_GAP, _NAME_GAP = 1.6, 2.0
_HIGH, _LOW = 0.8, 0.55  # of a lane: a point, and a stretch of time
_ARROW_GAP = 0.2
_BEFORE, _AFTER = Text("før {year}", "before {year}"), Text("fra {year}", "from {year}")
_EARLIER, _LATER = Text("før", "before"), Text("senere", "later")
_NO_AREA = Text("Uten innsatsområde", "No focus area")


def draw_timeline(canvas: Canvas, areas: Sequence[AreaDeliverables], *, year: int, now: date, lang: Lang) -> None:
    """Draw a band for each area below the years, and through all of them a line for now."""
    axis = Axis.of(canvas, year)
    names = [area_name(area, lang) for area in areas]
    bands = [place_in_lanes(axis, area.placed) for area in areas]
    lane = _LANE * canvas.format.zoom
    while not canvas.format.is_narrow and lane > _LEAST and _height(canvas, names, bands, lane=lane) > TALLEST:
        lane *= _THINNER
    top = _heads(canvas, axis, now=now, lang=lang)
    for name, band in zip(names, bands, strict=True):
        canvas.line((0, top - _BAND_GAP / 2), (canvas.format.width, top - _BAND_GAP / 2), "hair")
        place = row(canvas, top, name, height=lane * _lanes(band))
        _draw_years(canvas, axis, now=now, place=place)
        for mark in band:
            _draw(canvas, mark, Box(mark.left, place.y + mark.lane * lane, mark.right - mark.left, lane))
        top = max(place.y + place.height, canvas.height) + _BAND_GAP


def area_name(area: AreaDeliverables, lang: Lang) -> str:
    """Return what an area is called, with its number."""
    return f"{area.code} {area.name}".strip() if area.code else _NO_AREA[lang]


def _lanes(band: Sequence[LaneMark]) -> int:
    return 1 + max((mark.lane for mark in band), default=0)


def _height(canvas: Canvas, names: Sequence[str], bands: Sequence[Sequence[LaneMark]], *, lane: float) -> float:
    """Return how high the bands are."""
    room = canvas.format.width if canvas.format.is_narrow else canvas.format.main - _NAME_GAP
    taken = [len(canvas.wrapped(name, room)) * canvas.leading(LABEL) for name in names]
    return sum(max(name, lane * _lanes(band)) + _BAND_GAP for name, band in zip(taken, bands, strict=True))


def _heads(canvas: Canvas, axis: Axis, *, now: date, lang: Lang) -> float:
    """Write the years and where now is; return where the bands start."""
    line = canvas.leading(NOTE)
    for year, start in axis.years:
        canvas.words((start + axis.year / 2, line / 2), str(year), NOTE, anchor="middle")
    before, after = (_EARLIER, _LATER) if canvas.format.is_narrow else (_BEFORE, _AFTER)
    canvas.words((axis.left - axis.edge, line / 2), before[lang].format(year=axis.first), FINE)
    canvas.words((canvas.format.width, line / 2), after[lang].format(year=axis.last + 1), FINE, anchor="end")
    month = dates.month(f"{now:%Y-%m}", lang)
    canvas.words((axis.at(now), 1.5 * line), month, NOTE, anchor="middle")
    return 2 * line + _BAND_GAP


def _draw_years(canvas: Canvas, axis: Axis, *, now: date, place: Box) -> None:
    lower = place.y + place.height
    for x in (*(start for _, start in axis.years), axis.right):
        canvas.line((x, place.y), (x, lower), "hair")
    canvas.line((axis.at(now), place.y), (axis.at(now), lower), "soft")


def _draw(canvas: Canvas, mark: LaneMark, lane: Box) -> None:
    high = lane.height * (_HIGH if mark.is_point else _LOW)
    box = Box(lane.x, lane.middle - high / 2, lane.width, high)
    fill = _fill(mark.deliverable)
    canvas.bar(box, fill, edge="accent" if fill == "paper" else "")
    if mark.arrow is not None:
        canvas.arrow(mark.arrow, (mark.left - _ARROW_GAP, lane.middle))


def _fill(deliverable: PlannedDeliverable) -> str:
    if deliverable.delivered:
        return "accent-2"
    return "paper" if deliverable.overdue else "accent"
