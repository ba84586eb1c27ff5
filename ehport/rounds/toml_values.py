"""What a key of a TOML file may hold, each with one message for a value that is something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from ehport.lang.language import Text

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[ \t]*[\r\n]\s*")
_SHOWN = 60


class WrongValueError(Exception):
    """A value is not what its key holds; the text goes on from the key: «cutoff» is empty."""

    def __init__(self, text: Text) -> None:
        """Keep what is told."""
        super().__init__(text.en)
        self.text = text


class Holds(Protocol):
    """What a key may hold."""

    def read(self, value: Any) -> Any:
        """Return the value as the program uses it.

        Raises `WrongValueError` when it is something else.
        """


@dataclass(frozen=True, slots=True)
class TomlText:
    """A text without signs that cannot be printed; line breaks become spaces."""

    longest: int = 300
    may_be_empty: bool = True

    def read(self, value: Any) -> str:
        """Return the text."""
        if not isinstance(value, str):
            raise WrongValueError(_NOT_TEXT.format(found=named(value)))
        if sign := _UNPRINTABLE.search(value):
            raise WrongValueError(_HAS_SIGN.format(sign=f"U+{ord(sign[0]):04X}"))
        if len(value) > self.longest:
            raise WrongValueError(_IS_LONG.format(length=len(value), longest=self.longest))
        if not value.strip() and not self.may_be_empty:
            raise WrongValueError(_IS_EMPTY)
        return _BREAKS.sub(" ", value).strip()


@dataclass(frozen=True, slots=True)
class ListOfWords:
    """A list of short texts."""

    longest: int = 100
    most: int = 50

    def read(self, value: Any) -> tuple[str, ...]:
        """Return the texts that are not empty."""
        if not isinstance(value, list):
            raise WrongValueError(_NOT_A_LIST.format(found=named(value)))
        if len(value) > self.most:
            raise WrongValueError(is_many(value, self.most))
        return tuple(found for found in map(TomlText(self.longest).read, value) if found)


@dataclass(frozen=True, slots=True)
class TomlYear:
    """A year, written as a number."""

    first: int
    last: int

    def read(self, value: Any) -> int:
        """Return the year."""
        if isinstance(value, str) and value.strip().isdecimal():
            raise WrongValueError(_YEAR_QUOTED)
        if not isinstance(value, int) or isinstance(value, bool):
            raise WrongValueError(_NOT_A_YEAR.format(found=named(value)))
        if not self.first <= value <= self.last:
            raise WrongValueError(_OUTSIDE.format(found=named(value), first=self.first, last=self.last))
        return value


@dataclass(frozen=True, slots=True)
class Percentage:
    """A whole percentage above zero."""

    def read(self, value: Any) -> int:
        """Return the percentage."""
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
            raise WrongValueError(_NOT_A_PERCENTAGE.format(found=named(value)))
        return value


@dataclass(frozen=True, slots=True)
class TomlDay:
    """A day, written as a date without a time."""

    first: int
    last: int

    def read(self, value: Any) -> date:
        """Return the day."""
        if isinstance(value, datetime):
            raise WrongValueError(_HAS_TIME.format(day=value.date().isoformat()))
        if not isinstance(value, date):
            raise WrongValueError((_DAY_QUOTED if isinstance(value, str) else _NOT_A_DAY).format(found=named(value)))
        if not self.first <= value.year <= self.last:
            raise WrongValueError(_OUTSIDE.format(found=value.isoformat(), first=self.first, last=self.last))
        return value


@dataclass(frozen=True, slots=True)
class Coded:
    """A text of a form of its own, such as a month; ``refusal`` goes on from the key when it has another."""

    fits: Callable[[str], bool]
    refusal: Callable[[str], Text]
    may_be_empty: bool = False

    def read(self, value: Any) -> str:
        """Return the text."""
        found = TomlText(may_be_empty=self.may_be_empty).read(value)
        if found and not self.fits(found):
            raise WrongValueError(self.refusal(short(found)))
        return found


def named(value: Any) -> Text:
    """Return what sort of value stands in the file, with the value itself where it is short."""
    if isinstance(value, str):
        return _TEXT.format(value=short(value)) if value.strip() else _EMPTY_TEXT
    for kind, text in _SORTS:
        if isinstance(value, kind):
            return text
    return _NUMBER.format(value=value) if abs(value) < _HUGE else _HUGE_NUMBER


def short(text: str) -> str:
    """Return a text that may be shown: on one line, and cut where it is long."""
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text[:_SHOWN])
    return shown if len(text) <= _SHOWN else f"{shown}…"


def is_many(values: Any, most: int) -> Text:
    """Return that a list or a table has more in it than any that is meant."""
    return _IS_MANY.format(count=len(values), most=most)


_HUGE = 10**15
_TEXT = Text("teksten «{value}»", "the text «{value}»")
_EMPTY_TEXT = Text("en tom tekst", "an empty text")
_NUMBER = Text("tallet {value}", "the number {value}")
_HUGE_NUMBER = Text("et svært stort tall", "a huge number")
_SORTS: Sequence[tuple[type, Text]] = (
    (bool, Text("sann eller usann", "true or false")),
    (datetime, Text("en dato med klokkeslett", "a date with a time of day")),
    (date, Text("en dato", "a date")),
    (time, Text("et klokkeslett", "a time of day")),
    (list, Text("en liste", "a list")),
    (dict, Text("en tabell", "a table")),
)
_NOT_TEXT = Text(
    "er {found}, men skal være tekst, som står i anførselstegn",
    "is {found}, but should be text, which stands in quotation marks",
)
_HAS_SIGN = Text("har et tegn som ikke kan trykkes ({sign})", "has a sign that cannot be printed ({sign})")
_IS_LONG = Text("er på {length} tegn, og grensen er {longest}", "has {length} signs, and the limit is {longest}")
_IS_MANY = Text("har {count} verdier, og grensen er {most}", "has {count} values, and the limit is {most}")
_IS_EMPTY = Text("er tom", "is empty")
_NOT_A_LIST = Text(
    "er {found}, men skal være en liste av tekster i klammer", "is {found}, but should be a list of texts in brackets"
)
_NOT_A_PERCENTAGE = Text(
    "er {found}, men skal være et helt tall fra 1 til 100, uten anførselstegn",
    "is {found}, but must be a whole number from 1 to 100, without quotation marks",
)
_NOT_A_YEAR = Text("er {found}, men skal være et år", "is {found}, but should be a year")
_YEAR_QUOTED = Text(
    "er et år i anførselstegn, men skal stå uten", "is a year in quotation marks, but should stand without"
)
_OUTSIDE = Text("er {found}, men skal være i årene {first}–{last}", "is {found}, but should be in {first}–{last}")
_HAS_TIME = Text(
    "har et klokkeslett, men skal bare være dagen, {day}", "has a time of day, but should be the day alone, {day}"
)
_DAY_QUOTED = Text(
    "er {found}, men skal være en dato, som står uten anførselstegn",
    "is {found}, but should be a date, which stands without quotation marks",
)
_NOT_A_DAY = Text("er {found}, men skal være en dato", "is {found}, but should be a date")
