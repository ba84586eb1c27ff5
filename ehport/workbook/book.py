"""A received workbook: its sheets, the text of its cells, and what its hidden sheet says it was made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ehport.diagnostics.code import Code
from ehport.form.reading import tidy, without_marks
from ehport.lang.language import Text
from ehport.workbook import layout
from ehport.workbook.cell_texts import CellText, read_shared_texts
from ehport.workbook.cell_values import DateSystem
from ehport.workbook.cells import CellLook, Sheet, SheetCell
from ehport.workbook.celltext import decode_text
from ehport.workbook.looks import read_looks
from ehport.workbook.package import Package, open_package
from ehport.workbook.seen import Seen, read_as_seen
from ehport.workbook.sheet_reader import Surroundings, read_cells
from ehport.workbook.signs import LOOKED_AT, SHEET_LOOKED_AT, has_signs
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import BrokenXmlError, is_on, of_namespace, read_xml

CARD_COLUMNS = 12
_MOST_CHARACTERS = 10_000_000  # of all cells together; a real submission has fifty thousand
_WORKSHEET, _OTHER_SHEETS = "worksheet", ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_TEXTS, _STYLES = "sharedStrings", "styles"


SheetRow = tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook was made for; empty where it does not say."""

    form: str = ""
    round_id: str = ""
    budget_year: int = 0
    actor: str = ""


@dataclass(slots=True)
class Book:
    """A workbook as it was read; one without a sign of the form has no sheets.

    ``unreadable`` has the titles of the sheets whose parts are missing or broken.
    """

    package: Package
    sheets: Sequence[Sheet] = ()
    unreadable: tuple[str, ...] = ()
    _characters: int = field(default=0, init=False)

    def seen(self, cell: SheetCell) -> Seen:
        """Return what a person sees in a cell."""
        found = read_as_seen(cell)
        self._characters += len(found.text)
        if self._characters > _MOST_CHARACTERS:
            size, limit = (_characters(each) for each in (self._characters, _MOST_CHARACTERS))
            raise UnreadableFileError(Code.TOO_LARGE, size=size, limit=limit)
        return found


def open_book(path: Path) -> Book:
    """Open a workbook from outside; another form's workbook is known by its texts, and its cells are not read.

    Raises `UnreadableFileError` saying why it cannot be read.
    """
    package = open_package(path)
    try:
        return _read(package)
    except BrokenXmlError as bad:
        raise UnreadableFileError(Code.DAMAGED) from bad


def origin(book: Book) -> Origin:
    """Return what the hidden sheet says, wherever it stands and whatever it is called."""
    for sheet in book.sheets:
        if plain_text(sheet.cell(1, 1)) == layout.VOCABULARY:
            facts = {plain_text(sheet.cell(row, 1)): book.seen(sheet.cell(row, 2)).text for row in range(2, 12)}
            year = facts.get(layout.BUDGET_YEAR, "")
            return Origin(
                form=facts.get(layout.FORM, ""),
                round_id=facts.get(layout.ROUND, ""),
                budget_year=int(year) if year.isdecimal() else 0,
                actor=facts.get(layout.ACTOR, ""),
            )
    return Origin()


def rows_of(sheet: Sheet, columns: int = CARD_COLUMNS) -> Iterator[SheetRow]:
    """Yield the rows of a sheet down to the last value; a style far away does not make a sheet large."""
    return sheet.rows(columns)


def plain_text(cell: SheetCell) -> str:
    """Return a cell's text when it holds text, and nothing when it holds a formula or something else."""
    is_text = cell.data_type == "s" and isinstance(cell.value, str) and not cell.is_formula
    return decode_text(str(cell.value)).strip() if is_text else ""


def heading(cell: SheetCell) -> str:
    """Return what a cell says as the heading of a column: a text, a year as a number or a date, or a result."""
    text = read_as_seen(cell).text.strip() if cell.value is not None else ""
    bare, is_marked = without_marks(tidy(text))
    return bare if is_marked else text


def _read(package: Package) -> Book:
    listed = _Listed(package)
    if not has_signs(listed.beginnings()):
        return Book(package)
    package.assert_plain()
    around = Surroundings(listed.texts(), listed.looks(), listed.calendar)
    sheets, unreadable = [], []
    for title, part in listed.sheets():
        try:
            sheets.append(Sheet(title, read_cells(package.read(part), around)))
        except BrokenXmlError:
            unreadable.append(title)
    if not sheets:
        raise UnreadableFileError(Code.DAMAGED)
    return Book(package, sheets, (*listed.missing(), *unreadable))


class _Listed:
    """What the workbook's own part lists: the sheets with their parts, and what all cells refer to."""

    def __init__(self, package: Package) -> None:
        """Read the list."""
        main = package.book
        self._package, self._related = package, package.related(main)
        self._sheets: list[tuple[str, str]] = []
        self.calendar = DateSystem()
        read_xml(package.read(main), {"sheet": self._sheet, "workbookPr": self._properties})

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield title and part of the sheets that are there, in order; chart sheets have no cells."""
        for title, number in self._sheets:
            found = self._related.get(number)
            if found and found.kind == _WORKSHEET and found.target in self._package:
                yield title, found.target

    def missing(self) -> Iterator[str]:
        """Yield the titles of the sheets that are listed, and nothing is there."""
        there = {title for title, _ in self.sheets()}
        for title, number in self._sheets:
            found = self._related.get(number)
            if title not in there and not (found and found.kind in _OTHER_SHEETS):
                yield title

    def beginnings(self) -> Iterator[bytes]:
        """Yield how the parts with texts begin."""
        for part, count in ((self._part(_TEXTS), LOOKED_AT), *((part, SHEET_LOOKED_AT) for _, part in self.sheets())):
            if part in self._package:
                yield self._package.begin(part, count)

    def texts(self) -> Sequence[CellText]:
        """Return the texts that cells share."""
        return read_shared_texts(self._package.read(part)) if (part := self._part(_TEXTS)) in self._package else ()

    def looks(self) -> Sequence[CellLook]:
        """Return the looks that cells refer to."""
        return read_looks(self._package.read(part)) if (part := self._part(_STYLES)) in self._package else ()

    def _part(self, kind: str) -> str:
        found = (each.target for each in self._related.values() if each.kind == kind)
        return next((each for each in found if each in self._package), f"xl/{kind}.xml")

    def _sheet(self, given: Mapping[str, str]) -> None:
        self._sheets.append((given.get("name", ""), of_namespace(given, "id")))

    def _properties(self, given: Mapping[str, str]) -> None:
        self.calendar = DateSystem(from_1904="date1904" in given and is_on(given["date1904"]))


def _characters(count: int) -> Text:
    return Text("{count} tegn", "{count} characters").format(count=count)
