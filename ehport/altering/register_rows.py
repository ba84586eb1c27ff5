"""The office's register, edited row by row where it lies; what is not touched stays as the office wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from ehport.form.field import field_of, fields_of
from ehport.form.register import Register
from ehport.lang.language import Text
from ehport.model.portfolio import aliases
from ehport.model.submission import Entry
from ehport.system.errors import UsageError
from ehport.workbook.edited import EditedBook


class RegisterRows:
    """The rows of a register, to change, add to and empty."""

    def __init__(self, path: Path, found: Entry[Register]) -> None:
        """Take the register's file and what it says."""
        self._path, self._found = path, found
        self._book: EditedBook | None = None
        self._added: dict[str, int] = {}

    @property
    def is_changed(self) -> bool:
        """Tell whether anything was changed."""
        return self._book is not None

    def rows(self, listed: str) -> tuple[Entry[Any], ...]:
        """Return the rows of a list."""
        return self._found.rows.get(listed, ())

    def set(self, listed: str, row: Entry[Any], name: str, text: str) -> None:
        """Write a text into a row.

        Raises `UsageError` when the sheet has no such column.
        """
        columns = self._columns(listed, row.sheet)
        if name not in columns:
            raise UsageError(_NO_COLUMN.format(sheet=row.sheet, label=field_of(Register, f"{listed}.{name}").label))
        self._edited().put(row.sheet, f"{columns[name]}{_number(row)}", text)

    def append(self, listed: str, values: Mapping[str, str]) -> None:
        """Write a row below the others of its list.

        Raises `UsageError` when the register has no such sheet.
        """
        book, sheet = self._edited(), self._sheet(listed)
        columns = self._columns(listed, sheet)
        last = self._added.get(listed) or book.rows(sheet)
        self._added[listed] = last + 1
        if last > 2:
            book.row_like(sheet, last + 1, last)
        for name, text in values.items():
            if name in columns:
                book.put(sheet, f"{columns[name]}{last + 1}", text)

    def empty(self, listed: str, row: Entry[Any]) -> None:
        """Empty a row."""
        for letter in self._columns(listed, row.sheet).values():
            self._edited().put(row.sheet, f"{letter}{_number(row)}", "")

    def save(self, path: Path, stamp: datetime) -> None:
        """Write the register."""
        self._edited().save(path, stamp)

    def _edited(self) -> EditedBook:
        self._book = self._book or EditedBook(self._path)
        return self._book

    def _sheet(self, listed: str) -> str:
        rows = self.rows(listed)
        if rows:
            return rows[0].sheet
        for sheet in self._edited().sheets:
            if any(key.startswith(f"{listed}.") for key in self._edited().keys(sheet)):
                return sheet
        raise UsageError(_NO_SHEET.format(label=field_of(Register, listed).label))

    def _columns(self, listed: str, sheet: str) -> dict[str, str]:
        keys = self._edited().keys(sheet)
        columns = {key.partition(".")[2]: letter for key, letter in keys.items() if key.startswith(f"{listed}.")}
        if columns:
            return columns
        names = [each.name for each in fields_of(field_of(Register, listed).rows.record)]
        found = {name: row.address(name) for row in self.rows(listed) for name in names if row.address(name)}
        return {name: re.sub(r"\d+", "", address) for name, address in found.items()}


def with_aliases(text: str | None, more: Iterable[str]) -> str:
    """Return a cell that lists names, with more of them; one that stands there already is not repeated."""
    return "; ".join(dict.fromkeys((*aliases(text), *(each for each in more if each))))


def _number(row: Entry[Any]) -> int:
    addresses = [cell.address for cell in row.cells.values()]
    return int(re.sub(r"\D+", "", addresses[0]))


_NO_COLUMN = Text(
    "Arket «{sheet}» i registeret har ingen kolonne «{label}».",
    "The register's sheet «{sheet}» has no column «{label}».",
)
_NO_SHEET = Text("Registeret har ikke noe ark «{label}».", "The register has no sheet «{label}».")
