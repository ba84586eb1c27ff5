"""What is damaged: a filled workbook, one with all that programs add, one with shared texts, a register, and texts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from ehport.model.round import REGISTER
from ehport.opening.extract import extract
from ehport.rounds.find import SUBMISSIONS
from tests.source import ROOT
from tests.workbook.books import given, write
from tests.workbook.furniture import LOOSE_PARTS
from tests.workbook.hard_book import hard_book, packed, read_parts

ROUND = ROOT / SUBMISSIONS / "2021-04"
_INLINE = re.compile(r'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="inlineStr"><is>(<t[^>]*>.*?</t>)</is></c>', re.DOTALL)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def workbooks(folder: Path) -> Mapping[str, bytes]:
    """Return the workbooks to damage by what they are."""
    filled = write(folder / "helse-vest.xlsx", given(total_cost="ca. 12 mill")).read_bytes()
    hard = read_parts(hard_book(folder / "hard.xlsx").read_bytes())
    return {
        "filled": filled,
        "with furniture": packed({**LOOSE_PARTS, **hard}),
        "with shared texts": _shared(filled),
        "register": (ROUND / REGISTER).read_bytes(),
    }


def record() -> bytes:
    """Return a record to damage: what a workbook of the sample round says."""
    return (extract(ROUND / "helse-nord.xlsx")[0] or json.dumps({})).encode()


def chapters() -> Mapping[str, bytes]:
    """Return the office's chapters to damage, by their names."""
    return {path.name: path.read_bytes() for path in sorted((ROUND / "editorial").glob("*.md"))}


def _shared(workbook: bytes) -> bytes:
    """Return a workbook with its texts in a part of their own, as Excel and LibreOffice save it."""
    texts: list[str] = []

    def share(found: re.Match[str]) -> str:
        texts.append(f"<si>{found[2]}</si>")
        return f'{found[1]} t="s"><v>{len(texts) - 1}</v></c>'

    parts = read_parts(workbook)
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _INLINE.sub(share, parts[name].decode()).encode()
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}"/></Types>'
    link = f'<Relationship Id="rIdTexts" Type="{_KIND}" Target="sharedStrings.xml"/></Relationships>'
    relations = "xl/_rels/workbook.xml.rels"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    parts[relations] = parts[relations].replace(b"</Relationships>", link.encode())
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{"".join(texts)}</sst>'.encode()
    return packed(parts)
