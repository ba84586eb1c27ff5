"""Diagnostics as a flat list: a workbook with a row for each, to sort, filter and share out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ehport.diagnostics import machine
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.text import severity_word, visible
from ehport.export.safe_text import neutralise
from ehport.lang.language import Lang, Text
from ehport.system.errors import UsageError
from ehport.workbook.table_book import BookColumn, BookSheet, write_tables

_STAMP = datetime(2021, 1, 1, tzinfo=UTC)  # the same list gives the same bytes
_TITLE = Text("Meldinger", "Diagnostics")
_COLUMNS = (
    ("code", Text("Kode", "Code")),
    ("severity", Text("Alvor", "Severity")),
    ("file", Text("Fil", "File")),
    ("sheet", Text("Ark", "Sheet")),
    ("cell", Text("Celle", "Cell")),
    ("project", Text("Prosjekt", "Project")),
    ("field", Text("Felt", "Field")),
    ("found", Text("Verdi", "Value")),
    ("message", Text("Hva", "What")),
    ("help", Text("Hva du gjør", "What to do")),
    ("settled", Text("Avklart", "Settled")),
)


def write_list(path: Path, diagnostics: Sequence[Diagnostic], lang: Lang) -> Path:
    """Write the list and return where it is.

    Raises `UsageError` when it cannot be written there.
    """
    rows = tuple(_row(each, lang) for each in diagnostics)
    columns = tuple(BookColumn(title[lang]) for _, title in _COLUMNS)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_tables(path, [BookSheet(_TITLE[lang], columns, rows, wrapped=True)], _STAMP)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=path, why=bad.strerror or "")) from bad
    return path


def _row(each: Diagnostic, lang: Lang) -> tuple[str, ...]:
    told = machine.record(each, lang)
    told["severity"] = severity_word(each.severity, lang)
    return tuple(neutralise(visible(str(told[name]))) for name, _ in _COLUMNS)


_NOT_WRITTEN = Text("{path} kan ikke skrives: {why}", "{path} cannot be written: {why}")
