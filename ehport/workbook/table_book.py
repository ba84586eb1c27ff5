"""A workbook of tables to read and filter: one table a sheet, its head frozen, its columns wide enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from ehport.workbook import style
from ehport.workbook.celltext import LONGEST, encode_text, put_text
from ehport.workbook.finish import finish

BookValue = str | int | date | None

_NARROWEST, _WIDEST, _ARROW = 9, 46, 3  # characters; the last is the room that a filter's arrow takes
_TITLE_LENGTH = 31
_NOT_IN_TITLES = dict.fromkeys(map(ord, r"[]:*?/\\"))
_SIGNS = "=#"  # openpyxl takes a plain text that begins so for a formula or an error value
_GROUPED, _DAY = "#,##0", "yyyy-mm-dd"
_LEFT = Alignment(horizontal="left")


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column; whole numbers are codes, set to the left, unless they are ``grouped`` in thousands.

    ``ratings`` colours a cell by the word in it; the colour goes by the rating's name.
    """

    title: str
    grouped: bool = False
    ratings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A table on a sheet of its own: ``frozen`` columns stay in sight, ``wrapped`` text takes the lines it needs."""

    title: str
    columns: tuple[BookColumn, ...]
    rows: Sequence[Sequence[BookValue]]
    frozen: int = 1
    wrapped: bool = False


def write_tables(path: Path, sheets: Iterable[BookSheet], stamp: datetime) -> None:
    """Write the tables as a workbook; the same tables and stamp give the same bytes."""
    workbook = Workbook(write_only=True)  # a trace has tens of thousands of cells
    style.add_styles(workbook)
    for each in sheets:
        _write(workbook.create_sheet(each.title.translate(_NOT_IN_TITLES)[:_TITLE_LENGTH]), each)
    finish(workbook, path, stamp)


def _write(sheet: Any, table: BookSheet) -> None:
    widths = [_width(each, (row[place] for row in table.rows)) for place, each in enumerate(table.columns)]
    _set_up(sheet, table, widths)
    sheet.append([_headed(sheet, each.title) for each in table.columns])
    for number, row in enumerate(table.rows, 2):
        if table.wrapped:
            texts = ((str(value or ""), width, style.TEXT) for value, width in zip(row, widths, strict=True))
            style.set_height(sheet, number, style.needed_height(texts))
        sheet.append([_cell(sheet, value, column, table) for value, column in zip(row, table.columns, strict=True)])


def _set_up(sheet: Any, table: BookSheet, widths: Sequence[float]) -> None:
    last = len(table.rows) + 1
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True), 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = width
        for word, rating in column.ratings.items() if table.rows else ():  # a range needs a row to begin in
            look = DifferentialStyle(fill=PatternFill(bgColor=style.RATING_FILLS[rating]))
            rule = Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
            sheet.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)
    heads = zip(table.columns, widths, strict=True)
    style.set_height(sheet, 1, style.needed_height((head.title, width - _ARROW, style.COLUMN) for head, width in heads))
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _headed(sheet: Any, title: str) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.style = style.COLUMN
    put_text(cell, title)
    return cell


def _cell(sheet: Any, value: BookValue, column: BookColumn, table: BookSheet) -> Any:
    if isinstance(value, str):
        return _text(sheet, value if len(encode_text(value)) <= LONGEST else _cut(value), wrapped=table.wrapped)
    if value is None:
        return None
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if not isinstance(value, int):
        cell.number_format = _DAY
    elif column.grouped:
        cell.number_format = _GROUPED
    else:
        cell.alignment = _LEFT
    return cell


def _text(sheet: Any, text: str, *, wrapped: bool) -> Any:
    if not wrapped and text[:1] not in _SIGNS:
        return encode_text(text)
    cell = WriteOnlyCell(sheet)
    if wrapped:
        cell.style = style.TEXT
    put_text(cell, text)
    return cell


def _cut(text: str) -> str:
    """Return as much of a text as certainly fits, however much of it must be escaped."""
    return f"{text[: LONGEST // 8]} …"


def _width(column: BookColumn, values: Iterable[BookValue]) -> float:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    words = max(map(len, column.title.split()), default=0) + _ARROW
    return float(min(_WIDEST, max(_NARROWEST, words, longest + 2)))
