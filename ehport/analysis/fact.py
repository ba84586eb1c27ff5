"""A fact: one number or word that a report prints, under a name, with its rule and its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ehport.lang import dates, numbers
from ehport.lang.counting import capital, in_words, listed
from ehport.lang.language import Lang, Text, same
from ehport.model.member import Source

Value = int | Decimal | str | date | Text | tuple[str, ...]

_PERCENT = Text("prosent", "per cent")
_ALONE = same("{value}")


class Unit(StrEnum):
    """What a fact's value is, and so how it is printed."""

    COUNT = "count"
    TKR = "tkr"
    PERCENT = "percent"
    POINTS = "points"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    MONTH = "month"
    TEXT = "text"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with the rule it is computed by and the cells it is computed from; ``None`` is not known."""

    name: str
    value: Value | None
    unit: Unit
    rule: Text
    sources: tuple[Source, ...] = ()

    def printed(self, lang: Lang, form: str = "") -> str:
        """Return the value as it is printed, in the unit's own form or another.

        Raises `KeyError` when the unit has no such form.
        """
        show = _FORMS[self.unit][form]
        return numbers.MISSING if self.value is None else show(self.value, lang)

    def measured(self, lang: Lang) -> str:
        """Return the value in the unit's own form, with the unit where the form does not say it."""
        value = self.printed(lang)
        return value if self.value is None else _MEASURED[self.unit].format(value=value)[lang]


def forms_of(unit: Unit) -> tuple[str, ...]:
    """Return the names of the forms that values of a unit can be printed in, besides their own."""
    return tuple(form for form in _FORMS[unit] if form)


def rule(text: Text, **words: str | Text) -> Text:
    """Return a rule with words put in, each in its language."""
    return Text(*(text[lang].format(**{name: _text(word, lang) for name, word in words.items()}) for lang in Lang))


def _millions(decimals: int | None) -> Callable[[int, Lang], str]:
    return lambda value, lang: numbers.mnok(value, lang, decimals=decimals)


def _billions(decimals: int) -> Callable[[int, Lang], str]:
    return lambda value, lang: numbers.billion(value, lang, decimals=decimals)


def _text(value: str | Text, lang: Lang) -> str:
    return value[lang] if isinstance(value, Text) else value


def _day_and_month(value: date, lang: Lang) -> str:
    return dates.day(value, lang).rpartition(" ")[0]


_MEASURED: Mapping[Unit, Text] = {
    **dict.fromkeys(Unit, _ALONE),
    Unit.TKR: Text("{value} mill. kr", "NOK {value} million"),
    Unit.POINTS: Text("{value} prosentpoeng", "{value} percentage points"),
}
_DIGITS: Mapping[str, Callable[[Any, Lang], str]] = {"": numbers.number}
_SIGNED: Mapping[str, Callable[[Any, Lang], str]] = {
    **_DIGITS,
    "fortegn": lambda value, lang: numbers.signed(value, numbers.number(value, lang)),
}
_FORMS: Mapping[Unit, Mapping[str, Callable[[Any, Lang], str]]] = {
    Unit.COUNT: {
        **_DIGITS,
        "ord": in_words,
        "Ord": lambda value, lang: capital(in_words(value, lang)),
        "ordn": lambda value, lang: in_words(value, lang, is_neuter=True),
        "Ordn": lambda value, lang: capital(in_words(value, lang, is_neuter=True)),
    },
    Unit.TKR: {
        "": _millions(None),
        "mill": _millions(0),
        "mill1": _millions(1),
        "mill2": _millions(2),
        "mrd": _billions(2),
        "mrd1": _billions(1),
        "mrd2": _billions(2),
        "kr": lambda value, lang: numbers.number(value * 1000, lang),
        "fortegn": lambda value, lang: numbers.signed(value, numbers.mnok(value, lang, decimals=1)),
        "abs": lambda value, lang: numbers.mnok(abs(value), lang, decimals=1),
    },
    Unit.PERCENT: {
        "": numbers.percent,
        "tall": numbers.number,
        "ord": lambda value, lang: f"{numbers.number(value, lang)}{numbers.NO_BREAK}{_PERCENT[lang]}",
    },
    Unit.POINTS: _SIGNED,
    Unit.NUMBER: _SIGNED,
    Unit.YEAR: {"": lambda value, _: str(value)},
    Unit.DATE: {"": dates.day, "dag": _day_and_month},
    Unit.MONTH: {"": dates.month, "navn": lambda value, lang: dates.month(value, lang).partition(" ")[0]},
    Unit.TEXT: {"": _text},
    Unit.NAMES: {"": listed},
}
