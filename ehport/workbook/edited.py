"""A workbook that was handed out or returned, edited where it lies: cells, and whole sheets moved between workbooks."""

from __future__ import annotations

import re
import zipfile
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from ehport.lang.language import Text
from ehport.system.errors import UsageError
from ehport.workbook.celltext import put_text
from ehport.workbook.finish import finish
from ehport.workbook.titles import Titles

_MACROS = ".xlsm"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)\s", re.IGNORECASE)
_LOOKS = ("views", "sheet_format", "sheet_properties", "page_setup", "page_margins", "print_options", "protection")


class EditedBook:
    """A workbook being edited; what is not touched stays as it is."""

    def __init__(self, path: Path) -> None:
        """Load it with the formatting inside its cells.

        Raises `UsageError` when a part of it declares entities, which no workbook needs and openpyxl would follow.
        """
        _refuse_entities(path)
        self._book: Workbook = load_workbook(path, rich_text=True, keep_vba=path.suffix.lower() == _MACROS)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The titles of its sheets."""
        return tuple(self._book.sheetnames)

    def put(self, sheet: str, address: str, text: str) -> None:
        """Write a text into a cell exactly as given; an empty text empties it."""
        cell = self._book[sheet][address]
        if text:
            put_text(cell, text)
        else:
            cell.value = None

    def rows(self, sheet: str) -> int:
        """Return the number of the last row that has something in it."""
        found = (cell.row for row in self._book[sheet].iter_rows() for cell in row if cell.value not in (None, ""))
        return max(found, default=0)

    def row_like(self, sheet: str, row: int, model: int) -> None:
        """Give a row the look of another."""
        found: Any = self._book[sheet]
        for cell in found[model]:
            found.cell(row, cell.column)._style = copy(cell._style)

    def keys(self, sheet: str) -> dict[str, str]:
        """Return the hidden keys in the first row, each with its column's letter."""
        return {str(cell.value): cell.column_letter for cell in self._book[sheet][1] if cell.value}

    def take(self, other: EditedBook, sheet: str) -> str:
        """Copy a sheet of another workbook with everything on it, hidden or not, and return the title it got."""
        titles = Titles(self._book.sheetnames)
        source, target = other._book[sheet], self._book.create_sheet(titles.take(sheet), self._place())
        _copy_cells(source, target)
        _copy_sizes(source, target)
        _copy_surroundings(source, target)
        return str(target.title)

    def remove(self, sheet: str) -> None:
        """Remove a sheet."""
        self._book.remove(self._book[sheet])

    def save(self, path: Path, stamp: datetime) -> None:
        """Write the workbook."""
        finish(self._book, path, stamp)

    def _place(self) -> int:
        """Return where a further sheet goes: before the hidden sheets at the end."""
        states = [each.sheet_state for each in self._book.worksheets]
        return max((number for number, state in enumerate(states, 1) if state == "visible"), default=len(states))


def _refuse_entities(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if b"<!" in (data := parts.read(name).replace(b"\0", b"")) and _DECLARES.search(data):
                raise UsageError(_ENTITIES.format(path=path.name))


def _copy_cells(source: Any, target: Any) -> None:
    for row in source.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            made = target.cell(cell.row, cell.column)
            made._value, made.data_type = cell._value, cell.data_type
            if cell.has_style:
                _copy_look(cell, made)
            if cell.comment:
                made.comment = copy(cell.comment)


def _copy_look(cell: Any, made: Any) -> None:
    made.font, made.fill, made.border = copy(cell.font), copy(cell.fill), copy(cell.border)
    made.alignment, made.protection, made.number_format = (
        copy(cell.alignment),
        copy(cell.protection),
        cell.number_format,
    )


def _copy_sizes(source: Any, target: Any) -> None:
    for letter, column in source.column_dimensions.items():
        made = target.column_dimensions[letter]
        made.width, made.hidden, made.min, made.max = column.width, column.hidden, column.min, column.max
    for number, row in source.row_dimensions.items():
        made = target.row_dimensions[number]
        made.height, made.hidden = row.height, row.hidden
    for merged in source.merged_cells.ranges:
        target.merge_cells(str(merged))


def _copy_surroundings(source: Any, target: Any) -> None:
    for ranges in source.conditional_formatting:
        for rule in ranges.rules:
            target.conditional_formatting.add(str(ranges.sqref), copy(rule))
    for each in source.data_validations.dataValidation:
        target.add_data_validation(copy(each))
    for name in _LOOKS:
        setattr(target, name, copy(getattr(source, name)))
    target.HeaderFooter = copy(source.HeaderFooter)
    target.freeze_panes = source.freeze_panes
    if source.print_area:
        target.print_area = source.print_area.rpartition("!")[2].replace("$", "")
    target.print_title_rows = source.print_title_rows


_ENTITIES = Text(
    "{path} har XML som ingen arbeidsbok trenger, og blir ikke endret. Lagre den på nytt i Excel.",
    "{path} has XML that no workbook needs, and is not changed. Save it anew in Excel.",
)
