"""A project's answers as plain text: the shape in which actors with a project system hand in records.

A record is JSON: ``{"round", "actor": {"id", "name"}, "projects": [{field: text, list: [{field: text}, …]}]}``.
Financing keeps its periods under ``amounts``, and ``financing_total`` is one mapping of periods; a period is written
``..2019``, ``2020``, ``2023..``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ehport.form.field import Field, Rows, answers, fields_of, lists, years
from ehport.lang.language import Text

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Left:
    """A cell of a list that is left to the actor: the list, the number of its row from zero, the field, and why."""

    listed: str
    row: int
    field: str
    told: Text


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, field by field and row by row, exactly as typed; what was not answered is left out.

    ``last_round`` is the round that answers are carried over from, empty when they are new; ``left`` is what of them
    could not be carried over with certainty.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    last_round: str = ""
    left: tuple[Left, ...] = ()

    def has(self, name: str) -> bool:
        """Tell whether a field, or a list, was answered."""
        return bool(self.texts.get(name) or self.rows.get(name))


def periods(budget_year: int) -> dict[str, str]:
    """Return the field name of each period as a record writes it."""
    year = years(budget_year)
    return {
        f"..{year['earlier']}": "earlier",
        str(year["previous"]): "previous_year",
        str(year["current"]): "budget_year",
        str(year["next"]): "next_year",
        f"{year['later']}..": "later",
    }


def from_record(record: Mapping[str, Any], of: type, budget_year: int) -> Answers:
    """Return a JSON record as answers.

    Raises `ValueError` naming the part of the record that no field takes.
    """
    declared = fields_of(of)
    unknown = sorted(set(record) - {each.name for each in declared})
    if unknown:
        raise ValueError(", ".join(unknown))
    texts = {
        each.name: _text(record[each.name], each.name)
        for each in answers(declared)
        if record.get(each.name) not in (None, "")
    }
    listed = {
        each.name: _rows(record[each.name], each, budget_year) for each in lists(declared) if record.get(each.name)
    }
    return Answers(texts, {name: found for name, found in listed.items() if found})


def to_record(given: Answers, of: type, budget_year: int) -> dict[str, Any]:
    """Return answers as a JSON record; the inverse of `from_record` but for empty texts."""
    record: dict[str, Any] = dict(given.texts)
    names = {name: period for period, name in periods(budget_year).items()}
    for each in lists(fields_of(of)):
        found = given.rows.get(each.name, ())
        if not found:
            continue
        if each.rows.single:
            record[each.name] = {names.get(name, name): text for name, text in found[0].items()}
        elif each.rows.keys:
            record[each.name] = {_key(row, each.rows): _value(row, each.rows) for row in found}
        else:
            record[each.name] = [_listed(row, names) for row in found]
    return record


def _rows(value: Any, each: Field, budget_year: int) -> tuple[Row, ...]:
    listed = each.rows
    first, *others = (column.name for column in fields_of(listed.record))
    if listed.single:
        found = [_row(value, each, budget_year)]
    elif listed.keys and isinstance(value, Mapping):
        found = [
            _row(
                {first: key, **(given if isinstance(given, Mapping) else {others[0]: given})},
                each,
                budget_year,
            )
            for key, given in value.items()
        ]
        found = [row for row in found if len(row) > 1]
    elif isinstance(value, (list, tuple)):
        found = [_row(item, each, budget_year) for item in value]
    else:
        raise ValueError(each.name)
    return tuple(row for row in found if row)


def _row(item: Any, each: Field, budget_year: int) -> Row:
    if not isinstance(item, Mapping):
        raise ValueError(each.name)
    names = periods(budget_year)
    flat = {**{key: text for key, text in item.items() if key != "amounts"}, **item.get("amounts", {})}
    known = {column.name for column in fields_of(each.rows.record)}
    row = {
        names.get(key, key): _text(text, f"{each.name}.{key}") for key, text in flat.items() if text not in (None, "")
    }
    unknown = sorted(set(row) - known)
    if unknown:
        raise ValueError(", ".join(f"{each.name}.{name}" for name in unknown))
    return row


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _key(row: Row, listed: Rows) -> str:
    return row.get(fields_of(listed.record)[0].name, "")


def _value(row: Row, listed: Rows) -> str | dict[str, str]:
    first, *others = (column.name for column in fields_of(listed.record))
    return row.get(others[0], "") if len(others) == 1 else {name: text for name, text in row.items() if name != first}


def _listed(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    amounts = {names[name]: text for name, text in row.items() if name in names}
    rest: dict[str, Any] = {name: text for name, text in row.items() if name not in names}
    return {**rest, "amounts": amounts} if amounts else rest
