"""A sheet's part read: its cells with what they hold, without those that a merge covers, and nothing else of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.cell_texts import CellText, TextReader
from ehport.workbook.cell_values import NO_VALUE, DateSystem, Typed, parse_boolean, parse_date, parse_number
from ehport.workbook.cells import PLAIN, CellLook, SheetCell, number_of
from ehport.workbook.file_bytes import MEGABYTE
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import read_xml

MOST_ROWS = 5_000
_MOST_COLUMNS = 256
MOST_CELLS = 300_000  # with something in them; a real submission has ten thousand
_MOST_EMPTY = 3_000_000
_CELLS = Text("{count} celler", "{count} cells")
_EMPTY_CELL = re.compile(rb'<c\b(?=[^<>]*\br=")[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row\b(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", re.ASCII)
_CORNERS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})", re.ASCII)
_MOST_COVERED = 100_000  # cells of a merge; nobody merges whole columns to hide what stands in them
_NOTHING = CellText("")
T = TypeVar("T")
Cells = dict[tuple[int, int], SheetCell]


@dataclass(slots=True)
class Surroundings:
    """What the cells of all sheets refer to, and how many of them there were so far."""

    texts: Sequence[CellText] = ()
    looks: Sequence[CellLook] = ()
    calendar: DateSystem = field(default_factory=DateSystem)
    filled: int = 0
    empty: int = 0

    def count(self, *, is_filled: bool) -> None:
        """Count a cell; refuse a workbook with so many that reading it would take minutes or gigabytes."""
        if is_filled:
            self.filled += 1
        else:
            self.empty += 1
        if self.filled > MOST_CELLS or self.empty > _MOST_EMPTY:
            most = MOST_CELLS if self.filled > MOST_CELLS else _MOST_EMPTY
            found, limit = (_CELLS.format(count=each) for each in (f"> {most}", most))
            raise UnreadableFileError(Code.TOO_LARGE, size=found, limit=limit)


def read_cells(part: bytes, around: Surroundings) -> Cells:
    """Return the cells of a sheet that hold something, by row and column.

    Raises `BrokenXmlError` when the part is not well-formed, and `UnreadableFileError` for far too many cells.
    """
    reader = _CellReader(around)
    texts = reader.text
    starts = {**texts.starts, "row": reader.row_starts, "c": reader.starts, "f": reader.formula, "v": reader.value}
    ends = {**texts.ends, "c": reader.ends, "v": reader.value_ends, "is": reader.inline_ends}
    read_xml(_lightened(part), {**starts, "mergeCell": reader.merge}, ends, texts.said.append)
    _uncover(reader.cells, reader.merges)
    return reader.cells


def _lightened(part: bytes) -> bytes:
    """Return a large sheet without its empty cells and rows, which takes a fraction of the time to read them."""
    if len(part) < MEGABYTE or b"<row>" in part or b"<c>" in part:
        return part  # rows and cells without a number of their own are counted from those before
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", part))


@dataclass(slots=True)
class _CellReader:
    """Walks through one sheet; rows and cells without a number of their own follow the one before."""

    around: Surroundings
    cells: Cells = field(default_factory=dict)
    merges: set[str] = field(default_factory=set)
    text: TextReader = field(default_factory=TextReader)
    _row: int = 0
    _at: tuple[int, int] = (0, 0)
    _column: int = 0
    _type: str = "n"
    _look: str = ""
    _stored: str | None = None
    _inline: CellText = _NOTHING
    _is_formula: bool = False

    def row_starts(self, given: Mapping[str, str]) -> None:
        said = given.get("r", "")
        self._row = int(said) if said.isdecimal() and len(said) < 8 else self._row + 1
        self._column = 0

    def starts(self, given: Mapping[str, str]) -> None:
        found = _ADDRESS.fullmatch(given.get("r", ""))
        self._column = number_of(found[1]) if found else self._column + 1
        self._at = (int(found[2]) if found else self._row, self._column)
        self._type, self._look = given.get("t", "n"), given.get("s", "")
        self._stored, self._inline, self._is_formula = None, _NOTHING, False

    def formula(self, _: Mapping[str, str]) -> None:
        self._is_formula = True

    def value(self, _: Mapping[str, str]) -> None:
        self.text.said.clear()

    def value_ends(self) -> None:
        self._stored = "".join(self.text.said)

    def inline_ends(self) -> None:
        self._inline = self.text.taken()

    def merge(self, given: Mapping[str, str]) -> None:
        self.merges.add(given.get("ref", ""))

    def ends(self) -> None:
        is_filled = bool(self._stored) or self._is_formula or bool(self._inline.text)
        self.around.count(is_filled=is_filled)
        row, column = self._at
        if is_filled and row <= MOST_ROWS and column <= _MOST_COLUMNS:
            self.cells[self._at] = self._cell(row, column)

    def _cell(self, row: int, column: int) -> SheetCell:
        look = _at(self.around.looks, self._look) or PLAIN
        cell = SheetCell(row, column, look=look, is_formula=self._is_formula)
        text = _at(self.around.texts, self._stored or "") if self._type == "s" else self._inline
        if text and text.text:
            cell.value, cell.data_type, cell.runs = text.text, "s", text.runs
        elif self._stored and not (text and self._type == "s"):
            cell.value, cell.data_type = self._typed(self._stored, look)
        else:
            cell.has_result = self._type in ("s", "str", "inlineStr")  # a formula whose result is an empty text
        return cell

    def _typed(self, stored: str, look: CellLook) -> Typed:
        if self._type == "n":
            return parse_number(stored, look, self.around.calendar)
        if self._type in ("str", "e"):
            return stored, "s" if self._type == "str" else "e"
        if self._type == "b":
            return parse_boolean(stored)
        return parse_date(stored) if self._type == "d" else (stored, NO_VALUE)


def _at(listed: Sequence[T], number: str) -> T | None:
    place = number.strip()
    is_there = place.isascii() and place.isdigit() and len(place) < 9 and int(place) < len(listed)
    return listed[int(place)] if is_there else None


def _uncover(cells: Cells, merges: Iterable[str]) -> None:
    """Take away the cells that a merge covers: nobody sees what stands in them."""
    by_row: dict[int, list[int]] = {}
    for row, column in cells if merges else ():
        by_row.setdefault(row, []).append(column)
    rows = sorted(by_row)
    for reference in merges:
        found = _CORNERS.fullmatch(reference)
        if found is None:
            continue
        (left, right), (top, bottom) = sorted(map(number_of, found.group(1, 3))), sorted(map(int, found.group(2, 4)))
        if (right - left + 1) * (bottom - top + 1) > _MOST_COVERED:
            continue
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            for column in by_row[row]:
                if left <= column <= right and (row, column) != (top, left):
                    cells.pop((row, column), None)
