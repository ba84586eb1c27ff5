"""What the prefilled cells of a card said: hidden copies in the same row, found by the marks above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ehport.workbook import layout
from ehport.workbook.book import Book, plain_text
from ehport.workbook.cells import Sheet
from ehport.workbook.found import Found, FoundRow

_MARKED_ROWS = 3


@dataclass(frozen=True, slots=True)
class Prefilled:
    """The hidden copies of one card, row by row; without any, nothing was prefilled."""

    copies: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def said(self, row: int, letter: str) -> str:
        """Return what a prefilled cell said, by its row and the column that the form has it in."""
        return self.copies.get((row, letter), "")


def find_copies(book: Book, sheet: Sheet) -> Prefilled:
    """Return the hidden copies of a sheet, wherever its columns were moved."""
    marks = {mark: letter for letter, mark in layout.COPY_MARKS.items()}
    columns = {
        column: marks[text]
        for (row, column), cell in sheet.cells.items()
        if row <= _MARKED_ROWS and (text := plain_text(cell)) in marks
    }
    return Prefilled(
        {
            (row, columns[column]): book.seen(cell).text
            for (row, column), cell in sheet.cells.items()
            if column in columns and plain_text(cell) not in marks
        }
    )


def pair_rows(rows: Sequence[FoundRow]) -> list[FoundRow]:
    """Return the rows of a list with each one's own copies, also when they were sorted and the copies were not."""
    waiting = [_before(row) for row in rows]
    waiting = [before for before in waiting if before]
    if all(_now(row) == _before(row) for row in rows if _before(row)):
        return list(rows)
    own: dict[int, Mapping[str, str]] = {}
    for is_same in (_is_equal, _is_about, _is_in_place):
        for place, row in enumerate(rows):
            found = next((before for before in waiting if is_same(row, before)), None) if place not in own else None
            if found is not None:
                own[place] = found
                waiting.remove(found)
    return [_with(row, own.get(place, {})) for place, row in enumerate(rows)]


def _is_equal(row: FoundRow, before: Mapping[str, str]) -> bool:
    return _now(row) == before


def _is_about(row: FoundRow, before: Mapping[str, str]) -> bool:
    """Tell whether the longest answer of a row, which says what it is about, is the same."""
    about = max(before, key=lambda name: len(before[name]))
    return about in row and row[about].seen.text == before[about]


def _is_in_place(row: FoundRow, before: Mapping[str, str]) -> bool:
    return _before(row) == before


def _now(row: FoundRow) -> dict[str, str]:
    return {name: cell.seen.text for name, cell in row.items() if cell.seen.text}


def _before(row: FoundRow) -> dict[str, str]:
    return {name: cell.before for name, cell in row.items() if cell.before}


def _with(row: FoundRow, before: Mapping[str, str]) -> dict[str, Found]:
    return {name: replace(cell, before=before.get(name, "")) for name, cell in row.items()}
