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

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_CONTENT = 150 * MEGABYTE
LARGEST_RATIO = 250  # of a part above one megabyte; real sheets stay below 60
MOST_PARTS = 2_000

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_TYPES = "[Content_Types].xml"
_STRINGS = "xl/sharedStrings.xml"
_BOOK = re.compile(r"workbook[^/]*\.xml$")
# No answer is found by a defined name, and openpyxl takes the square of a long one's length to look for print areas.
_LONG_NAME = re.compile(rb"<(?:\w+:)?definedName\b[^<]{2000,}</(?:\w+:)?definedName>")
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}


class UnreadableFileError(Exception):
    """A file is not a workbook that can be read; the code says why, the facts what the message needs."""

    def __init__(self, code: Code, **facts: object) -> None:
        """Tell why, by a code of the catalogue."""
        super().__init__(code.name)
        self.code, self.facts = code, facts


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
    data = _bytes(path)
    if not data.startswith(_ZIP):
        raise UnreadableFileError(_what_it_is(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _looked_into(parts, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as bad:
        raise UnreadableFileError(Code.DAMAGED) from bad


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise UnreadableFileError(Code.OPEN_ELSEWHERE)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFileError(Code.NOT_A_WORKBOOK)
        if size > LARGEST_FILE:
            raise _too_large(size, LARGEST_FILE)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(Code.FILE_MISSING) from None
    except PermissionError as bad:
        locked = getattr(bad, "winerror", None) == 32  # ERROR_SHARING_VIOLATION: Excel has it open
        raise UnreadableFileError(Code.OPEN_ELSEWHERE if locked else Code.NO_PERMISSION) from None
    except (OSError, ValueError) as bad:  # a name that no file can have, a broken disk or share
        raise UnreadableFileError(Code.FILE_MISSING) from bad
    if not data:
        raise UnreadableFileError(Code.EMPTY_FILE)
    return data


def _what_it_is(data: bytes) -> Code:
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        return Code.PASSWORD if encrypted else Code.OLD_EXCEL
    return Code.NOT_A_WORKBOOK


def _looked_into(parts: zipfile.ZipFile, data: bytes) -> Package:
    entries = parts.infolist()
    _assert_small(entries)
    names = {entry.filename for entry in entries}
    if _TYPES not in names:
        raise UnreadableFileError(Code.NOT_A_WORKBOOK)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(Code.PASSWORD)
    types = parts.read(_TYPES)
    if b"sheet.main+xml" not in types and b"macroEnabled.main" not in types:
        raise UnreadableFileError(Code.NOT_A_WORKBOOK)
    return Package(_readable(parts, data), data, has_macros=b"vbaProject" in types)


def _assert_small(entries: list[zipfile.ZipInfo]) -> None:
    content = sum(entry.file_size for entry in entries)
    if content > LARGEST_CONTENT or len(entries) > MOST_PARTS:
        raise _too_large(content, LARGEST_CONTENT)
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > LARGEST_RATIO * max(1, entry.compress_size):
            raise _too_large(entry.file_size, MEGABYTE)


def _too_large(size: int, limit: int) -> UnreadableFileError:
    return UnreadableFileError(Code.TOO_LARGE, size=_megabytes(size), limit=_megabytes(limit))


def _megabytes(size: int) -> str:
    return f"{max(1, size // MEGABYTE)} MB"


def _readable(parts: zipfile.ZipFile, data: bytes) -> bytes:
    """Return the package with what openpyxl would misread put right: strict namespaces, escaped underscores."""
    names = parts.namelist()
    books = [parts.read(name) for name in names if _BOOK.search(name)]
    strict = any(b"purl.oclc.org/ooxml" in each for each in books)
    named = any(_LONG_NAME.search(each) for each in books)
    escaped = _STRINGS in names and b"x005F_" in parts.read(_STRINGS)
    return _rewritten(data, _put_right) if strict or escaped or named else data


def _put_right(name: str, data: bytes) -> bytes:
    if _BOOK.search(name):
        data = _LONG_NAME.sub(b"", data)
    if name.endswith((".xml", ".rels")):
        data = _replaced(data, _STRICT)
    # openpyxl drops every "x005F_" of a shared string, so that a typed "_x000D_" would turn into a line break.
    return data.replace(b"x005F_", b"x005x005F_F_") if name == _STRINGS else data


def _replaced(data: bytes, words: Mapping[bytes, bytes]) -> bytes:
    for old, new in words.items():
        data = data.replace(old, new)
    return data


def _rewritten(data: bytes, change: Callable[[str, bytes], bytes], stamp: datetime | None = None) -> bytes:
    written = io.BytesIO()
    day = stamp.timetuple()[:6] if stamp else (1980, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, change(name, old.read(name)), compresslevel=6)
    return written.getvalue()
