"""A received workbook: its sheets, the text of its cells, and what its hidden sheet says it was made for."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook import layout, words
from ehport.workbook.celltext import Seen, is_formula, seen, seen_result, typed_text
from ehport.workbook.package import Package, open_package
from ehport.workbook.unreadable import UnreadableFileError

MOST_ROWS, CARD_COLUMNS = 5_000, 12
_MOST_CHARACTERS = 10_000_000  # of all cells together; a real submission has fifty thousand

AnyCell = Cell | MergedCell
SheetRow = tuple[AnyCell, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook was made for; empty where it does not say."""

    form: str = ""
    round_id: str = ""
    budget_year: int = 0
    actor: str = ""


@dataclass(slots=True)
class Book:
    """A workbook opened for reading; stored results are loaded only when a formula stands where an answer belongs."""

    package: Package
    workbook: Workbook
    _results: Workbook | None = field(default=None, init=False)
    _characters: int = field(default=0, init=False)

    @property
    def sheets(self) -> Sequence[Worksheet]:
        """The sheets in order, without chart sheets."""
        return self.workbook.worksheets

    def seen(self, cell: AnyCell) -> Seen:
        """Return what a person sees in a cell."""
        if is_formula(cell):
            return seen_result(self._stored(cell))
        found = seen(cell)
        self._characters += len(found.text)
        if self._characters > _MOST_CHARACTERS:
            raise UnreadableFileError(
                Code.TOO_LARGE, size=_characters(self._characters), limit=_characters(_MOST_CHARACTERS)
            )
        return found

    def _stored(self, cell: AnyCell) -> AnyCell:
        if self._results is None:
            self._results = _load(self.package, results=True)
        stored: AnyCell = self._results[cell.parent.title][cell.coordinate]
        return stored


def _characters(count: int) -> Text:
    return Text("{count} tegn", "{count} characters").format(count=count)


def open_book(path: Path) -> Book:
    """Open a workbook from outside.

    Raises `UnreadableFileError` saying why it cannot be read.
    """
    package = open_package(path)
    return Book(package, _load(package, results=False))


def _load(package: Package, *, results: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it would lose on saving; nothing is saved
        try:
            return load_workbook(BytesIO(package.data), data_only=results, keep_links=False)
        except Exception as bad:
            raise UnreadableFileError(Code.DAMAGED) from bad


def rows_of(sheet: Worksheet, columns: int = CARD_COLUMNS) -> Iterator[SheetRow]:
    """Yield the rows of a sheet down to the last value; a style far away does not make a sheet large."""
    # max_row counts cells that only have a style: one of them at XFD1048576 would make 17 billion cells.
    last = max((row for (row, _), cell in sheet._cells.items() if cell.value is not None), default=0)
    if last:
        yield from sheet.iter_rows(min_row=1, max_row=min(last, MOST_ROWS), max_col=columns)


def plain_text(cell: AnyCell) -> str:
    """Return a cell's text when it holds text, and nothing when it holds a formula or something else."""
    return typed_text(cell.value).strip() if cell.data_type == "s" and isinstance(cell.value, str) else ""


def origin(book: Book) -> Origin:
    """Return what the hidden sheet says, wherever it stands and whatever it is called."""
    for sheet in book.sheets:
        if plain_text(sheet["A1"]) == layout.VOCABULARY:
            facts = {plain_text(sheet.cell(row, 1)): book.seen(sheet.cell(row, 2)).text for row in range(2, 12)}
            year = facts.get(words.BUDGET_YEAR, "")
            return Origin(
                form=facts.get(words.FORM, ""),
                round_id=facts.get(words.ROUND, ""),
                budget_year=int(year) if year.isdecimal() else 0,
                actor=facts.get(words.ACTOR, ""),
            )
    return Origin()
