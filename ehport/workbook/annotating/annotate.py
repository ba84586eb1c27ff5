"""A marked copy: a received workbook with its diagnosed cells coloured and commented, and all else as it was.

Every other part of the file survives byte for byte. What an earlier copy marked is taken off first, so that a copy
that was filled in further can be marked again.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pyexpat import ExpatError

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.workbook.annotating import highlights, notes
from ehport.workbook.annotating.feedback_sheet import Feedback, put_first, rank
from ehport.workbook.parts import RELATION, SHEET_TYPE, PackageParts
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import MAIN

_NO_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs '
    'count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" '
    'fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_DAMAGED = (
    ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    NotImplementedError,
    RuntimeError,
)
_ON = frozenset({"1", "true"})


def annotate(received: bytes, feedback: Feedback) -> bytes:
    """Return a marked copy of a workbook's bytes.

    Raises `UnreadableFileError` when the package has another build than spreadsheet programs write by default.
    """
    try:
        return _annotated(PackageParts(received), feedback)
    except _DAMAGED as bad:
        raise UnreadableFileError(Code.NOT_MARKED, file=feedback.file) from bad


def _annotated(parts: PackageParts, feedback: Feedback) -> bytes:
    book = parts.tree(parts.book)
    if (book.namespace, book.name) != (MAIN, "workbook"):
        raise UnreadableFileError(Code.NOT_MARKED, file=feedback.file)  # Strict Open XML has names of its own
    styles = parts.related(parts.book, "styles") or _new_styles(parts)
    sheets = _sheets(parts)
    for title, part in sheets.items():
        sheet = parts.tree(part)
        for view in sheet.all("sheetViews", "sheetView"):
            if view.get("tabSelected") in _ON:  # two selected sheets would both take what is typed
                del view.attributes["tabSelected"]
        highlights.take_off(sheet)
        notes.take_off(parts, part)
        found = _by_cell(feedback, title)
        if found:
            worst = {cell: each[0].severity for cell, each in found.items()}
            highlights.highlight(parts, sheet, styles, worst)
            notes.add(parts, part, {cell: _note(each, feedback) for cell, each in found.items()})
    put_first(parts, styles, feedback, sheets)
    return parts.written()


def _sheets(parts: PackageParts) -> dict[str, str]:
    """Return the parts of the workbook's sheets by title; chart sheets have no cells."""
    related = parts.relationships(parts.book)
    found = {}
    for each in parts.tree(parts.book).one("sheets"):
        relation = related.get(each.get("id", RELATION))
        if relation and relation.kind == "worksheet" and relation.target in parts:
            found[each.get("name")] = relation.target
    return found


def _new_styles(parts: PackageParts) -> str:
    usual = "xl/styles.xml"
    name = parts.free_name("xl/styles{}.xml") if usual in parts else usual
    parts.put(name, _NO_STYLES.encode())
    parts.register(name, f"{SHEET_TYPE}styles+xml")
    parts.relate(parts.book, "styles", name)
    return name


def _by_cell(feedback: Feedback, title: str) -> Mapping[str, list[Diagnostic]]:
    """Return a sheet's diagnostics by cell, with the most severe first."""
    found: dict[str, list[Diagnostic]] = {}
    for each in rank(feedback.diagnostics):
        if each.at.sheet == title and each.at.cell:
            found.setdefault(each.at.cell, []).append(each)
    return found


def _note(diagnostics: list[Diagnostic], feedback: Feedback) -> str:
    told = []
    for each in diagnostics:
        what, done = feedback.told(each)
        told.append(f"{feedback.word(each.severity)} {each.code.value}\n{what}\n→ {done}")
    return "\n\n".join(told)
