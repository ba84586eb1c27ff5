"""The sheet of feedback: the first sheet of a marked copy, with every diagnostic and a link to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.grouping import group_by_project
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import count, severity_word, visible
from ehport.diagnostics.wording import counts, message, remedy
from ehport.lang.language import Lang, Text
from ehport.workbook import heights, layout
from ehport.workbook.annotating import highlights
from ehport.workbook.parts import RELATION, SHEET_TYPE, PackageParts
from ehport.workbook.titles import Titles
from ehport.workbook.xml_events import MAIN
from ehport.workbook.xml_tree import Element, parse_xml

SYMBOLS: Mapping[Severity, str] = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●"}
_WORKSHEET = "worksheet"
_HEAD_ROW = 4
_WIDTHS = {"A": 10.0, "B": 12.0, "C": 30.0, "D": 9.0, "E": 62.0, "F": 62.0, "G": 9.0, "H": 10.0}
_TITLE = Text("Tilbakemelding", "Feedback")
_ABOUT = Text("Tilbakemelding på {file}", "Feedback on {file}")
_HOW = Text(
    "{counts}. Rett cellene som det er lenket til, og send inn arbeidsboken. Dette arket og fargene blir ikke lest.",
    "{counts}. Correct the cells that are linked to, and send the workbook. This sheet and the colours are not read.",
)
_NOTHING = Text("Ingenting å rette", "Nothing to correct")
_HEADINGS = Text("Alvor|Ark|Celle|Hva|Hva du gjør|Kode|Rettet?", "Severity|Sheet|Cell|What|What to do|Code|Done?")
_DONE = Text("Ja", "Yes")
_DONE_LOOK = '<dxf><font><strike/><color rgb="FF6B7680"/></font></dxf>'
_SETTLED = Text("Avklart: {reason}", "Settled: {reason}")


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a marked copy tells: about which file, every diagnostic, and in which language."""

    file: str
    diagnostics: Sequence[Diagnostic]
    lang: Lang

    def told(self, each: Diagnostic) -> tuple[str, str]:
        """Return what is wrong and what to do, harmless to whatever shows it."""
        what = visible(message(each, self.lang))
        done = _SETTLED.format(reason=each.settled)[self.lang] if each.settled else remedy(each, self.lang)
        return what, visible(done)

    def word(self, of: Severity) -> str:
        """Return a severity as symbol and word."""
        return f"{SYMBOLS[of]} {severity_word(of, self.lang).capitalize()}"


def rank(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with the most severe first."""
    order = list(Severity)
    return sorted(diagnostics, key=lambda each: order.index(each.severity))


def put_first(parts: PackageParts, styles: str, feedback: Feedback, sheets: Mapping[str, str]) -> None:
    """Make the sheet of feedback the first of the workbook, in the place of an earlier copy's.

    ``sheets`` are the workbook's sheets by title, as parts.
    """
    former = next((title for title, part in sheets.items() if _is_feedback(parts, part)), None)
    part = sheets[former] if former else parts.free_name("xl/worksheets/sheet{}.xml")
    looks = _Looks(parts.tree(styles))
    parts.put(part, "".join(_sheet(feedback, looks, sheets)).encode())
    tree = parts.tree(parts.book)
    if former is None:
        _add(parts, tree, part, Titles(sheets).take(_TITLE[feedback.lang]))
    else:
        _move_first(tree, former)
    for view in tree.all("bookViews", "workbookView"):
        view.attributes |= {"activeTab": "0", "firstSheet": "0"}


def _is_feedback(parts: PackageParts, part: str) -> bool:
    first = parts.tree(part).find("sheetData", "row", "c")
    if first is None:
        return False
    if first.get("t") != "s":
        return first.text.strip() == layout.FEEDBACK
    shared = parts.related(parts.book, "sharedStrings")
    value = first.find("v")
    place = value.text.strip() if value else ""
    listed = [*parts.tree(shared)] if shared and place.isdecimal() else []
    return int(place) < len(listed) and listed[int(place)].text == layout.FEEDBACK if listed else False


def _add(parts: PackageParts, book: Element, part: str, title: str) -> None:
    parts.register(part, f"{SHEET_TYPE}{_WORKSHEET}+xml")
    listed = book.one("sheets")
    number = 1 + max((int(each.get("sheetId") or 0) for each in listed), default=0)
    sheet = Element("sheet", {"name": title, "sheetId": str(number)})
    listed.insert(0, sheet)
    sheet.set_of(RELATION, "id", parts.relate(parts.book, _WORKSHEET, part))
    for each in book.all("definedNames", "definedName"):
        if each.get("localSheetId"):
            each.attributes["localSheetId"] = str(int(each.get("localSheetId")) + 1)


def _move_first(book: Element, title: str) -> None:
    """Move a sheet to the first place; names that belong to one sheet go by its place."""
    listed = book.one("sheets")
    place, sheet = next((at, each) for at, each in enumerate(listed) if each.get("name") == title)
    listed.remove(sheet)
    listed.insert(0, sheet)
    for each in book.all("definedNames", "definedName"):
        of = each.get("localSheetId")
        if of and int(of) <= place:
            each.attributes["localSheetId"] = "0" if int(of) == place else str(int(of) + 1)


def _sheet(feedback: Feedback, looks: _Looks, sheets: Mapping[str, str]) -> Iterator[str]:
    lang = feedback.lang
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
    yield '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView '
    yield 'showGridLines="0" tabSelected="1" '
    yield f'workbookViewId="0"><pane ySplit="{_HEAD_ROW}" topLeftCell="A{_HEAD_ROW + 1}" activePane="bottomLeft" '
    yield 'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols>'
    for at, (letter, width) in enumerate(_WIDTHS.items(), 1):
        hidden = ' hidden="1"' if letter == "A" else ""
        yield f'<col min="{at}" max="{at}" width="{width}" customWidth="1"{hidden}/>'
    yield "</cols><sheetData>"
    about = _ABOUT.format(file=visible(feedback.file))[lang]
    yield _row(1, {"A": (layout.FEEDBACK, looks.plain), "B": (about, looks.title)}, 26)
    yield _row(2, {"B": (_HOW.format(counts=_counted(feedback))[lang], looks.line)}, 18)
    headings = zip("BCDEFGH", _HEADINGS[lang].split("|"), strict=True)
    yield _row(_HEAD_ROW, {letter: (text, looks.head) for letter, text in headings}, 18)
    links = []
    listed = [*_listed(feedback)]
    for row, (each, is_repeated) in enumerate(listed, _HEAD_ROW + 1):
        yield _told(row, each, feedback, looks, is_repeated=is_repeated)
        if each.at.cell and each.at.sheet in sheets:
            links.append(_link(f"D{row}", each))
    yield "</sheetData>"
    if listed:
        yield from _tools(_HEAD_ROW + len(listed), looks, lang)
    if links:
        yield f"<hyperlinks>{''.join(links)}</hyperlinks>"
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'


def _listed(feedback: Feedback) -> Iterator[tuple[Diagnostic, bool]]:
    """Yield the diagnostics in the order of the text, and of each whether it tells the same as the one above it."""
    for group in group_by_project(feedback.diagnostics):
        for fault in group.faults:
            yield fault.first, False
            yield from ((each, True) for each in fault.others)


def _tools(last: int, looks: _Looks, lang: Lang) -> Iterator[str]:
    """Yield buttons to filter by, a choice of what is done, and the look of a row that is."""
    first, done = _HEAD_ROW + 1, _DONE[lang]
    yield f'<autoFilter ref="B{_HEAD_ROW}:H{last}"/><conditionalFormatting sqref="B{first}:H{last}"><cfRule '
    yield f'type="expression" dxfId="{looks.done}" priority="1"><formula>$H{first}="{done}"</formula></cfRule>'
    yield '</conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" '
    yield f'sqref="H{first}:H{last}"><formula1>"{done}"</formula1></dataValidation></dataValidations>'


def _counted(feedback: Feedback) -> str:
    found = counts(feedback.diagnostics)
    told = ", ".join(count(each, number, feedback.lang) for each, number in found.items() if number)
    return told or _NOTHING[feedback.lang]


def _told(row: int, each: Diagnostic, feedback: Feedback, looks: _Looks, *, is_repeated: bool) -> str:
    of = each.severity
    what, done = feedback.told(each)
    at = each.at
    cells = {
        "B": (feedback.word(of), looks.severity[of]),
        "C": (visible(at.sheet or at.project_name), looks.plain),
        "D": (at.cell, looks.link if at.cell else looks.plain),
        "E": (what, looks.plain),
        "F": (done, looks.plain),
        "G": (each.code.value, looks.plain),
    }
    height = max(heights.points(text, _WIDTHS[letter]) for letter, (text, _) in cells.items())
    return _row(row, cells, height + 4, level=int(is_repeated))


def _link(ref: str, each: Diagnostic) -> str:
    sheet = each.at.sheet.replace("'", "''")
    where = f"'{sheet}'!{each.at.cell}"
    return f"<hyperlink ref={quoteattr(ref)} location={quoteattr(where)} display={quoteattr(each.at.cell)}/>"


def _row(number: int, cells: Mapping[str, tuple[str, int]], height: float, *, level: int = 0) -> str:
    made = "".join(
        f'<c r="{letter}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for letter, (text, look) in cells.items()
        if text
    )
    outline = f' outlineLevel="{level}"' if level else ""
    return f'<row r="{number}" ht="{min(409.0, max(16.0, height)):.1f}"{outline}>{made}</row>'


class _Looks:
    """The styles of the sheet, appended to the workbook's; nothing that is there is renumbered."""

    def __init__(self, styles: Element) -> None:
        self._styles = styles
        body = self._part("fonts", '<font><sz val="9"/><color rgb="FF1B2733"/><name val="Arial"/></font>')
        bold = self._part("fonts", '<font><b/><sz val="9"/><color rgb="FF1B2733"/><name val="Arial"/></font>')
        large = self._part("fonts", '<font><b/><sz val="14"/><color rgb="FF12436D"/><name val="Arial"/></font>')
        white = self._part("fonts", '<font><b/><sz val="9"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>')
        under = self._part("fonts", '<font><u/><sz val="9"/><color rgb="FF12436D"/><name val="Arial"/></font>')
        head = self._part("fills", _fill("12436D"))
        self.plain = self._format(body, 0)
        self.line = self._format(body, 0, wrap=False)
        self.title = self._format(large, 0, wrap=False)
        self.head = self._format(white, head)
        self.link = self._format(under, 0)
        self.done = highlights.place_of(styles, parse_xml(_DONE_LOOK.encode()))
        self.severity = {
            of: self._format(bold, self._part("fills", _fill(colour))) for of, (colour, _) in highlights.COLOURS.items()
        }

    def _part(self, name: str, xml: str) -> int:
        """Return the place of a font or a fill, which is added when it is not there yet."""
        return self._styles.one(name).place_of(parse_xml(xml.encode()))

    def _format(self, font: int, fill: int, *, wrap: bool = True) -> int:
        wrapped = ' wrapText="1"' if wrap else ""
        return self._part(
            "cellXfs",
            f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="0" applyFont="1" applyFill="1" '
            f'applyAlignment="1"><alignment vertical="top"{wrapped}/></xf>',
        )


def _fill(colour: str) -> str:
    colours = f'<fgColor rgb="FF{colour}"/><bgColor indexed="64"/>'
    return f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>'
