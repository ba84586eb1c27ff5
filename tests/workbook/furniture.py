"""Oddities that spreadsheet programs leave in parts no answer depends on; each changes the XML of one part."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.workbook.corpus import patch
from tests.workbook.hard_book import packed, read_parts

_STYLES, _BOOK, _SHEET, _TYPES = "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet3.xml", "[Content_Types].xml"
_CORE, _THEME = "docProps/core.xml", "xl/theme/theme1.xml"
Change = Callable[[str], str]


def _replaced(old: str, new: str) -> Change:
    def change(text: str) -> str:
        found = re.search(old, text, re.DOTALL)
        assert found, old
        return text[: found.start()] + new + text[found.end() :]

    return change


def _before(end: str, new: str) -> Change:
    return _replaced(f"(?=</{end}>)", new)


FURNITURE: Mapping[str, tuple[str, Change]] = {
    "a colour by its name": (_STYLES, _replaced(r'<color rgb="\w+"\s*/>', '<color rgb="red"/>')),
    "a colour of three signs": (_STYLES, _replaced(r'rgb="\w+"', 'rgb="FFF"')),
    "a colour of the theme far out": (_STYLES, _replaced(r'rgb="\w+"', 'theme="-7" tint="NaN"')),
    "an empty fill": (_STYLES, _before("fills", "<fill/>")),
    "an unknown pattern": (_STYLES, _before("fills", '<fill><patternFill patternType="stripes"/></fill>')),
    "underlining by a number": (_STYLES, _before("font", '<u val="1"/>')),
    "a font family of 99": (_STYLES, _before("font", '<family val="99"/>')),
    "a style without a name": (_STYLES, _replaced(r'<cellStyle name="[^"]*"', "<cellStyle")),
    "a style that counts wrongly": (_STYLES, _replaced(r'<cellXfs count="\d+"', '<cellXfs count="none"')),
    "an edge of its own kind": (_STYLES, _before("borders", '<border><left style="wavy"/></border>')),
    "a text turned 400 degrees": (_STYLES, _replaced(r"(?=</cellXfs>)", '<xf><alignment textRotation="400"/></xf>')),
    "no styles": (_TYPES, lambda text: re.sub(r"<Override[^>]*styles[^>]*>", "", text)),
    "a theme that is none": (_THEME, lambda _: "<nothing"),
    "properties with a date in words": (_CORE, _replaced(r"(<dcterms:created[^>]*>)[^<]*", r"<dcterms:created>i går")),
    "properties that are no XML": (_CORE, lambda _: "Kari Normann"),
    "a name of the workbook that refers nowhere": (
        _BOOK,
        _before("workbook", '<definedNames><definedName name="x" localSheetId="77">#REF!</definedName></definedNames>'),
    ),
    "a window on a sheet that is not there": (
        _BOOK,
        _before("workbook", '<bookViews><workbookView activeTab="99" firstSheet="-1" tabRatio="x"/></bookViews>'),
    ),
    "a drop-down over whole columns": (
        _SHEET,
        _before("worksheet", '<dataValidations><dataValidation type="magic" sqref="A:XFD"/></dataValidations>'),
    ),
    "a drop-down of no cells": (
        _SHEET,
        _before("worksheet", '<dataValidations><dataValidation type="list" sqref=""/></dataValidations>'),
    ),
    "icons that nobody knows": (
        _SHEET,
        _before(
            "worksheet",
            '<conditionalFormatting sqref="C1"><cfRule type="iconSet" priority="x"><iconSet iconSet="9Faces"/>'
            "</cfRule></conditionalFormatting>",
        ),
    ),
    "a view that is frozen nowhere": (
        _SHEET,
        _before("worksheet", '<sheetViews><sheetView workbookViewId="x"><pane state="cold"/></sheetView></sheetViews>'),
    ),
    "columns without numbers": (_SHEET, _before("worksheet", '<cols><col min="0" max="x" width="wide"/></cols>')),
    "a drawing that is not there": (
        _SHEET,
        _before(
            "worksheet",
            '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId404"/>',
        ),
    ),
    "a page of no known size": (_SHEET, _before("worksheet", '<pageSetup paperSize="x" orientation="sideways"/>')),
    "a filter of a wrong kind": (_SHEET, _before("worksheet", '<autoFilter ref="x"><filterColumn/></autoFilter>')),
    "a link to nothing": (_SHEET, _before("worksheet", '<hyperlinks><hyperlink ref="hele arket"/></hyperlinks>')),
    "rows of odd heights": (_SHEET, _replaced(r'<row r="2"[^>]*>', '<row ht="auto" outlineLevel="99" r="2">')),
    "a merge of one corner": (_SHEET, _before("worksheet", '<mergeCells><mergeCell ref="C4:"/></mergeCells>')),
}
LOOSE_PARTS: Mapping[str, bytes] = {
    "xl/charts/chart1.xml": b"<c:chartSpace xmlns:c='x'><c:chart><c:holeSize val='x'/></c:chart></c:chartSpace>",
    "xl/drawings/drawing1.xml": b"<xdr:wsDr xmlns:xdr='x'><xdr:twoCellAnchor editAs='never'/></xdr:wsDr>",
    "xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition dataOnRows='perhaps'/>",
    "xl/pivotCache/pivotCacheDefinition1.xml": b"not xml",
    "xl/comments1.xml": b"<comments><commentList><comment ref='C4'/></commentList></comments>",
    "xl/tables/table1.xml": b"<table id='x' ref='A:A'/>",
    "xl/externalLinks/externalLink1.xml": b"",
    "docProps/custom.xml": b"<Properties><property><filetime>never</filetime></property></Properties>",
    "docProps/app.xml": b"\x00\x01",
    "xl/persons/person.xml": b"<personList><person/></personList>",
    "customXml/item1.xml": b"{}",
    "xl/vbaProjectSignature.bin": b"\xff",
}


def with_furniture(path: Path, name: str) -> Path:
    """Put an oddity into a workbook, by what it is called above."""
    part, change = FURNITURE[name]
    return patch(path, lambda each, text: change(text) if each == part else text)


def with_loose_part(path: Path, name: str) -> Path:
    """Put a part into a workbook, related to the workbook and to its third sheet."""
    parts = {**read_parts(path), name: LOOSE_PARTS[name]}
    kind = name.split("/")[-2].removesuffix("s") if "/" in name else name
    link = f'<Relationship Id="rIdLoose" Type="http://x/{kind}" Target="/{name}"/></Relationships>'
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", link.encode())
    of_sheet = "xl/worksheets/_rels/sheet3.xml.rels"
    head = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts[of_sheet] = head + link.encode()
    path.write_bytes(packed(parts))
    return path
