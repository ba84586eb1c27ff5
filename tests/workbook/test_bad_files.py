"""Files that a person might hand in, each of which is told by a diagnostic of its own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from ehport.workbook import file_bytes
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from tests.workbook.books import ROUND, SHEET, given, texts, write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _zip(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return written.getvalue()


def _changed(path: Path, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(path) as parts:
        found = {each: parts.read(each) for each in parts.namelist()}
    assert old in found[name]
    return _zip(**{**found, name: found[name].replace(old, new)})


def _codes(path: Path) -> list[str]:
    submission, told = read_submission(path, ROUND)
    assert submission is None
    assert all(each.facts["file"] == each.at.file == path.name for each in told)
    return [each.code.name for each in told]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "EMPTY_FILE"),
        (b"%PDF-1.7 ...", "NOT_A_WORKBOOK"),
        (b"Prosjekt;Status\n144;Gul\n", "NOT_A_WORKBOOK"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "OLD_EXCEL"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "PASSWORD"),
        (_zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "NOT_A_WORKBOOK"),
        (_zip(**{"[Content_Types].xml": b"wordprocessingml.document.main+xml"}), "NOT_A_WORKBOOK"),
        (_zip(**{"[Content_Types].xml": b"sheet.main+xml"}), "DAMAGED"),
        (b"PK\x03\x04 not a zip at all", "DAMAGED"),
    ],
    ids=["empty", "pdf", "csv", "xls", "encrypted", "ods", "docx", "hollow", "garbage"],
)
def test_a_file_that_is_something_else_is_called_what_it_is(tmp_path, data, code):
    path = tmp_path / "helse-vest.xlsx"
    path.write_bytes(data)

    assert _codes(path) == [code]


def test_a_missing_file_a_folder_and_a_lock_file_are_told(tmp_path):
    (tmp_path / "mappe.xlsx").mkdir()
    (tmp_path / "~$helse-vest.xlsx").write_bytes(b"\x05Kari")

    found = [_codes(tmp_path / name) for name in ("borte.xlsx", "mappe.xlsx", "~$helse-vest.xlsx", "\0.xlsx")]

    assert found == [["FILE_MISSING"], ["NOT_A_WORKBOOK"], ["OPEN_ELSEWHERE"], ["FILE_MISSING"]]


def test_a_file_that_may_not_be_read_is_told(path, monkeypatch):
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert _codes(path) == ["NO_PERMISSION"]


def test_half_a_file_is_damaged(path):
    path.write_bytes(path.read_bytes()[:-4000])

    assert _codes(path) == ["DAMAGED"]


def test_a_damaged_sheet_is_told_by_its_name_and_stops_nobody(path):
    path.write_bytes(_changed(path, "xl/worksheets/sheet3.xml", b"<sheetData>", b"<sheetData><row r='x'>"))

    submission, told = read_submission(path, ROUND)

    assert submission is not None
    assert submission.actor_id == "helse-vest"
    assert [(each.code.name, each.at.sheet) for each in told] == [("SHEET_UNREADABLE", SHEET)]


def test_a_workbook_of_which_no_sheet_can_be_read_is_damaged(path):
    for number in range(1, 5):
        path.write_bytes(_changed(path, f"xl/worksheets/sheet{number}.xml", b"</sheetData>", b""))

    assert _codes(path) == ["DAMAGED"]


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_parsed(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    path.write_bytes(_zip(**{"[Content_Types].xml": b"sheet.main+xml", "xl/media/a.png": b"\0" * 3_000_000}))

    assert _codes(path) == ["TOO_LARGE"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(path, monkeypatch):
    monkeypatch.setattr(file_bytes, "LARGEST_FILE", 1000)

    assert _codes(path) == ["TOO_LARGE"]


def test_a_workbook_that_is_not_the_form_is_told(tmp_path):
    workbook = Workbook()
    workbook.active["A1"], workbook.active["B2"] = "Budsjett", 12
    workbook.save(tmp_path / "helse-vest.xlsx")

    assert _codes(tmp_path / "helse-vest.xlsx") == ["NOT_THE_FORM"]


def test_macros_are_told_and_never_run(path):
    path.write_bytes(_changed(path, "[Content_Types].xml", b"</Types>", b"<!-- vbaProject --></Types>"))

    submission, told = read_submission(path, ROUND)

    assert submission is not None
    assert [each.code.name for each in told] == ["MACROS_IGNORED"]


def test_a_strict_workbook_is_read_like_any_other(path):
    with zipfile.ZipFile(path) as parts:
        found = {name: parts.read(name) for name in parts.namelist()}
    strict = {
        name: data.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, data in found.items()
    }
    path.write_bytes(_zip(**strict))

    submission, told = read_submission(path, ROUND)

    assert submission is not None
    assert (texts(submission), told) == ([given()], ())


def test_a_submission_is_not_a_register(tmp_path):
    path = write(tmp_path / "register.xlsx")

    register, told = read_register(path)

    assert (register, [each.code.name for each in told]) == (None, ["NOT_A_REGISTER"])
