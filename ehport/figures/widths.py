"""The widths of a figure's table: numbers take what they need, words share the rest of the main column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehport.figures import fonts
from ehport.figures.figure import Cell, DataTable, Projects
from ehport.figures.style import LABEL, WIDE
from ehport.form.vocabulary import Vocabulary
from ehport.lang.language import Lang

_PADDING, _LEAST_NUMBER, _LEAST_WORDS = 3.0, 14.0, 18.0


def fit(table: DataTable, room: float = WIDE.room) -> DataTable:
    """Return the table with a width for each column; together they fill the room."""
    rows = (*table.rows, *((table.total_row,) if table.total_row else ()))
    longest = [max(_width(_text(row[index])) for row in rows) for index in range(len(table.columns))]
    least = [_least(column.label, longest[index], column.numeric) for index, column in enumerate(table.columns)]
    words = [index for index, column in enumerate(table.columns) if not column.numeric] or [0]
    wanted = {index: max(longest[index] + _PADDING, least[index]) for index in words}
    rest = room - sum(width for index, width in enumerate(least) if index not in words)
    widths = [*least]
    for index, width in _shared(wanted, least, rest).items():
        widths[index] = width
    scale = room / sum(widths)
    columns = zip(table.columns, widths, strict=True)
    return replace(table, columns=tuple(replace(column, width=round(width * scale, 2)) for column, width in columns))


def _shared(wanted: dict[int, float], least: Sequence[float], rest: float) -> dict[int, float]:
    """Share the rest: short columns get what they want, and the others divide what is left by their length."""
    given: dict[int, float] = {}
    open_ = dict(wanted)
    while open_:
        fair = (rest - sum(given.values())) / len(open_)
        short = {index: width for index, width in open_.items() if width <= fair}
        if not short or len(short) == len(open_):
            break
        given |= short
        open_ = {index: width for index, width in open_.items() if index not in short}
    left = rest - sum(given.values())
    total = sum(open_.values())
    return given | {index: max(left * width / total, least[index]) for index, width in open_.items()}


def _least(label: str, longest: float, numeric: bool) -> float:
    two_lines = _width(label) * 0.6
    word = max(two_lines if numeric else 0.0, *(_width(part) for part in label.split())) + _PADDING
    return max(word, longest + _PADDING, _LEAST_NUMBER) if numeric else max(word, _LEAST_WORDS)


def _text(cell: Cell) -> str:
    if isinstance(cell, Projects):
        return ", ".join(cell.ids)
    if isinstance(cell, Vocabulary):
        return f"{cell.symbol}  {cell.label[Lang.NB]}"
    return cell


def _width(text: str) -> float:
    return fonts.width(text, LABEL.size, LABEL.weight)
