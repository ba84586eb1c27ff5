"""Files that nobody should be able to break anything with: each function writes one under a name and returns it."""

from __future__ import annotations

import os
import re
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path

from tests.workbook.hard_book import packed, read_parts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LAUGHS = "<!DOCTYPE a [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
)
_FETCH = "<!DOCTYPE a [<!ENTITY l11 SYSTEM 'file:///etc/hostname'>]>"
_FETCH_RULES = "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:9/x.dtd'> %p;]>"
_TYPES = "[Content_Types].xml"
Make = Callable[[Path, bytes], object]


def _bytes(data: bytes) -> Make:
    return lambda path, _: path.write_bytes(data)


def _zipped(**parts: bytes) -> Make:
    return _bytes(packed(parts))


def _with_part(name: str, data: bytes) -> Make:
    return lambda path, original: path.write_bytes(packed({**read_parts(original), name: data}))


def _declaring(declaration: str, *, encoding: str = "utf-8", parts: Iterable[str] = ("",)) -> Make:
    """Return what puts a document type with entities, and a use of one, into parts of the package."""

    def make(path: Path, original: bytes) -> None:
        found = read_parts(original)
        chosen = [name for name in found if name.endswith((".xml", ".rels")) and name.startswith(tuple(parts))]
        for name in chosen:
            text = re.sub(r"^<\?xml[^>]*\?>\s*", "", found[name].decode())
            head = f'<?xml version="1.0" encoding="{encoding}"?><!-- <a> -->\n'
            found[name] = (head + declaration + text.replace("</", "&l11;</", 1)).encode(encoding)
        path.write_bytes(packed(found))

    return make


def _wrong_sum(path: Path, original: bytes) -> None:
    """Let the checksum of a sheet be another one, in both places where it is kept."""
    with zipfile.ZipFile(BytesIO(original)) as opened:
        entry = opened.getinfo("xl/worksheets/sheet3.xml")
    path.write_bytes(original.replace(struct.pack("<L", entry.CRC), struct.pack("<L", entry.CRC ^ 1)))


def _bomb(path: Path, _: bytes) -> None:
    """Write ten megabytes that unpack to ten gigabytes: one packed part under a thousand names."""
    once = BytesIO()
    with zipfile.ZipFile(once, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.writestr("a", b"\0" * 10_000_000)
    with zipfile.ZipFile(once) as made:
        entry = made.getinfo("a")
    body = once.getvalue()[31 : 31 + entry.compress_size]
    out, listed = BytesIO(), []
    for number in range(1_000):
        name = f"xl/media/image{number}.png".encode() if number else _TYPES.encode()
        numbers = (20, 0, 8, 0, 33, entry.CRC, entry.compress_size, entry.file_size, len(name), 0)
        listed.append(b"PK\x01\x02" + struct.pack("<HHHHHHLLLHHHHHLL", 20, *numbers, 0, 0, 0, 0, out.tell()) + name)
        out.write(b"PK\x03\x04" + struct.pack("<HHHHHLLLHH", *numbers) + name + body)
    start, listing = out.tell(), b"".join(listed)
    out.write(listing + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1_000, 1_000, len(listing), start, 0))
    path.write_bytes(out.getvalue())


def _understated(path: Path, original: bytes) -> None:
    """Let a part say that it unpacks to almost nothing."""
    made = bytearray(packed({**read_parts(original), "xl/sharedStrings.xml": b"\0" * 100_000_000}))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for found in re.finditer(re.escape(mark), bytes(made)):
            if made[found.start() + at : found.start() + at + 4] == struct.pack("<L", 100_000_000):
                made[found.start() + at : found.start() + at + 4] = struct.pack("<L", 1_000)
    path.write_bytes(bytes(made))


def _million_strings(path: Path, original: bytes) -> None:
    texts = "".join(f"<si><t>{number:x}</t></si>" for number in range(1_000_000))
    _with_part("xl/sharedStrings.xml", f'<sst {_MAIN} count="1000000">{texts}</sst>'.encode())(path, original)


def _million_cells(name: str = "xl/worksheets/sheet3.xml") -> Make:
    """Return what writes a sheet of a million cells into a part, to which the workbook's relations then lead."""

    def make(path: Path, original: bytes) -> None:
        rows = (f'<row r="{n}">{"<c><v>1</v></c>" * 20}</row>' for n in range(1, 50_001))
        sheet = f"<worksheet {_MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"
        former = b"xl/worksheets/sheet3.xml"
        parts = {each: data.replace(former, name.encode()) for each, data in read_parts(original).items()}
        path.write_bytes(packed({**parts, name: sheet.encode()}))

    return make


def _two_of_one_name(path: Path, original: bytes) -> None:
    name = "xl/worksheets/sheet3.xml"
    other = "xl/worksheets/sheeT3.xml"
    path.write_bytes(packed({**read_parts(original), other: b"<x/>"}).replace(other.encode(), name.encode()))


def _link_in_a_circle(path: Path, _: bytes) -> None:
    path.symlink_to(path.name)


ODS = b"application/vnd.oasis.opendocument.spreadsheet"
FILES: Mapping[str, tuple[str, Make]] = {
    "no zip": ("NOT_A_WORKBOOK", _bytes(bytes(range(256)) * 40)),
    "zero bytes": ("EMPTY_FILE", _bytes(b"")),
    "an empty zip": ("NOT_A_WORKBOOK", _bytes(b"PK\x05\x06" + b"\0" * 18)),
    "half a zip": ("DAMAGED", lambda path, original: path.write_bytes(original[: len(original) // 2])),
    "a zip without its end": ("DAMAGED", lambda path, original: path.write_bytes(original[:-10])),
    "a wrong checksum": ("DAMAGED", _wrong_sum),
    "a zip in a zip": ("NOT_A_WORKBOOK", lambda path, original: path.write_bytes(packed({"a.xlsx": original}))),
    "ten megabytes of ten gigabytes": ("TOO_LARGE", _bomb),
    "a size that is not true": ("DAMAGED", _understated),
    "many entries": ("TOO_LARGE", _bytes(packed({_TYPES: b"", **{f"xl/a{n}.xml": b"" for n in range(5_000)}}))),
    "a million texts": ("TOO_LARGE", _million_strings),
    "a million cells": ("TOO_LARGE", _million_cells()),
    "a million cells in another folder": ("TOO_LARGE", _million_cells("xl/ark/ark.xml")),
    "a billion laughs": ("UNSAFE", _declaring(_LAUGHS)),
    "a billion laughs in the styles": ("UNSAFE", _declaring(_LAUGHS, parts=["xl/styles"])),
    "a billion laughs in wide letters": ("UNSAFE", _declaring(_LAUGHS, encoding="utf-16", parts=["xl/workbook"])),
    "a file of the machine": ("UNSAFE", _declaring(_FETCH, parts=["xl/worksheets/sheet3"])),
    "something of the network": ("UNSAFE", _declaring(_FETCH_RULES, parts=["docProps/core"])),
    "entities in the relations": ("UNSAFE", _declaring(_FETCH, parts=["xl/_rels"])),
    "a name that leads out": ("UNSAFE", _with_part("../../../tmp/evil.xml", b"<a/>")),
    "a name with a drive": ("UNSAFE", _with_part("C:\\Windows\\evil.xml", b"<a/>")),
    "a name from the root": ("UNSAFE", _with_part("/etc/cron.d/evil", b"")),
    "a name twice": ("UNSAFE", _two_of_one_name),
    "encrypted by Excel": ("PASSWORD", _bytes(_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))),
    "an old workbook": ("OLD_EXCEL", _bytes(_OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"))),
    "an old Word document": ("NOT_A_WORKBOOK", _bytes(_OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"))),
    "a text file": ("NOT_A_WORKBOOK", _bytes("Prosjekt;Status\n144;Rød\n".encode("cp1252"))),
    "a PDF": ("NOT_A_WORKBOOK", _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    "a picture": ("NOT_A_WORKBOOK", _bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    "a Word document": ("NOT_A_WORKBOOK", _zipped(**{_TYPES: b"x.wordprocessingml.document.main+xml"})),
    "an OpenDocument spreadsheet": ("NOT_A_WORKBOOK", _zipped(mimetype=ODS)),
    "a binary workbook": (
        "NOT_A_WORKBOOK",
        _zipped(**{_TYPES: b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"}),
    ),
    "a web page": ("NOT_A_WORKBOOK", _bytes(b"<html><table><tr><td>144</td></tr></table></html>")),
    "a folder": ("NOT_A_WORKBOOK", lambda path, _: path.mkdir()),
    "a queue": ("NOT_A_WORKBOOK", lambda path, _: os.mkfifo(path)),
    "a device": ("NOT_A_WORKBOOK", lambda path, _: path.symlink_to("/dev/zero")),
    "a link to nowhere": ("FILE_MISSING", lambda path, _: path.symlink_to("borte")),
    "a link in a circle": ("FILE_MISSING", _link_in_a_circle),
}
KINDS: Mapping[str, str] = {
    "a text file": ".csv",
    "a PDF": ".pdf",
    "a picture": ".png",
    "a Word document": ".docx",
    "an old Word document": ".doc",
    "an OpenDocument spreadsheet": ".ods",
    "a binary workbook": ".xlsb",
    "a web page": ".html",
    "a zip in a zip": "zip-arkiv",
    "a folder": "mappe",
    "a queue": "ikke en vanlig fil",
    "a device": "ikke en vanlig fil",
    "no zip": "ukjent slag",
}


def hostile(path: Path, name: str, original: bytes) -> Path:
    """Write a file by what it is called above."""
    FILES[name][1](path, original)
    return path
