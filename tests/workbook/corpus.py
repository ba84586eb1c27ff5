"""Workbooks as programs and people leave them, made from a filled one: each function changes the file in its place."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.books import SHEET, row
from tests.workbook.hard_book import packed, read_parts

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LAST_ROW, _STYLED = 1_048_576, 40_000
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _RELATION: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}

_has_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt-get install libreoffice-calc"
)


def libreoffice(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that LibreOffice has a part in: it is slow, and skipped where there is none."""
    marked: Callable[..., None] = pytest.mark.slow(_has_libreoffice(test))
    return marked


def patch(path: Path, change: Callable[[str, str], str]) -> Path:
    """Change the text of the XML parts of a workbook; ``change`` gets a part's name and text."""
    parts = read_parts(path)
    changed = {name: change(name, data.decode()).encode() if _is_xml(name) else data for name, data in parts.items()}
    path.write_bytes(packed(changed))
    return path


def patch_sheet(path: Path, change: Callable[[str], str], title: str = SHEET) -> Path:
    """Change the XML of one sheet."""
    part = _part_of(path, title)
    return patch(path, lambda name, text: change(text) if name == part else text)


def with_raw_answers(path: Path, cells: Mapping[str, str]) -> Path:
    """Put cells into the project's sheet as XML; each by the name of its field, with ``{at}`` for its address."""
    sheet = load_workbook(path)[SHEET]
    places = {f"C{row(sheet, name)}": xml for name, xml in cells.items()}

    def change(text: str) -> str:
        for at, xml in places.items():
            pattern = rf'<c r="{at}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
            found = re.search(pattern, text)
            assert found, at
            text = text.replace(found[0], xml.format(at=at, style=found[1] or ""), 1)
        return text

    return patch_sheet(path, change)


def strict(path: Path) -> Path:
    """Save it as «Strict Open XML», as Excel offers."""

    def change(name: str, text: str) -> str:
        for old, new in _STRICT.items():
            text = text.replace(old, new)
        return text.replace("<workbook ", '<workbook conformance="strict" ', 1) if name == "xl/workbook.xml" else text

    return patch(path, change)


def with_macros(path: Path) -> Path:
    """Save it with macros, under its name with the ending ``.xlsm``."""
    parts = read_parts(path)
    types, relations = parts["[Content_Types].xml"].decode(), parts["xl/_rels/workbook.xml.rels"].decode()
    types = types.replace(f"{_TYPES}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    project = '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    link = (
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>'
    )
    parts["[Content_Types].xml"] = types.replace("</Types>", project).encode()
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", link).encode()
    parts["xl/vbaProject.bin"] = b'\xd0\xcf\x11\xe0Shell "calc"'
    macro = path.with_suffix(".xlsm")
    macro.write_bytes(packed(parts))
    return macro


def by_libreoffice(path: Path, ending: str, folder: Path) -> Path:
    """Return it as LibreOffice saves it, with an ending."""
    return all_by_libreoffice([path], ending, folder)[0]


def all_by_libreoffice(paths: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """Return workbooks as LibreOffice saves them, with an ending; formulas without a result are calculated."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [out / f"{path.stem}.{ending}" for path in paths]


def by_a_plain_program(path: Path) -> Path:
    """Write it anew as web programs export: inline strings, no styles, no names, no formats, no hidden columns."""
    sheets = {sheet.title: _plain(sheet) for sheet in load_workbook(path).worksheets}
    numbers = range(1, len(sheets) + 1)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>' for n in numbers
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    listed = "".join(f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="r{n}"/>' for n, title in enumerate(sheets, 1))
    book = f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" '
        f'ContentType="{_TYPES}.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{book}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATION}"><sheets>{listed}</sheets></workbook>',
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets.values(), 1)},
    }
    path.write_bytes(packed({name: f"{_HEAD}{text}".encode() for name, text in parts.items()}))
    return path


def with_phantoms(path: Path) -> Path:
    """Let the project's sheet go on with empty rows, the first thousands of them with formats, and one cell at XFD."""

    def change(text: str) -> str:
        last = max(int(number) for number in re.findall(r'<row r="(\d+)"', text))
        made = [
            f'<row r="{n}" spans="1:9" ht="15" customHeight="1">'
            + "".join(f'<c r="{letter}{n}" s="1"/>' for letter in "ABCDEFGHI")
            + "</row>"
            for n in range(last + 1, _STYLED)
        ]
        made += [f'<row r="{n}" spans="1:9" ht="15" customHeight="1"/>' for n in range(_STYLED, _LAST_ROW)]
        made.append(f'<row r="{_LAST_ROW}"><c r="XFD{_LAST_ROW}" s="1"/></row>')
        return text.replace("</sheetData>", "".join(made) + "</sheetData>")

    return patch_sheet(path, change)


def _plain(sheet: Worksheet) -> str:
    rows = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        said = "".join(
            f'<c r="{cell.coordinate}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell.value))}</t></is></c>'
            for cell in cells
            if cell.value is not None
        )
        rows.append(f'<row r="{number}">{said}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _part_of(path: Path, title: str) -> str:
    workbook = load_workbook(path)
    return f"xl/worksheets/sheet{workbook.sheetnames.index(title) + 1}.xml"


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))
