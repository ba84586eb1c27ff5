"""The file around a received workbook, opened without trusting it: its parts, and what they are to each other."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.model.round import WITH_MACROS
from ehport.workbook.file_bytes import MEGABYTE, read_bytes, too_large
from ehport.workbook.other_files import recognise_package, refusal_of
from ehport.workbook.part_names import Relationship, known_name, relationship, relationships_of
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import BrokenXmlError, assert_plain, read_xml

LARGEST_CONTENT = 150 * MEGABYTE
LARGEST_RATIO = 250  # of a part above one megabyte; real sheets stay below 60
MOST_PARTS = 2_000

_ZIP = b"PK\x03\x04"
_TYPES, _MIMETYPE, _BOOK = "[content_types].xml", "mimetype", "xl/workbook.xml"
_PROPERTIES = "docProps/core.xml"
_XML = (".xml", ".rels", ".vml")
_HEAD = 4_096  # bytes; what an XML part declares stands there
_PATHS = Text("deler med navn som peker ut av filen", "parts with names that point out of the file")
_TWICE = Text("to deler med samme navn", "two parts of the same name")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Package:
    """A file that is a workbook by its parts; they are read when asked for, by names in any case and any slashes."""

    received: bytes = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    parts: zipfile.ZipFile = field(repr=False)
    has_macros: bool = False
    ending: str = ".xlsx"

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return known_name(name) in self.names

    def read(self, name: str) -> bytes:
        """Return the content of a part.

        Raises `UnreadableFileError` when the file is damaged there.
        """
        return self.begin(name, -1)

    def begin(self, name: str, count: int) -> bytes:
        """Return the first bytes of a part, as `read` does."""
        try:
            with self.parts.open(self.names[known_name(name)]) as part:
                return part.read(count)
        except (KeyError, *_BROKEN) as bad:
            raise UnreadableFileError(Code.DAMAGED) from bad

    @property
    def book(self) -> str:
        """The part of the workbook itself."""
        found = (each.target for each in self.related("").values() if each.kind == "officeDocument")
        return next((each for each in found if each in self), _BOOK)

    def related(self, part: str) -> Mapping[str, Relationship]:
        """Return what a part is related to inside the package, by the relationships' ids; nothing when it is broken."""
        name = relationships_of(part)
        found: dict[str, Relationship] = {}

        def relate(given: Mapping[str, str]) -> None:
            if made := relationship(part, given):
                found[given.get("Id", "")] = made

        if name in self:
            try:
                read_xml(self.read(name), {"Relationship": relate})
            except BrokenXmlError:
                return {}
        return found

    def assert_plain(self) -> None:
        """Refuse a package in which any XML declares entities, also a part that is not read here."""
        for name in self.names.values():
            if name.lower().endswith(_XML):
                assert_plain(self.begin(name, _HEAD))


def open_package(path: Path) -> Package:
    """Return a workbook's parts after looking at what the file is and how large it unpacks.

    Raises `UnreadableFileError` for everything that is not a workbook.
    """
    data = read_bytes(path)
    if not data.startswith(_ZIP):
        raise refusal_of(data)
    try:
        return _looked_into(zipfile.ZipFile(io.BytesIO(data)), data)
    except _BROKEN as bad:
        raise UnreadableFileError(Code.DAMAGED) from bad


def read_saved(path: Path) -> datetime | None:
    """Return when a workbook says it was last saved; nothing when it does not, or is no workbook."""
    said: list[str] = []
    times: list[str] = []

    def end() -> None:
        times.append("".join(said).strip())

    try:
        package = open_package(path)
        read_xml(package.read(_PROPERTIES), {"modified": lambda _: said.clear()}, {"modified": end}, said.append)
        found = datetime.fromisoformat(times[0])
        return found.astimezone() if found.tzinfo else found.replace(tzinfo=UTC)
    except (UnreadableFileError, BrokenXmlError, ValueError, IndexError, OverflowError):
        return None


def _looked_into(parts: zipfile.ZipFile, data: bytes) -> Package:
    entries = parts.infolist()
    _assert_small(entries)
    names = _named(entry.filename for entry in entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(Code.PASSWORD)
    types, mimetype = (parts.read(names[name]) if name in names else b"" for name in (_TYPES, _MIMETYPE))
    if other := recognise_package(frozenset(names), mimetype, types):
        raise other.refusal()
    ending = WITH_MACROS if b"sheet.macroenabled.main" in types.lower() else ".xlsx"
    return Package(data, names, parts, has_macros=b"vbaProject" in types, ending=ending)


def _assert_small(entries: list[zipfile.ZipInfo]) -> None:
    content = sum(entry.file_size for entry in entries)
    if content > LARGEST_CONTENT or len(entries) > MOST_PARTS:
        raise too_large(content, LARGEST_CONTENT)
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > LARGEST_RATIO * max(1, entry.compress_size):
            raise too_large(entry.file_size, MEGABYTE)


def _named(names: Iterable[str]) -> dict[str, str]:
    """Return the names of parts by how they are looked for.

    Refuses a package with a part that would lie outside it when unpacked, or with a name twice.
    """
    found: dict[str, str] = {}
    for name in names:
        known = known_name(name)
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name:
            raise UnreadableFileError(Code.UNSAFE, what=_PATHS)
        if known in found:
            raise UnreadableFileError(Code.UNSAFE, what=_TWICE)
        found[known] = name
    return found
