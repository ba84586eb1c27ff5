"""The cells of a received sheet: what is stored in each, and the part of its look that tells what a person sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

Value = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a cell's style says of what is seen: its number format, and whether its font is struck out or raised."""

    number_format: str = "General"
    struck: bool = False
    raised: bool = False


PLAIN = CellLook()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a cell's text; one without a font of its own has that of the cell."""

    text: str
    struck: bool = False
    raised: bool = False
    has_font: bool = False


@dataclass(slots=True)
class SheetCell:
    """One cell.

    ``data_type`` is the file's word for what ``value`` is: ``s`` text, ``n`` number or nothing, ``b`` true or false,
    ``d`` date or time, ``e`` error, and ``x`` for what the file says and cannot be: then ``value`` is what stands
    there. A formula's value is its stored result; ``has_result`` tells whether there is one. ``runs`` has the pieces
    of a text of which some have fonts of their own.
    """

    row: int
    column: int
    value: Value = None
    data_type: str = "n"
    look: CellLook = PLAIN
    runs: tuple[Run, ...] = ()
    is_formula: bool = False
    has_result: bool = True

    @property
    def coordinate(self) -> str:
        """The cell's address."""
        return f"{letters(self.column)}{self.row}"

    @property
    def number_format(self) -> str:
        """The format in which a number is shown."""
        return self.look.number_format


@dataclass(slots=True)
class Sheet:
    """A sheet with the cells that hold something, by row and column from one."""

    title: str
    cells: Mapping[tuple[int, int], SheetCell] = field(default_factory=dict, repr=False)

    def cell(self, row: int, column: int) -> SheetCell:
        """Return a cell; one that holds nothing is made for the purpose."""
        return self.cells.get((row, column)) or SheetCell(row, column)

    def rows(self, columns: int) -> Iterator[tuple[SheetCell, ...]]:
        """Yield the first columns of every row, down to the last one that holds something."""
        for row in range(1, max((row for row, _ in self.cells), default=0) + 1):
            yield tuple(self.cell(row, column) for column in range(1, columns + 1))


@cache
def letters(column: int) -> str:
    """Return the letters of a column, counted from one."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@cache
def number_of(name: str) -> int:
    """Return the number of a column by its letters, which may be small."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
