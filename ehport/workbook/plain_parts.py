"""The XML parts of a workbook made plain: refused when they could do harm, and without what holds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.file_bytes import MEGABYTE
from ehport.workbook.unreadable import UnreadableFileError

MOST_CELLS, MOST_STRINGS = 300_000, 200_000  # with something in them; a real submission has ten thousand
_LARGEST_MERGE = 20_000  # cells; openpyxl makes a cell of each
_MARKS_OF_ORDER = b"\xef\xbb\xbf\xff\xfe"
_DECLARATION = re.compile(rb"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->))*+<!DOCTYPE", re.DOTALL)
_EMPTY_CELL = re.compile(rb'<c\b(?=[^<>]*\br=")[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row\b(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_SPAN = re.compile(rb'<(?:\w+:)?(?:mergeCell|hyperlink)\b[^<>]*\bref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"[^<>]*/>')
_CELL, _STRING = re.compile(rb"<(?:\w+:)?c[\s>]"), re.compile(rb"<(?:\w+:)?si[\s>/]")
_ENTITIES = Text("definisjoner av entiteter i XML", "definitions of entities in XML")
_PATHS = Text("deler med navn som peker ut av filen", "parts with names that point out of the file")
_TWICE = Text("to deler med samme navn", "two parts of the same name")
_CELLS, _STRINGS = Text("{count} celler", "{count} cells"), Text("{count} tekster", "{count} texts")


def assert_names(names: Iterable[str]) -> None:
    """Refuse a package with a part that would lie outside it when unpacked, or with a name twice."""
    seen: set[str] = set()
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name:
            raise UnreadableFileError(Code.UNSAFE, what=_PATHS)
        if name in seen:
            raise UnreadableFileError(Code.UNSAFE, what=_TWICE)
        seen.add(name)


def assert_plain(part: bytes) -> None:
    """Refuse XML that declares entities: no spreadsheet program writes them, and they can grow or fetch."""
    wide = b"\0" in part[:4]  # UTF-16
    if _DECLARATION.match((part.replace(b"\0", b"") if wide else part).lstrip(_MARKS_OF_ORDER)):
        raise UnreadableFileError(Code.UNSAFE, what=_ENTITIES)


def lightened(sheet: bytes) -> bytes:
    """Return a sheet without empty cells and rows and without merges over whole columns, when it has many of them."""
    if b"mergeCell" in sheet or b"hyperlink" in sheet:
        sheet = _SPAN.sub(_without_long_span, sheet)
    if len(sheet) < MEGABYTE or b"<row>" in sheet or b"<c>" in sheet:
        return sheet  # rows and cells without a number of their own are counted from those before
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", sheet))


def count_cells(sheet: bytes) -> int:
    """Return how many cells a sheet has."""
    return sum(1 for _ in _CELL.finditer(sheet))


def assert_few(cells: int, strings: bytes) -> None:
    """Refuse a workbook with so many cells or texts that reading it would take minutes or gigabytes."""
    texts = sum(1 for _ in _STRING.finditer(strings))
    for count, most, of in ((cells, MOST_CELLS, _CELLS), (texts, MOST_STRINGS, _STRINGS)):
        if count > most:
            raise UnreadableFileError(Code.TOO_LARGE, size=of.format(count=count), limit=of.format(count=most))


def _without_long_span(found: re.Match[bytes]) -> bytes:
    left, top, right, bottom = _column(found[1]), int(found[2]), _column(found[3]), int(found[4])
    return b"" if (right - left + 1) * (bottom - top + 1) > _LARGEST_MERGE else found[0]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
