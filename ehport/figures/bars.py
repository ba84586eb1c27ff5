"""Horizontal bars: a name beside or above each, the number at its end, and one scale from zero for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import NOT_GIVEN, PAUSED, mill
from ehport.figures.style import LABEL, SOFT, STRONG, Look
from ehport.lang.language import Lang
from ehport.model.total import Total

GAP = 1.2
_NAME_GAP = 2.0
_TICK = 0.3
_HEIGHT, _ROW_GAP, _GROUP_GAP = 3.2, 1.2, 2.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Where zero is and how many millimetres one thousand kroner takes."""

    zero: float
    step: float

    def bar(self, value: int, y: float, height: float) -> Box:
        """Return the bar of a value; zero is still seen, as a tick."""
        length = value * self.step
        if length < 0:
            return Box(self.zero + length, y, -length, height)
        return Box(self.zero, y, max(length, _TICK), height)


@dataclass(frozen=True, slots=True)
class BarAmount:
    """A sum of money to draw, and the words at its end; a sum of others is dark and set in semibold."""

    value: int | None
    text: str
    is_sum: bool = False

    @classmethod
    def of(cls, total: Total, lang: Lang, *, is_sum: bool = False) -> BarAmount:
        """Return a total as figures print it; without money, it is not given or belongs to paused projects."""
        if total.amount is not None:
            return cls(total.amount, mill(total.amount, lang), is_sum)
        return cls(None, (NOT_GIVEN if total.missing else PAUSED)[lang], is_sum)

    @property
    def fill(self) -> str:
        """The colour of its bar."""
        return "accent" if self.is_sum else "accent-2"

    @property
    def look(self) -> Look:
        """How its words are set."""
        if self.value is None:
            return SOFT
        return STRONG if self.is_sum else LABEL


@dataclass(frozen=True, slots=True)
class BarGroup:
    """A sum and its parts, by name."""

    name: str
    total: BarAmount
    members: tuple[tuple[str, BarAmount], ...]


def scale(canvas: Canvas, amounts: Iterable[BarAmount], *, left: float, right: float) -> Scale:
    """Return the scale on which every bar and the words at its end fit between two edges."""
    drawn = [(each.value or 0, canvas.width_of(each.text, each.look)) for each in amounts]
    below_zero = -min([0, *(value for value, _ in drawn)])
    lengths = [(max(value, 0) + below_zero, right - left - GAP - width) for value, width in drawn]
    step = min((room / length for length, room in lengths if length), default=0.0)
    return Scale(left + below_zero * step, step)


def draw_amount(canvas: Canvas, amount: BarAmount, on: Scale, *, y: float, height: float) -> None:
    """Draw a bar with its number; what is not given is said, not drawn."""
    end = on.zero
    if amount.value is not None:
        box = on.bar(amount.value, y, height)
        canvas.bar(box, amount.fill)
        end = max(box.right, on.zero) + GAP
    canvas.words((end, y + height / 2), amount.text, amount.look)


def row(canvas: Canvas, top: float, name: str, *, height: float, look: Look = LABEL) -> Box:
    """Write the name of a row and return the room for its bar: beside the name, or below it on a narrow canvas."""
    form, leading = canvas.format, canvas.leading(look)
    lines = canvas.wrapped(name, form.width if form.is_narrow else form.main - _NAME_GAP, look)
    taken = len(lines) * leading
    if form.is_narrow:
        for index, line in enumerate(lines):
            canvas.words((0, top + (index + 0.5) * leading), line, look)
        return Box(0, top + taken + 0.4, form.width, height)
    room = max(height, taken if len(lines) > 1 else 0)
    first = top + room / 2 - (taken - leading) / 2
    for index, line in enumerate(lines):
        canvas.words((form.main - _NAME_GAP, first + index * leading), line, look, anchor="end")
    return Box(form.main, top + (room - height) / 2, form.room, height)


def below(canvas: Canvas, bar: Box, *, gap: float) -> float:
    """Return where the next row starts: under the bar, and under the lines of its name."""
    return max(bar.y + bar.height, canvas.height) + gap


def draw_groups(canvas: Canvas, groups: Iterable[BarGroup]) -> None:
    """Draw each group's sum with its parts under it, all on one scale."""
    listed = tuple(groups)
    every = [amount for group in listed for amount in (group.total, *(each for _, each in group.members))]
    on = scale(canvas, every, left=canvas.format.main, right=canvas.format.width)
    top = 0.0
    for group in listed:
        top = _draw_row(canvas, top, name=group.name, amount=group.total, on=on)
        for name, amount in group.members:
            top = _draw_row(canvas, top, name=name, amount=amount, on=on)
        top += _GROUP_GAP


def _draw_row(canvas: Canvas, top: float, *, name: str, amount: BarAmount, on: Scale) -> float:
    bar = row(canvas, top, name, height=_HEIGHT, look=STRONG if amount.is_sum else LABEL)
    draw_amount(canvas, amount, on, y=bar.y, height=_HEIGHT)
    return below(canvas, bar, gap=_ROW_GAP)
