"""Rounds from left to right: bands of points or columns, one below the other, with one place for each round.

Points of rounds that follow each other are joined; where a value is missing there is a broken outline and no line.
Where figures are computed otherwise from a round on, or are for another year, an upright line stands before that round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ehport.analysis.trends import Series
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import NOT_GIVEN
from ehport.figures.style import LABEL, NOTE, SOFT_NOTE, STRONG, STRONG_WEIGHT, Look
from ehport.form.vocabulary import Vocabulary
from ehport.lang import dates
from ehport.lang.language import Lang

_WIDEST_STEP, _OVER, _GAP, _NAME_GAP, _MARK_ROOM = 28.0, 4.4, 2.6, 2.0, 3.4
_MARK, _COLUMN, _WIDEST_COLUMN, _NARROWEST = 2.2, 0.62, 11.0, 0.9
_LABEL_GAP, _BETWEEN, _APART, _UNDER = 2.5, 0.8, 1.2, 3.0
_NOW = Look(7.4, STRONG_WEIGHT)
_SHORT = 3  # letters of a month's name


@dataclass(frozen=True, slots=True)
class Band:
    """One figure over all rounds: what it is called, the words at each round, and the value that takes its height.

    With a ``mark`` every value is drawn as that mark, and without one as a column from zero. ``below`` is said under
    each round, once for those side by side that have the same; ``below_name`` is what it is called.
    """

    name: str
    series: Series
    texts: tuple[str, ...]
    peak: int
    height: float
    mark: Vocabulary | None = None
    below: tuple[str, ...] = ()
    below_name: str = ""

    def top(self, base: float, place: int) -> float:
        """Return the height at which the value of a round stands, zero where it is not known."""
        value = max(self.series.points[place].value or 0, 0)
        return base - (self.height * value / self.peak if self.peak else 0.0)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the rounds stand: the middle of the first, and how far it is from one to the next."""

    first: float
    step: float

    def x(self, place: int) -> float:
        return self.first + place * self.step


def draw_bands(canvas: Canvas, rounds: Sequence[str], bands: Sequence[Band], lang: Lang) -> None:
    """Draw the bands from above, and below them when the rounds were."""
    left = canvas.format.main
    step = min((canvas.format.width - left) / len(rounds), _WIDEST_STEP)
    places = _Places(left + step / 2, step)
    right, base = left + step * len(rounds), 0.0
    for band in bands:
        top = base + (_GAP if base else 0.0) + _heading(canvas, band, base)
        base = top + _OVER + band.height
        _name(canvas, band, top=top, base=base)
        _draw(canvas, band, base, places=places, lang=lang)
        canvas.line((left, base), (right, base), "rule")
        base = _below(canvas, band, base, places=places)
    _rounds(canvas, rounds, base + 3.2, places=places, lang=lang)


def _heading(canvas: Canvas, band: Band, base: float) -> float:
    """Return the room over a band for its name, where there is no side column."""
    return canvas.leading(STRONG) + (1.0 if base else 0.0) if canvas.format.is_narrow and band.name else 0.0


def _name(canvas: Canvas, band: Band, *, top: float, base: float) -> None:
    room = _MARK_ROOM if band.mark else 0.0
    if canvas.format.is_narrow:
        middle = top - canvas.leading(STRONG) / 2
        canvas.words((room, middle), band.name, STRONG)
        left = room
    else:
        lines = canvas.wrapped(band.name, canvas.format.main - _NAME_GAP - room, LABEL)
        middle = base - band.height / 2 - (len(lines) - 1) * canvas.leading() / 2
        places = ((canvas.format.main - _NAME_GAP, middle + at * canvas.leading()) for at in range(len(lines)))
        left = min(canvas.words(place, line, LABEL, anchor="end").x for place, line in zip(places, lines, strict=True))
    if band.mark:
        canvas.mark((left - room / 2, middle), band.mark)


def _draw(canvas: Canvas, band: Band, base: float, *, places: _Places, lang: Lang) -> None:
    _gaps(canvas, band, base, places=places, lang=lang)
    for place in range(len(band.series.points)):
        if band.series.breaks(place):
            x = places.x(place) - places.step / 2
            canvas.line((x, base - band.height - _OVER / 2), (x, base), "soft", width=0.9)
        elif band.mark and band.series.joins(place):
            ends = [(places.x(each), band.top(base, each)) for each in (place - 1, place)]
            canvas.line(ends[0], ends[1], "soft", width=0.8)
    for place, point in enumerate(band.series.points):
        if point.value is not None:
            _value(canvas, band, base, place=place, places=places)
    _texts(canvas, band, base, places=places)


def _below(canvas: Canvas, band: Band, base: float, *, places: _Places) -> float:
    """Write what is said under the rounds, once for each run of equal words, and return where it ends."""
    if not any(band.below):
        return base
    y = base + _UNDER
    if not canvas.format.is_narrow:
        canvas.words((canvas.format.main - _NAME_GAP, y), band.below_name, SOFT_NOTE, anchor="end")
    for text, run in groupby(range(len(band.below)), key=lambda place: band.below[place]):
        found = list(run)
        left, room = places.x(found[0]) - places.step / 2, places.step * len(found) - _BETWEEN
        if band.series.breaks(found[0]):
            canvas.line((left, base), (left, y + canvas.leading(SOFT_NOTE) / 2), "soft", width=0.9)
        named = f"{band.below_name} {text}" if canvas.format.is_narrow else text
        said = next((each for each in (named, text) if canvas.width_of(each, SOFT_NOTE) <= room), "")
        if text and said:
            canvas.words((left + (room + _BETWEEN) / 2, y), said, SOFT_NOTE, anchor="middle")
    return base + canvas.leading(SOFT_NOTE)


def _value(canvas: Canvas, band: Band, base: float, *, place: int, places: _Places) -> None:
    x, y = places.x(place), band.top(base, place)
    if band.mark:
        canvas.mark((x, y), band.mark, size=min(_MARK, places.step * 0.6))
        return
    width = _column(places)
    fill = "accent" if place == len(band.series.points) - 1 else "accent-2"
    canvas.bar(Box(x - width / 2, y, width, max(base - y, 0.3)), fill)


def _column(places: _Places) -> float:
    return max(min(places.step * _COLUMN, _WIDEST_COLUMN), _NARROWEST)


def _gaps(canvas: Canvas, band: Band, base: float, *, places: _Places, lang: Lang) -> None:
    """Outline the rounds that lack a value, those that follow each other together."""
    listed = enumerate(band.series.points)
    for missing, run in groupby(listed, key=lambda each: each[1].value is None):
        found = [place for place, _ in run]
        if not missing:
            continue
        width = _column(places)
        left, right = places.x(found[0]) - width / 2, places.x(found[-1]) + width / 2
        room = Box(left, base - band.height, right - left, band.height)
        canvas.unknown(room)
        _inside(canvas, NOT_GIVEN[lang], room)


def _inside(canvas: Canvas, text: str, room: Box) -> None:
    """Write a text in the middle of some room, when its longest word fits there."""
    inner = room.width - 2 * _BETWEEN
    if any(canvas.width_of(word, SOFT_NOTE) > inner for word in text.split()):
        return
    lines, leading = canvas.wrapped(text, inner, SOFT_NOTE), canvas.leading(SOFT_NOTE)
    first = room.middle - (len(lines) - 1) * leading / 2
    for index, line in enumerate(lines):
        canvas.words((room.x + room.width / 2, first + index * leading), line, SOFT_NOTE, anchor="middle")


def _texts(canvas: Canvas, band: Band, base: float, *, places: _Places) -> None:
    """Write the values over their marks, this round's, the first, the highest and the lowest before all others.

    Only this round's may cross an upright line.
    """
    points = band.series.points
    known = [place for place, each in enumerate(points) if each.value is not None]
    by_value = sorted(known, key=lambda place: points[place].value or 0)
    order = dict.fromkeys((known[-1:] + known[:1] + by_value[-1:] + by_value[:1]) + known)
    breaks = [places.x(place) - places.step / 2 for place in range(len(points)) if band.series.breaks(place)]
    taken: list[tuple[float, float]] = []
    for place in order:
        look = _NOW if place == len(points) - 1 else NOTE
        width = canvas.width_of(band.texts[place], look)
        middle = min(max(places.x(place), width / 2), canvas.format.width - width / 2)
        left, right = middle - width / 2, middle + width / 2
        crossed = look is not _NOW and any(left < each < right for each in breaks)
        if not crossed and _is_free(taken, left, right):
            taken.append((left, right))
            canvas.words((middle, band.top(base, place) - _LABEL_GAP), band.texts[place], look, anchor="middle")


def _is_free(taken: Iterable[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + _APART <= start or end + _APART <= left for start, end in taken)


def _rounds(canvas: Canvas, rounds: Sequence[str], y: float, *, places: _Places, lang: Lang) -> None:
    """Write when the rounds were: in full where there is room, else months over years, else years alone."""
    full = [dates.month(each, lang) for each in rounds]
    if _fit(canvas, full, places):
        for place, text in enumerate(full):
            canvas.words((places.x(place), y), text, _look(place, rounds), anchor="middle")
        return
    short = [dates.month(each, lang)[:_SHORT] for each in rounds]
    if _fit(canvas, short, places):
        for place, text in enumerate(short):
            canvas.words((places.x(place), y), text, _look(place, rounds), anchor="middle")
        y += canvas.leading(NOTE)
    end = 0.0
    for place, each in enumerate(rounds):
        x = places.x(place) - places.step / 2
        if (place == 0 or rounds[place - 1][:4] != each[:4]) and x >= end:
            canvas.line((x, y - 1.4), (x, y + 1.4), "rule")
            end = canvas.words((x + 0.6, y), each[:4], SOFT_NOTE).right + _BETWEEN


def _fit(canvas: Canvas, texts: Sequence[str], places: _Places) -> bool:
    return max(canvas.width_of(each, _NOW) for each in texts) + _BETWEEN <= places.step


def _look(place: int, rounds: Sequence[str]) -> Look:
    return _NOW if place == len(rounds) - 1 else SOFT_NOTE
