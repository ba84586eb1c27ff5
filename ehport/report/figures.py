"""A figure as it is printed: its number, its headline, the drawing, and the table of its numbers below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ehport.figures.figure import Cell as DataCell
from ehport.figures.figure import DataTable, Figure, FigureColumn, Projects
from ehport.form.vocabulary import Vocabulary
from ehport.report.table import FULL_WIDTH, MAIN_WIDTH, RatingMark, Row, RowKind, Table, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.typography import keep_together
from ehport.report.wording import Word

_DIGIT, _LETTER, _PADDING = 1.6, 1.45, 3.4  # millimetres
_MARK_WIDTH = 24.0
_LONGEST = 40  # signs of a cell that count for the width of its column


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with its number; a figure that is itself a table has no drawing."""

    id: str
    label: str
    headline: str
    subtitle: str
    key: tuple[RatingMark, ...]
    svg: str
    table: Table


def figure_view(figure: Figure, number: int, setter: Typesetter) -> FigureView:
    """Return a figure under its number."""
    label = f"{Word.FIGURE[setter.lang]} {number}"
    key = tuple(setter.mark(each) for each in figure.key)
    table = _data_table(figure, number, setter)
    return FigureView(figure_anchor(figure.name), label, figure.headline, figure.subtitle, key, figure.svg, table)


def figure_anchor(name: str) -> str:
    """Return the id of a figure."""
    return f"figur-{name}"


def _data_table(figure: Figure, number: int, setter: Typesetter) -> Table:
    data = figure.data
    is_matrix = not figure.svg
    title = "" if is_matrix else Word.BEHIND.text(number=number)[setter.lang]
    kinds = [RowKind.GROUP if place in data.heading_rows else RowKind.PLAIN for place in range(len(data.rows))]
    rows = [Row(tuple(_cell(each, setter) for each in row), kind) for row, kind in zip(data.rows, kinds, strict=True)]
    if data.total_row:
        rows.append(Row(tuple(_cell(each, setter) for each in data.total_row), RowKind.SUM))
    table = Table(
        name=f"til-{figure.name}",
        title=title,
        columns=_columns(data, FULL_WIDTH if is_matrix else MAIN_WIDTH, setter),
        rows=tuple(rows),
        notes=(data.note,) if data.note else (),
        style="matrix" if is_matrix else "under",
    )
    return setter.explained(table)


def _columns(data: DataTable, width: float, setter: Typesetter) -> tuple[TableColumn, ...]:
    """Return columns whose widths fill the given one: numbers and marks are narrow, words share the rest by length."""
    lengths = [max(_length(row[place]) for row in data.rows) for place in range(len(data.columns))]
    fixed = [
        _number_width(data, place) if column.numeric else _MARK_WIDTH if not lengths[place] else 0.0
        for place, column in enumerate(data.columns)
    ]
    words = sum(length for length, known in zip(lengths, fixed, strict=True) if not known)
    scale = (width - sum(fixed)) / words if words else 1.0
    if not words:
        fixed = [each * width / sum(fixed) for each in fixed]
    return tuple(
        TableColumn(column.label, round(known or length * scale, 2), column.numeric, _head_mark(column, setter))
        for column, length, known in zip(data.columns, lengths, fixed, strict=True)
    )


def _head_mark(column: FigureColumn, setter: Typesetter) -> RatingMark | None:
    return replace(setter.mark(column.rating), word=column.label) if column.rating else None


def _number_width(data: DataTable, place: int) -> float:
    """Return a width for the longest number, the longest word of its heading and half of the heading."""
    rows = (*data.rows, *((data.total_row,) if data.total_row else ()))
    digits = max(len(cell) for row in rows if isinstance(cell := row[place], str))
    column = data.columns[place]
    label = f"{column.rating.symbol}  {column.label}" if column.rating else column.label
    letters = max(max(map(len, keep_together(label).split(" "))), (len(label) + 1) // 2)
    return _PADDING + max(digits * _DIGIT, letters * _LETTER)


def _length(cell: DataCell) -> int:
    if isinstance(cell, str):
        return min(max(len(cell), 8), _LONGEST)
    if isinstance(cell, Projects):
        return min(max(5 * len(cell.ids), 20), _LONGEST)
    return 0


def _cell(cell: DataCell, setter: Typesetter) -> TableCell:
    if isinstance(cell, Vocabulary):
        return TableCell(mark=setter.mark(cell)) if cell.symbol else TableCell(text=cell.label[setter.lang])
    if isinstance(cell, Projects):
        listed = setter.ids(cell.ids)
        return TableCell(count=cell.count, money=cell.money, links=listed.links, text=listed.text)
    return TableCell(text=cell)
