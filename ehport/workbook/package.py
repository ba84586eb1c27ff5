"""The file around a workbook: written with the same bytes every time, and opened without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl import Workbook

from ehport.diagnostics.code import Code
from ehport.workbook.file_bytes import MEGABYTE, file_bytes, too_large
from ehport.workbook.other_files import other_package, refusal_of
from ehport.workbook.plain_parts import assert_few, assert_names, assert_plain, count_cells, count_texts, lightened
from ehport.workbook.unreadable import UnreadableFileError

LARGEST_CONTENT = 150 * MEGABYTE
LARGEST_RATIO = 250  # of a part above one megabyte; real sheets stay below 60
MOST_PARTS = 2_000

_ZIP = b"PK\x03\x04"
_TYPES, _MIMETYPE = "[Content_Types].xml", "mimetype"
_STRINGS, _SHEET_MARK = "xl/sharedStrings.xml", b"sheetData"
_XML = (".xml", ".rels", ".vml")
_STRICT_MARK = b"purl.oclc.org/ooxml"
_ZIP_BEGINS = 1980
_BOOK = re.compile(r"workbook[^/]*\.xml$")
# No answer is found by a defined name, and openpyxl takes the square of a long one's length to look for print areas.
_LONG_NAME = re.compile(rb"<(?:\w+:)?definedName\b[^<]{2000,}</(?:\w+:)?definedName>")
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes of a workbook that is safe to parse, and as they were received."""

    data: bytes = field(repr=False)
    received: bytes = field(repr=False)
    has_macros: bool = False


def finish(workbook: Workbook, path: Path, stamp: datetime) -> None:
    """Write a workbook so that the same content gives the same bytes, and rows keep growing with their text."""
    workbook.properties.created = workbook.properties.modified = stamp
    saved = io.BytesIO()
    workbook.save(saved)
    path.write_bytes(_rewritten(saved.getvalue(), lambda name, data: _finished(name, data, stamp), stamp))


def _finished(name: str, data: bytes, stamp: datetime) -> bytes:
    if name == "docProps/core.xml":
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
    if name.startswith("xl/worksheets/sheet"):
        return data.replace(b' customHeight="1"', b"")  # a fixed height would never grow with its text
    return data


def open_package(path: Path) -> Package:
    """Return a workbook's bytes after looking at what it is and how large it unpacks.

    Raises `UnreadableFileError` for everything that is not a workbook.
    """
    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is required to read files from outside")
    data = file_bytes(path)
    if not data.startswith(_ZIP):
        raise refusal_of(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _looked_into(parts, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as bad:
        raise UnreadableFileError(Code.DAMAGED) from bad


def _looked_into(parts: zipfile.ZipFile, data: bytes) -> Package:
    entries = parts.infolist()
    _assert_small(entries)
    names = frozenset(entry.filename for entry in entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(Code.PASSWORD)
    types, mimetype = (parts.read(name) if name in names else b"" for name in (_TYPES, _MIMETYPE))
    if other := other_package(names, mimetype, types):
        raise other.refusal()
    assert_names(entry.filename for entry in entries)
    return Package(_readable(parts, data), data, has_macros=b"vbaProject" in types)


def _assert_small(entries: list[zipfile.ZipInfo]) -> None:
    content = sum(entry.file_size for entry in entries)
    if content > LARGEST_CONTENT or len(entries) > MOST_PARTS:
        raise too_large(content, LARGEST_CONTENT)
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > LARGEST_RATIO * max(1, entry.compress_size):
            raise too_large(entry.file_size, MEGABYTE)


def _readable(parts: zipfile.ZipFile, data: bytes) -> bytes:
    """Return the package with what openpyxl would misread or choke on put right."""
    names = [name for name in parts.namelist() if name.lower().endswith(_XML)]
    is_strict = any(_STRICT_MARK in parts.read(name) for name in names if _BOOK.search(name))
    changed: dict[str, bytes] = {}
    cells = texts = 0
    for name in names:
        old = parts.read(name)
        assert_plain(old)
        new = _put_right(name, old, is_strict=is_strict)
        if new != old:
            changed[name] = new
        cells += count_cells(new)
        texts += count_texts(new)
    assert_few(cells, texts)
    return _rewritten(data, lambda name, old: changed.get(name, old)) if changed else data


def _put_right(name: str, data: bytes, *, is_strict: bool) -> bytes:
    if is_strict:
        data = _replaced(data, _STRICT)
    if _SHEET_MARK in data:  # the workbook's relations say where its sheets lie, which may be anywhere
        data = lightened(data)
    if _BOOK.search(name):
        data = _LONG_NAME.sub(b"", data)
    # openpyxl drops every "x005F_" of a shared string, so that a typed "_x000D_" would turn into a line break.
    return data.replace(b"x005F_", b"x005x005F_F_") if name == _STRINGS else data


def _replaced(data: bytes, words: Mapping[bytes, bytes]) -> bytes:
    for old, new in words.items():
        data = data.replace(old, new)
    return data


def _rewritten(data: bytes, change: Callable[[str, bytes], bytes], stamp: datetime | None = None) -> bytes:
    written = io.BytesIO()
    day = stamp.timetuple()[:6] if stamp and stamp.year >= _ZIP_BEGINS else (_ZIP_BEGINS, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, change(name, old.read(name)), compresslevel=6)
    return written.getvalue()
