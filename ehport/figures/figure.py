"""A figure: a chart with the words, the numbers and the description that make it complete."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.vocabulary import Vocabulary
from ehport.lang import dates
from ehport.lang.language import Lang
from ehport.model.round import Round

SHORTEST_ALT = 20


@dataclass(frozen=True, slots=True)
class Edition:
    """What a drawing needs besides the results: its language, and the months of this and the previous round."""

    lang: Lang
    month: str
    previous: str = ""

    @classmethod
    def of(cls, round_: Round, lang: Lang) -> Edition:
        """Return the edition of a round in a language."""
        return cls(lang, round_.month, round_.previous)

    @property
    def now(self) -> str:
        """The month of the data in words."""
        return dates.month(self.month, self.lang)

    @property
    def before(self) -> str:
        """The month of the previous round in words; empty when there was none."""
        return dates.month(self.previous, self.lang) if self.previous else ""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of a figure's table; ``width`` is in millimetres, zero where the page decides.

    The head of a column about one ``rating`` is printed with its symbol.
    """

    label: str
    numeric: bool = False
    width: float = 0.0
    rating: Vocabulary | None = None


@dataclass(frozen=True, slots=True)
class Projects:
    """A cell that lists projects by id, which a page turns into links; a matrix also prints count and money."""

    ids: tuple[str, ...]
    count: str = ""
    money: str = ""


Cell = str | Vocabulary | Projects
Value = str | int | None


@dataclass(frozen=True, slots=True)
class FigureValues:
    """The numbers as open data: ascii names, money in thousand kroner, ``None`` where nobody knows."""

    names: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """The numbers of a figure as they are printed; a rating is printed as symbol and word.

    ``heading_rows`` are the places of rows that sum up those below them.
    """

    columns: tuple[FigureColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    values: FigureValues
    total_row: tuple[Cell, ...] | None = None
    note: str = ""
    heading_rows: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a table with nothing in it, or with rows of another width than its head."""
        printed = (*self.rows, *((self.total_row,) if self.total_row else ()))
        if not self.rows or any(len(row) != len(self.columns) for row in printed):
            raise ValueError("a table needs rows, each as wide as its head")
        if any(len(row) != len(self.values.names) for row in self.values.rows):
            raise ValueError("each row of values needs one value for each name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure in one language, complete or not built.

    ``svg`` is empty for a figure that is a table. ``key`` names the marks that must be explained with words
    beside the subtitle, and ``narrow_svg`` is the same chart drawn for a small screen.
    """

    name: str
    svg: str
    headline: str
    subtitle: str
    alt: str
    data: DataTable
    key: tuple[Vocabulary, ...] = ()
    narrow_svg: str = ""

    def __post_init__(self) -> None:
        """Refuse a figure without its finding, its measure or its description."""
        if not self.name or not self.headline or not self.subtitle or len(self.alt) < SHORTEST_ALT:
            raise ValueError(f"the figure {self.name!r} needs a headline, a subtitle and a description")
