"""The kinds of answers a field may have: each parses, formats and describes one kind of value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from ehport.form import codes
from ehport.form.amount import parse_amount
from ehport.form.choice import parse_choice
from ehport.form.planned import PlannedTime
from ehport.form.reading import Flag, Reading, is_placeholder, make_reading, read_cell, tidy
from ehport.form.vocabulary import Category, Vocabulary
from ehport.form.when import parse_when
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text

T = TypeVar("T")
V = TypeVar("V", bound=Vocabulary)

_LINE = Text("Tekst på én linje, inntil {limit} tegn", "Text on one line, up to {limit} characters")
_PROSE = Text("Tekst, inntil {limit} tegn", "Text, up to {limit} characters")
_LIKE_THOUSANDS = re.compile(r"\.[0-9]{3}$")
_ONE_OF = Text("{first} eller {last}", "{first} or {last}")


class Kind(Protocol[T]):
    """One kind of value, unaware of workbooks and pages."""

    @property
    def python_type(self) -> type:
        """The type of a value of this kind."""
        ...

    @property
    def example(self) -> str:
        """A text that the kind reads without a flag."""
        ...

    def parse(self, text: str) -> Reading[T]:
        """Return what a typed text says; never raises."""
        ...

    def format(self, value: T, lang: Lang) -> str:
        """Return a value as it is printed."""
        ...

    def describe(self, lang: Lang) -> str:
        """Return one sentence on what to write."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """A short text on one line."""

    limit: int
    example = "Felles logg"
    python_type = str

    def parse(self, text: str) -> Reading[str]:
        """Return the text on one line; a placeholder is no answer."""
        return _text(" ".join(text.split()))

    def format(self, value: str, lang: Lang) -> str:
        """Return the text itself."""
        return value

    def describe(self, lang: Lang) -> str:
        """Return how long the text may be."""
        return _LINE.format(limit=self.limit)[lang]


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one or more paragraphs."""

    limit: int
    example = "Løsningen er tatt i bruk i to regioner."
    python_type = str

    def parse(self, text: str) -> Reading[str]:
        """Return the text with its line breaks; a placeholder is no answer."""
        return _text(text.strip())

    def format(self, value: str, lang: Lang) -> str:
        """Return the text itself."""
        return value

    def describe(self, lang: Lang) -> str:
        """Return how long the text may be."""
        return _PROSE.format(limit=self.limit)[lang]


def _text(typed: str) -> Reading[str]:
    if is_placeholder(tidy(typed)):
        return make_reading(None, Flag.PLACEHOLDER)
    return make_reading(typed or None)


class _Read(Generic[T]):
    """A kind whose cells follow the rules for all cells, with a parser of its own for what is left."""

    __slots__ = ()
    python_type: ClassVar[type]
    example: ClassVar[str]
    read: ClassVar[staticmethod[[str], Reading[Any]]]
    how: ClassVar[Text]

    def parse(self, text: str) -> Reading[T]:
        """Return what a typed text says."""
        return read_cell(text, self.read)

    def format(self, value: T, lang: Lang) -> str:
        """Return the value as it is held."""
        return str(value)

    def describe(self, lang: Lang) -> str:
        """Return how to write it."""
        return self.how[lang]


@dataclass(frozen=True, slots=True)
class Amount(_Read[int]):
    """Money, held in whole thousand kroner and written in million kroner."""

    python_type = int
    example = "12,5"
    read = staticmethod(parse_amount)
    how = Text("Millioner kroner, for eksempel 12,5", "Million kroner with a decimal comma, for example 12,5")

    def format(self, value: int, lang: Lang) -> str:
        """Return million kroner; English ``2.075`` gets a fourth decimal, or else it would read as thousands."""
        text = numbers.mnok(value, lang)
        return f"{text}0" if _LIKE_THOUSANDS.search(text) else text


@dataclass(frozen=True, slots=True)
class When(_Read[PlannedTime]):
    """A planned time, with the precision it is known with."""

    python_type = PlannedTime
    example = "06.2022"
    read = staticmethod(parse_when)
    how = Text(
        "En tid, for eksempel 06.2022, Q3 2022, 2022 eller 2022-2024; «Levert» når den er levert",
        "A time, for example 06.2022, Q3 2022, 2022 or 2022-2024; «Levert» when delivered",
    )

    def format(self, value: PlannedTime, lang: Lang) -> str:
        """Return the time in words."""
        return value.in_words(lang)


@dataclass(frozen=True, slots=True)
class Revised(When):
    """The month or day on which the answers were last gone through; words may stand before it."""

    example = "april 2021"
    read = staticmethod(codes.parse_revised)
    how = Text("En måned, for eksempel april 2021", "A month, for example april 2021")


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """One term of a vocabulary."""

    vocabulary: type[V]

    @property
    def python_type(self) -> type[V]:
        """The vocabulary itself."""
        return self.vocabulary

    @property
    def example(self) -> str:
        """The label of the first member."""
        return next(iter(self.vocabulary)).label.nb

    def parse(self, text: str) -> Reading[V]:
        """Return the member; some vocabularies have rules of their own."""
        return read_cell(text, lambda bare: parse_choice(bare, self.vocabulary))

    def format(self, value: V, lang: Lang) -> str:
        """Return the label."""
        return value.label[lang]

    def describe(self, lang: Lang) -> str:
        """Return the labels to choose from, as they must be written."""
        *first, last = (each.label.nb for each in self.vocabulary)
        return _ONE_OF.format(first=", ".join(first), last=last)[lang]


@dataclass(frozen=True, slots=True)
class Categories(_Read[tuple[Category, ...]]):
    """One or more categories, by code."""

    python_type = tuple
    example = "1, 4"
    read = staticmethod(codes.parse_categories)
    how = Text(
        "Ett eller flere tall fra 1 til 5, for eksempel 1, 4",
        "One or more numbers from 1 to 5, for example 1, 4",
    )

    def format(self, value: tuple[Category, ...], lang: Lang) -> str:
        """Return the codes."""
        return ", ".join(each.value for each in value)


@dataclass(frozen=True, slots=True)
class ProjectId(_Read[str]):
    """The number of a project in the portfolio."""

    python_type = str
    example = "144"
    read = staticmethod(codes.parse_project_id)
    how = Text(
        "Prosjektets nummer i porteføljen, for eksempel 144",
        "The project's number in the portfolio, for example 144",
    )


@dataclass(frozen=True, slots=True)
class FocusArea(_Read[str]):
    """The number of a focus area."""

    python_type = str
    example = "1.1"
    read = staticmethod(codes.parse_focus_area)
    how = Text("Nummeret på ett innsatsområde, fra 1.1 til 6.3", "The number of one focus area, from 1.1 to 6.3")


@dataclass(frozen=True, slots=True)
class Year(_Read[int]):
    """A year."""

    python_type = int
    example = "2022"
    read = staticmethod(codes.parse_year)
    how = Text("Et år med fire sifre, for eksempel 2022", "A year of four digits, for example 2022")


@dataclass(frozen=True, slots=True)
class Day(_Read[str]):
    """A day, held as ISO text."""

    python_type = str
    example = "16.04.2021"
    read = staticmethod(codes.parse_day)
    how = Text("En dato, for eksempel 16.04.2021", "A date, for example 16.04.2021")

    def format(self, value: str, lang: Lang) -> str:
        """Return the day in words."""
        return dates.day(date.fromisoformat(value), lang)


@dataclass(frozen=True, slots=True)
class RoundId(_Read[str]):
    """The id of a round."""

    python_type = str
    example = "2021-04"
    read = staticmethod(codes.parse_round_id)
    how = Text("En runde, for eksempel 2021-04", "A round, for example 2021-04")


@dataclass(frozen=True, slots=True)
class Number(_Read[str]):
    """A number of any unit, held as its digits with a decimal point."""

    python_type = str
    example = "54"
    read = staticmethod(codes.parse_number)
    how = Text("Et tall, for eksempel 54 eller 1 722,75", "A number with a decimal comma, for example 54 or 1 722,75")

    def format(self, value: str, lang: Lang) -> str:
        """Return the number with grouped thousands."""
        return numbers.number(value, lang)
