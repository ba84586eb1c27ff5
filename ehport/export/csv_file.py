"""A table as a CSV file: RFC 4180 with line feeds, UTF-8, and no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ehport.export.safe_text import neutralise
from ehport.export.table import ExportTable, Value

_MUST_QUOTE = re.compile(
    '[,;"\r\n]'
)  # the csv module leaves a lone carriage return bare, and readers break the line there


def as_csv(table: ExportTable) -> bytes:
    """Return a table as the bytes of a CSV file, with the names of its columns as the first line."""
    lines = [table.names, *(map(plain, row) for row in table.rows)]
    return "".join(f"{delimited(each)}\n" for each in lines).encode()


def plain(value: Value) -> str:
    """Return a value as it is written in CSV; a text is made safe, a number is not touched."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return neutralise(value) if isinstance(value, str) else str(value)


def delimited(cells: Iterable[str], delimiter: str = ",") -> str:
    """Return a line of cells; one that holds a sign that parts cells or lines, with either delimiter, is quoted."""
    return delimiter.join(_quoted(cell) if _MUST_QUOTE.search(cell) else cell for cell in cells)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
