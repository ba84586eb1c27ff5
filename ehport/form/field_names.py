"""The names that a field goes by when a person points at it: its name, and the labels of form and report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ehport.form.field import Field, fields_of
from ehport.form.project import FinancingTotal, Project
from ehport.lang.folding import fold, words
from ehport.lang.language import Lang, Text

_OF_A_YEAR = (Text("Budsjett {period}", "Budget {period}"), Text("Finansiering {period}", "Financing {period}"))


def field_name(typed: str, budget_year: int, *, of: tuple[type, ...] = (Project,)) -> str | None:
    """Return the name of the field that a text means, nothing when it means none.

    It may be typed by its name or by a label, also a former one: ``total_cost``, ``Totalkostnad``, ``Total cost``. A
    period is also called by its years (``2021``, ``Budsjett 2021``), and a field of a list by both labels
    (``Avhengigheter: Status``). Where two records share a label, the first of them is meant.
    """
    names, labels = _known(of, budget_year)
    return names.get(fold(typed)) or labels.get(words(typed))


@cache
def _known(of: tuple[type, ...], budget_year: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields of some records, and the periods, by name and by label."""
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    for name, label in (each for record in of for each in _fields(record, budget_year)):
        names.setdefault(name, name)
        labels.setdefault(words(label), name)
    for name, label in _periods(budget_year):
        names.setdefault(name, name)
        labels.setdefault(words(label), name)
    return names, labels


def _fields(record: type, budget_year: int) -> Iterator[tuple[str, str]]:
    """Yield the name and each label of every field of a record and of its lists."""
    for each in fields_of(record):
        for label in _labels(each, budget_year):
            yield each.name, label
            for column in fields_of(each.rows.record) if each.is_list else ():
                for heading in _labels(column, budget_year):
                    yield f"{each.name}.{column.name}", f"{label}: {heading}"


def _periods(budget_year: int) -> Iterator[tuple[str, str]]:
    """Yield the name and each label of every period of money."""
    for each in fields_of(FinancingTotal):
        for lang in Lang:
            heading = each.heading(lang, budget_year)
            yield each.name, heading
            yield from ((each.name, text[lang].format(period=heading)) for text in _OF_A_YEAR)


def _labels(each: Field, budget_year: int) -> tuple[str, ...]:
    return (*(each.heading(lang, budget_year) for lang in Lang), *each.formerly)
