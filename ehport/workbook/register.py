"""The office's register read: its sheets found by the hidden keys or, where they are gone, by the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import Field, fields_of, lists
from ehport.form.register import Register
from ehport.lang.folding import fold
from ehport.lang.language import Lang
from ehport.model.submission import Entry
from ehport.workbook import layout
from ehport.workbook.book import Book, SheetRow, heading, open_book, plain_text, rows_of
from ehport.workbook.context import Context, label_of
from ehport.workbook.found import Found, FoundCard, FoundRow
from ehport.workbook.frame import mark_of
from ehport.workbook.parse import parse_card
from ehport.workbook.unreadable import UnreadableFileError

_SEARCHED_ROWS, _COLUMNS = 5, 26
_ENOUGH = 2  # headings that make a sheet a list
Told = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a list stands on a sheet: the field of every column, and the first row below the headings."""

    listed: Field
    columns: Mapping[int, str]
    first: int


def read_register(path: Path, areas: tuple[str, ...] = ()) -> tuple[Entry[Register] | None, Told]:
    """Return the register and everything to say about it; never raises, whatever the file is.

    ``areas`` are the focus areas of its round; former projects may have others.
    """
    context = Context(path.name, "", 0, areas)
    try:
        book = open_book(path)
        sheets = list(_sheets(book, context))
    except UnreadableFileError as bad:
        return None, (Diagnostic(bad.code, Location(path.name), {"file": path.name, **bad.facts}),)
    if not any(rows for _, rows in sheets):
        return None, (Diagnostic(Code.NOT_A_REGISTER, Location(path.name), {"file": path.name}),)
    return _joined(sheets, context)


def _sheets(book: Book, context: Context) -> Iterator[tuple[FoundCard, bool]]:
    """Yield what stands on each sheet, and whether it is a list of the register."""
    for sheet in book.sheets:
        rows = list(rows_of(sheet, _COLUMNS))
        found = FoundCard(sheet.title)
        if table := _table(rows):
            found.rows[table.listed.name] = list(_rows(book, rows[table.first :], table))
            found.diagnostics += _missing_columns(found, table, context)
            yield found, True
        elif rows and mark_of(rows) not in {layout.GUIDE, layout.VOCABULARY} and sheet.title != layout.VOCABULARY_TITLE:
            at = Location(context.file, sheet.title)
            found.diagnostics.append(Diagnostic(Code.SHEET_IGNORED, at, {"sheet": sheet.title}))
            yield found, False


def _table(rows: Sequence[SheetRow]) -> _Table | None:
    by_heading = _by_headings(rows)
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        keys = {index: plain_text(cell).split(".") for index, cell in enumerate(row) if "." in plain_text(cell)}
        for listed in lists(fields_of(Register)):
            names = {each.name for each in fields_of(listed.rows.record)}
            columns = {index: key[1] for index, key in keys.items() if key[0] == listed.name and key[1] in names}
            if columns:
                same = by_heading is not None and by_heading.listed is listed
                first = by_heading.first if same and by_heading else number + 1
                return _Table(listed, {**(by_heading.columns if same and by_heading else {}), **columns}, first)
    return by_heading


def _by_headings(rows: Sequence[SheetRow]) -> _Table | None:
    best: _Table | None = None
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        texts = {index: fold(text) for index, cell in enumerate(row) if (text := heading(cell))}
        for listed in lists(fields_of(Register)):
            named = {fold(label): each.name for each in fields_of(listed.rows.record) for label in _labels(each)}
            columns = {index: named[text] for index, text in texts.items() if text in named}
            if len(columns) >= max(_ENOUGH, len(best.columns) + 1 if best else 0):
                best = _Table(listed, columns, number + 1)
    return best


def _labels(each: Field) -> tuple[str, ...]:
    return (*(each.label[lang] for lang in Lang), *each.formerly)


def _rows(book: Book, rows: Sequence[SheetRow], table: _Table) -> Iterator[FoundRow]:
    for row in rows:
        found = {name: Found(row[index].coordinate, book.seen(row[index])) for index, name in table.columns.items()}
        if any(cell.seen.says_something or cell.seen.struck for cell in found.values()):
            yield found


def _missing_columns(found: FoundCard, table: _Table, context: Context) -> Iterator[Diagnostic]:
    there = set(table.columns.values())
    for each in fields_of(table.listed.rows.record):
        if each.name not in there and context.asks(each):
            label = label_of(each, context, within=table.listed)
            yield Diagnostic(Code.FIELD_MISSING, Location(context.file, found.sheet), {"label": label})


def _joined(sheets: Sequence[tuple[FoundCard, bool]], context: Context) -> tuple[Entry[Register], Told]:
    rows: dict[str, tuple[Entry[Any], ...]] = {}
    told: list[Diagnostic] = []
    for found, is_list in sheets:
        told += found.diagnostics
        if is_list:
            entry, wrong = parse_card(found, Register, context)
            told += wrong
            rows |= {name: (*rows.get(name, ()), *entries) for name, entries in entry.rows.items()}
    listed = {name for found, _ in sheets for name in found.rows}
    told += _missing_sheets(listed, context)
    records = {name: tuple(entry.record for entry in entries) for name, entries in rows.items()}
    return Entry(replace(Register(), **records), "", rows=rows), tuple(told)


def _missing_sheets(listed: set[str], context: Context) -> Iterator[Diagnostic]:
    for each in lists(fields_of(Register)):
        if each.name not in listed and context.asks(each):
            facts = {"sheet": each.label, "file": context.file}
            yield Diagnostic(Code.SHEET_MISSING, Location(context.file), facts)
