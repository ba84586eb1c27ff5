"""The XML parts of a workbook made plain: refused when they could do harm, and without what holds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from openpyxl.utils import column_index_from_string

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.file_bytes import MEGABYTE
from ehport.workbook.unreadable import UnreadableFileError

MOST_CELLS, MOST_STRINGS = 300_000, 200_000  # with something in them; a real submission has ten thousand
_MOST_SPANNED = 100_000  # cells of all merges and links of a sheet together; openpyxl makes a cell of each
_MARKS_OF_ORDER = b"\xef\xbb\xbf\xff\xfe"
_DECLARATION = re.compile(rb"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->))*+<!DOCTYPE", re.DOTALL)
_EMPTY_CELL = re.compile(rb'<c\b(?=[^<>]*\br=")[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row\b(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_SPAN = re.compile(
    rb"""<((?:[\w.-]+:)?(?:mergeCell|hyperlink))(?=[\s/>])((?:[^<>"'/]++|/(?!>)|"[^"<]*+"|'[^'<]*+')*+)(/?>)"""
)
_ATTRIBUTE = re.compile(rb"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")
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
        sheet = _with_short_spans(sheet)
    if len(sheet) < MEGABYTE or b"<row>" in sheet or b"<c>" in sheet:
        return sheet  # rows and cells without a number of their own are counted from those before
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", sheet))


def count_cells(part: bytes) -> int:
    """Return how many cells of a sheet a part has."""
    return sum(1 for _ in _CELL.finditer(part))


def count_texts(part: bytes) -> int:
    """Return how many texts that cells share a part has."""
    return sum(1 for _ in _STRING.finditer(part))


def assert_few(cells: int, texts: int) -> None:
    """Refuse a workbook with so many cells or texts that reading it would take minutes or gigabytes."""
    for count, most, of in ((cells, MOST_CELLS, _CELLS), (texts, MOST_STRINGS, _STRINGS)):
        if count > most:
            raise UnreadableFileError(Code.TOO_LARGE, size=of.format(count=count), limit=of.format(count=most))


def _with_short_spans(sheet: bytes) -> bytes:
    """Return a sheet whose merges and links are of few cells together; one too many is of a single cell."""
    left = _MOST_SPANNED

    def short(found: re.Match[bytes]) -> bytes:
        nonlocal left
        count = _spanned(dict(_ATTRIBUTE.findall(found[2])).get(b"ref", b'""')[1:-1].decode("ascii", "replace"))
        if count > left:
            return b'<%s ref="A1"%s' % (found[1], found[3])
        left -= count
        return found[0]

    return _SPAN.sub(short, sheet)


def _spanned(reference: str) -> int:
    """Return how many cells a reference spans; what names no two corners may span them all."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return _MOST_SPANNED + 1
    columns = [column_index_from_string(letters) for letters in (found[1], found[3] or found[1])]
    rows = [int(number) for number in (found[2], found[4] or found[2])]
    return (abs(columns[1] - columns[0]) + 1) * (abs(rows[1] - rows[0]) + 1)
