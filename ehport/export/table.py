"""A table of open data: columns with types and meanings, rows of plain values, and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from ehport.form.vocabulary import Term, Vocabulary
from ehport.lang.language import Text

T = TypeVar("T")

Value = str | int | bool | date | None
Row = tuple[Value, ...]

PROJECT, PROJECTS, ID = "project_id", "projects", "id"
FOCUS_AREAS, CODE = "focus_areas", "code"
NUMBER = "number"
_NO_TEXT = Text("", "")


class Type(StrEnum):
    """The type of a column's values, as a table schema names it."""

    TEXT = "string"
    INTEGER = "integer"
    YEAR = "year"
    TRUTH = "boolean"
    DAY = "date"


TYPES = {
    Type.TEXT: Text("tekst", "text"),
    Type.INTEGER: Text("heltall", "integer"),
    Type.YEAR: Text("år", "year"),
    Type.TRUTH: Text("sann/usann", "true/false"),
    Type.DAY: Text("dato", "date"),
}


class ColumnUnit(StrEnum):
    """The unit of a column's numbers."""

    NONE = ""
    TKR = "NOK 1000"


@dataclass(frozen=True, slots=True)
class ColumnTerms:
    """The words that a column may hold, by the name of their vocabulary; ``several`` are separated by semicolons."""

    name: str
    members: tuple[Term, ...]
    several: bool = False

    @classmethod
    def of(cls, vocabulary: type[Vocabulary], *, several: bool = False) -> ColumnTerms:
        """Return the terms of a vocabulary."""
        name = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in vocabulary.__name__).strip("_")
        members = tuple(
            Term(each.value, each.label, each.meaning, look=(each.symbol, each.colour)) for each in vocabulary
        )
        return cls(name, members, several)

    @property
    def values(self) -> tuple[str, ...]:
        """The words themselves, in the vocabulary's order."""
        return tuple(each.value for each in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportColumn:
    """A column: its name, its type, and what a reader must know to use it.

    ``refers_to`` names the table whose key the column's values are; ``always`` says that no value is missing.
    """

    name: str
    type: Type
    title: Text
    help: Text = _NO_TEXT
    unit: ColumnUnit = ColumnUnit.NONE
    terms: ColumnTerms | None = None
    pattern: str = ""
    refers_to: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """A table; its rows are in a fixed order, each as wide as the columns."""

    name: str
    title: Text
    help: Text
    columns: tuple[ExportColumn, ...]
    rows: tuple[Row, ...] = field(repr=False)
    key: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse columns of one name, rows of another width, and a key that names no column."""
        names = self.names
        if len(set(names)) < len(names) or any(len(row) != len(names) for row in self.rows):
            raise ValueError(self.name)
        if not set(self.key) <= set(names):
            raise ValueError(f"{self.name}: {self.key}")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(each.name for each in self.columns)

    @property
    def belongs_to_projects(self) -> bool:
        """Tell whether each row is about one project."""
        return PROJECT in self.names

    def records(self) -> Iterator[dict[str, Value]]:
        """Yield each row by the names of its columns."""
        for row in self.rows:
            yield dict(zip(self.names, row, strict=True))


@dataclass(frozen=True, slots=True)
class Facet(Generic[T]):
    """One column of a table, and what a thing that the table lists puts into it."""

    column: ExportColumn
    of: Callable[[T], Value]


def columns_of(facets: Iterable[Facet[T]]) -> tuple[ExportColumn, ...]:
    """Return the columns of a table."""
    return tuple(each.column for each in facets)


def rows_of(facets: Iterable[Facet[T]], listed: Iterable[T]) -> tuple[Row, ...]:
    """Return the rows of a table, one for each thing that it lists."""
    taken = tuple(facets)
    return tuple(tuple(each.of(thing) for each in taken) for thing in listed)


def project_column() -> ExportColumn:
    """Return the column that says which project a row is about."""
    return ExportColumn(
        name=PROJECT,
        type=Type.TEXT,
        title=Text("Prosjekt", "Project"),
        help=Text("Prosjektets nummer i registeret.", "The project's number in the register."),
        refers_to=PROJECTS,
        always=True,
    )


def number_column(title: Text) -> ExportColumn:
    """Return the column that numbers rows from 1."""
    return ExportColumn(name=NUMBER, type=Type.INTEGER, title=title, always=True)
