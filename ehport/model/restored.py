"""An entry restored: what a prefilled workbook said when it was opened, read again from what its cells remember."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from ehport.form.field import answers, fields_of
from ehport.model.submission import Cell, Entry

R = TypeVar("R")


def restore(entry: Entry[R]) -> Entry[R] | None:
    """Return an entry as it was prefilled, nothing when it was not; rows that were deleted since are not known."""
    if not entry.before:
        return None
    found: dict[str, tuple[Entry[Any], ...]] = {}
    for name, rows in entry.rows.items():
        found[name] = tuple(was for row in rows if (was := restore(row)) is not None)
    return replace(_read(entry), rows={name: rows for name, rows in found.items() if rows})


def _read(entry: Entry[R]) -> Entry[R]:
    record: Any = type(entry.record)
    cells: dict[str, Cell] = {}
    values: dict[str, Any] = {}
    for each in answers(fields_of(record)):
        if text := entry.before.get(each.name):
            reading = each.one.parse(text)
            values[each.name] = reading.value
            cells[each.name] = Cell(entry.sheet, entry.address(each.name), text, reading.flags)
    return Entry(record(**values), entry.sheet, cells, entry.places)
