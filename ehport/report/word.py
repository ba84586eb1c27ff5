"""A part of the report as a Word document to be edited: headings, paragraphs, lists and tables stay what they are."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_LISTS = {"ul": "List Bullet", "ol": "List Number"}
_UNSEEN = ("i", "caption")  # symbols of colours, which stand beside their words, and what the heading above says
_BREAKS = ("note", "second", "what", "then")  # set on a line of their own on paper
_WIDTH = re.compile(r"width: ([\d.]+)mm")
_SPACES = re.compile(r"[ \t\n]+")
_FONT, _SIZE, _MARGIN = "Calibri", 11, 20
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of what a ZIP file can tell


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself."""

    title: str
    author: str
    lang: str
    stamp: datetime


def word_document(html: str, about: About) -> bytes:
    """Return HTML of the report's own templates as a Word document; the same HTML gives the same bytes."""
    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    document.styles["Normal"].font.name = _FONT
    document.styles["Normal"].font.size = Pt(_SIZE)
    document.styles["Normal"].element.get_or_add_rPr().append(_language(about.lang))
    writer = _Writer(document)
    writer.feed(html)
    writer.close()
    _describe(document, about)
    saved = io.BytesIO()
    document.save(saved)
    return _with_fixed_times(saved.getvalue())


def _language(lang: str) -> BaseOxmlElement:
    made = OxmlElement("w:lang")
    made.set(qn("w:val"), {"nb": "nb-NO", "en": "en-GB"}.get(lang, lang))
    return made


def _describe(document: Document, about: About) -> None:
    told = document.core_properties
    told.title, told.author, told.language = about.title, about.author, about.lang
    told.created = told.modified = about.stamp
    told.comments = told.last_modified_by = ""


def _with_fixed_times(data: bytes) -> bytes:
    """Return a ZIP file without the time at which it was written."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return written.getvalue()


@dataclass(slots=True)
class _TableCell:
    """A cell being read: whether it is a heading, how many columns it takes, and its runs of text."""

    is_head: bool
    spans: int
    is_number: bool
    runs: list[tuple[str, bool]] = field(default_factory=list)


class _Writer(HTMLParser):
    """Writes HTML into a document as it is read."""

    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self._document = document
        self._paragraph: Paragraph | None = None
        self._cell: _TableCell | None = None
        self._rows: list[list[_TableCell]] = []
        self._widths: list[float] = []  # in millimetres
        self._lists: list[str] = []
        self._bold = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _HEADINGS:
            self._paragraph = self._document.add_heading("", _HEADINGS[tag])
        elif tag in _LISTS:
            self._lists.append(_LISTS[tag])
        elif tag in ("p", "li"):
            self._begin_paragraph(tag)
        elif tag in ("table", "tr", "td", "th"):
            self._begin_part_of_table(tag, given)
        elif tag == "col":
            self._widths += [float(width) for width in _WIDTH.findall(given.get("style") or "")]
        elif tag == "br" or given.get("class") in _BREAKS:
            self._add(" " if given.get("class") == "what" else "\n")
        self._bold += tag == "strong"
        self._unseen += tag in _UNSEEN

    def _begin_paragraph(self, tag: str) -> None:
        """Begin a list's item or a paragraph; those inside cells and items only go on there."""
        if tag == "li":
            self._paragraph = self._document.add_paragraph("", self._lists[-1] if self._lists else None)
        elif self._cell is None and not self._lists:
            self._paragraph = self._document.add_paragraph()

    def _begin_part_of_table(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self._rows, self._widths, self._paragraph = [], [], None
        elif tag == "tr":
            self._rows.append([])
        else:
            self._cell = _TableCell(tag == "th", int(given.get("colspan") or 1), given.get("class") == "num")
            self._rows[-1].append(self._cell)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS or (tag in ("p", "li") and self._cell is None and not (tag == "p" and self._lists)):
            self._paragraph = None
        elif tag in _LISTS:
            self._lists.pop()
        elif tag in ("td", "th"):
            self._cell = None
        elif tag == "table":
            self._write_table()
        self._bold -= tag == "strong"
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        text = _SPACES.sub(" ", data)
        if not self._unseen and (text.strip() or self._runs_on()):
            self._add(text)

    def _runs_on(self) -> bool:
        """Tell whether a space here stands between words."""
        runs = self._cell.runs if self._cell else []
        text = runs[-1][0] if runs else self._paragraph.text if self._paragraph is not None else ""
        return bool(text) and not text.endswith((" ", "\n"))

    def _add(self, text: str) -> None:
        is_first = not self._runs_on()
        text = text.lstrip(" ") if is_first else text
        if self._cell is not None:
            self._cell.runs.append((text, bool(self._bold)))
        elif self._paragraph is not None and text:
            self._paragraph.add_run(text).bold = bool(self._bold) or None

    def _write_table(self) -> None:
        width = max((sum(cell.spans for cell in row) for row in self._rows), default=0)
        if not width:
            return
        table = self._document.add_table(rows=0, cols=width, style="Table Grid")
        for read in self._rows:
            row = table.add_row()
            if read is self._rows[0]:
                _repeat(row)
            place = 0
            for cell in read:
                made = row.cells[place]
                last = min(place + cell.spans, width) - 1
                _fill(made if last == place else made.merge(row.cells[last]), cell)
                place += cell.spans
        table.autofit = False
        for column, millimetres in zip(table.columns, self._widths, strict=False):
            for cell in column.cells:
                cell.width = Mm(millimetres)
        self._document.add_paragraph()


def _repeat(row: _Row) -> None:
    """Mark a row as the heading of its table, which is read with each cell and repeated on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(made: _Cell, cell: _TableCell) -> None:
    paragraph = made.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    if cell.is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for text, is_bold in cell.runs:
        run = paragraph.add_run(text)
        run.bold, run.font.size = (is_bold or cell.is_head) or None, Pt(9)
