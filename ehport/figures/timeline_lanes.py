"""Deliverables placed in time: where each stands between two edges, and in which lane, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from ehport.analysis.deliverables import PlannedDeliverable
from ehport.figures.canvas import Canvas
from ehport.form.planned import PlannedTime

POINT = 1.3
_YEARS_BEFORE, _YEARS_AFTER = 1, 3
_EDGE_PART = 0.55  # how wide the time before the first year and after the last is, in years
_GAP = 0.35
_LONGEST_POINT = 31  # days that are one point of time
_SHORTEST_ARROW = 2.2


@dataclass(frozen=True, slots=True)
class Axis:
    """Where days are: whole years between two edges, which hold what is earlier and later."""

    left: float
    first: int
    last: int
    year: float

    @classmethod
    def of(cls, canvas: Canvas, year: int) -> Axis:
        """Return the axis around a budget year, as wide as the main column."""
        first, last = year - _YEARS_BEFORE, year + _YEARS_AFTER
        width = canvas.format.room / (last - first + 1 + 2 * _EDGE_PART)
        return cls(canvas.format.main + _EDGE_PART * width, first, last, width)

    @property
    def edge(self) -> float:
        """How wide each of the edges is."""
        return _EDGE_PART * self.year

    @property
    def right(self) -> float:
        """Where the last year ends."""
        return self.left + (self.last - self.first + 1) * self.year

    @property
    def years(self) -> Iterator[tuple[int, float]]:
        """The years, each with where it starts."""
        return ((year, self.left + (year - self.first) * self.year) for year in range(self.first, self.last + 1))

    def at(self, day: date) -> float:
        """Return where a day is; an earlier or later one is in the middle of its edge."""
        if day.year < self.first:
            return self.left - self.edge / 2
        if day.year > self.last:
            return self.right + self.edge / 2
        return self.left + (day.year - self.first + (day.timetuple().tm_yday - 1) / 366) * self.year

    def span(self, time: PlannedTime) -> tuple[float, float]:
        """Return where a time starts and ends."""
        first, last = time.earliest(), time.latest()
        if first is None or last is None:
            raise ValueError(f"{time.edtf} has no place")
        return self.at(first), self.at(last)


@dataclass(frozen=True, slots=True)
class LaneMark:
    """A deliverable where it is drawn, a point of time or a stretch; ``arrow`` is where a slipped one was first."""

    deliverable: PlannedDeliverable
    left: float
    right: float
    is_point: bool
    arrow: float | None = None
    lane: int = 0


def place_in_lanes(axis: Axis, listed: Iterable[PlannedDeliverable]) -> list[LaneMark]:
    """Return the marks of deliverables, each in the first lane with room for it and its arrow.

    Points come before stretches, so that these lie side by side.
    """
    marks = [_mark(axis, each) for each in listed]
    lanes: list[list[tuple[float, float]]] = []
    placed: list[LaneMark] = []
    for mark in sorted(marks, key=lambda each: (not each.is_point, each.left, each.right)):
        for found in _places(axis, mark):
            start, end = found.left if found.arrow is None else found.arrow, found.right + _GAP
            if found.lane == len(lanes):
                lanes.append([])
            if all(end <= left or right <= start for left, right in lanes[found.lane]):
                lanes[found.lane].append((start, end))
                placed.append(found)
                break
    return placed


def _mark(axis: Axis, each: PlannedDeliverable) -> LaneMark:
    assert each.planned is not None  # only what can be placed in time is drawn
    left, right = axis.span(each.planned)
    first, last = each.planned.earliest(), each.planned.latest()
    is_point = (first and last and (last - first).days < _LONGEST_POINT) or right - left < POINT
    if is_point:
        middle = (left + right) / 2
        left, right = middle - POINT / 2, middle + POINT / 2
    if each.first is None:
        return LaneMark(each, left, right, bool(is_point))
    return LaneMark(each, left, right, bool(is_point), min(sum(axis.span(each.first)) / 2, left - _SHORTEST_ARROW))


def _places(axis: Axis, mark: LaneMark) -> Iterator[LaneMark]:
    """Yield where a mark may stand, the nearest first: a point at an edge anywhere within the edge."""
    at_edge = mark.is_point and not axis.left <= (mark.left + mark.right) / 2 <= axis.right
    steps = max(int((axis.edge - _GAP) // (POINT + _GAP)), 1) if at_edge and mark.arrow is None else 1
    start = (axis.left - axis.edge if mark.left < axis.left else axis.right) + _GAP if steps > 1 else mark.left
    for lane in count():
        for step in range(steps):
            left = start + step * (POINT + _GAP)
            yield replace(mark, left=left, right=left + mark.right - mark.left, lane=lane)
