"""A table ready to be printed: columns of fixed width, and cells that hold words, marks, links or money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

FULL_WIDTH, MAIN_WIDTH, SIDE_WIDTH = 170.0, 128.0, 42.0


@dataclass(frozen=True, slots=True)
class RatingMark:
    """A rating as it is drawn: symbol and word, and the name its colour goes by; ``written`` when the word is typed."""

    symbol: str
    word: str
    look: str
    written: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the report; ``label`` is what it says where its text alone says too little."""

    target: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """One cell; what is given is printed in this order, each as its own kind of thing.

    ``typed`` are texts as somebody wrote them, the first in ink and those after it softer; ``decimals`` continue a
    number in ``text`` in a space of fixed width; ``bar`` is the length in millimetres of a bar below the number;
    ``count`` and ``money`` stand over a list of projects in a matrix; ``note_mark`` ends the note. A ``text`` that
    somebody wrote, and that is set on one line all the same, is ``written``.
    """

    mark: RatingMark | None = None
    links: tuple[Link, ...] = ()
    text: str = ""
    decimals: str | None = None
    typed: tuple[str, ...] = ()
    note: str = ""
    missing: bool = False
    bar: float = 0.0
    count: str = ""
    money: str = ""
    note_mark: RatingMark | None = None
    written: bool = False

    @property
    def is_written(self) -> bool:
        """Tell whether the cell holds what somebody wrote, in the language they write."""
        return self.written or bool(self.typed)

    @property
    def is_plain(self) -> bool:
        """Tell whether the cell holds words alone."""
        rich = (self.mark, self.links, self.typed, self.note, self.note_mark, self.bar, self.count)
        return not any(rich) and not self.missing and self.decimals is None


_EMPTY = TableCell()


class RowKind(StrEnum):
    """What a row is in its table."""

    PLAIN = ""
    GROUP = "group"
    SUM = "sum"
    LONG = "long"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell that is not empty names it. ``spans`` is how many columns the first cell takes."""

    cells: tuple[TableCell, ...]
    kind: RowKind = RowKind.PLAIN
    id: str = ""
    spans: int = 1

    def under(self, columns: tuple[TableColumn, ...]) -> tuple[tuple[TableCell, TableColumn], ...]:
        """Return each cell with its column; a column that the row has no cell for gets an empty one."""
        places = columns[:1] + columns[self.spans :]
        cells = (*self.cells, *(_EMPTY for _ in places[len(self.cells) :]))
        return tuple(zip(cells, places, strict=True))

    @property
    def named_by(self) -> int:
        """The place of the cell that names the row: one that repeats the row above is left empty."""
        return next((place for place, cell in enumerate(self.cells) if cell != _EMPTY), 0)

    @property
    def scope(self) -> str:
        """What the cell that names the row is the heading of."""
        return "rowgroup" if self.kind is RowKind.GROUP else "row"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; numbers are set to the right. A column about one rating has its mark, with the label as its word."""

    label: str
    width: float
    number: bool = False
    mark: RatingMark | None = None


Content = tuple[tuple[TableColumn, ...], tuple[Row, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its title; ``label`` is its number in words, and ``style`` its class in the style sheet."""

    name: str
    title: str = ""
    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    style: str = "data"
    label: str = ""

    @property
    def id(self) -> str:
        """The id that links lead to."""
        return f"tabell-{self.name}" if self.name else ""

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of the columns."""
        return tuple(each.width for each in self.columns)

    def labelled(self, label: str) -> Table:
        """Return the table under its number."""
        return replace(self, label=label)

    @property
    def bodies(self) -> tuple[tuple[Row, ...], ...]:
        """The rows in bodies of their own: a group's heading starts a body, and so does the sum after groups."""
        bodies: list[list[Row]] = [[]]
        for row in self.rows:
            if row.kind is RowKind.GROUP or (row.kind is RowKind.SUM and len(bodies) > 1):
                bodies.append([])
            bodies[-1].append(row)
        return tuple(tuple(body) for body in bodies if body)
