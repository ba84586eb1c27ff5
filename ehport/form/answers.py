"""A project's answers as plain text: the shape in which actors with a project system hand in records.

A record is JSON: ``{"round", "actor": {"id", "name"}, "projects": [{field: text, list: [{field: text}, …]}]}``; a
text may be a number, true, false or null as well.
Financing keeps its periods under ``amounts``, and ``financing_total`` is one mapping of periods; a period is written
``..2019``, ``2020``, ``2023..``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ehport.form.field import Field, Rows, answers, fields_of, lists, years
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean

Row = Mapping[str, str]
_NOTHING: tuple[object, ...] = (None, "", [], {})
_MOST_DIGITS = 30
_UNKNOWN = Text("er ikke et felt i skjemaet.", "is no field of the form.")
_NOT_AN_OBJECT = Text("skal være et objekt med feltnavn: {…}.", "must be an object with field names: {…}.")
_NOT_A_LIST = Text("skal være en liste av rader: […].", "must be a list of rows: […].")
_NOT_A_TEXT = Text(
    "skal være en tekst, et tall, true, false eller null.", "must be a text, a number, true, false or null."
)
_NO_NUMBER = Text("er ikke et tall som kan stå i en celle.", "is not a number that a cell can hold.")


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


class RecordError(ValueError):
    """A JSON record says something that no field takes; ``path`` is where, as in ``projects[2].status``."""

    def __init__(self, path: str, told: Text) -> None:
        """Keep what is told."""
        super().__init__(f"{path}: {told.nb}")
        self.path, self.told = path, told

    def within(self, path: str) -> RecordError:
        """Return the same fault with the path of what it stands in before its own."""
        return RecordError(f"{path}{'' if self.path.startswith('[') else '.'}{self.path}".rstrip("."), self.told)


def from_record(record: Mapping[str, Any], of: type, budget_year: int) -> Answers:
    """Return a JSON record as answers; numbers and true or false are written as a person would, null is no answer.

    Raises `RecordError` naming the part of the record that no field takes.
    """
    declared = fields_of(of)
    assert_names(record, [each.name for each in declared])
    texts = {each.name: text for each in answers(declared) if (text := text_of(record.get(each.name), each.name))}
    listed = {
        each.name: _rows(record[each.name], each, budget_year)
        for each in lists(declared)
        if record.get(each.name) not in _NOTHING
    }
    return Answers(texts, {name: found for name, found in listed.items() if found})


def assert_names(given: Any, known: Sequence[str]) -> None:
    """Refuse what is no object of a record, or has a name that none of its fields has, with the names near it."""
    if not isinstance(given, Mapping):
        raise RecordError("", _NOT_AN_OBJECT)
    for name in given:
        if name not in known:
            near = did_you_mean(name, known)
            raise RecordError(name, Text(f"{_UNKNOWN.nb}{near.nb}", f"{_UNKNOWN.en}{near.en}"))


def text_of(value: Any, path: str) -> str:
    """Return a value of a record as the text of a cell, empty for null.

    Raises `RecordError` for a list or an object.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return (Answer.YES if value else Answer.NO).label.nb
    if isinstance(value, int | float | Decimal):
        exact = Decimal(str(value))
        if not exact.is_finite() or abs(exact.adjusted()) > _MOST_DIGITS:
            raise RecordError(path, _NO_NUMBER)
        return f"{exact:f}".replace(".", ",")
    if not isinstance(value, str):
        raise RecordError(path, _NOT_A_TEXT)
    return value


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
        found = [_row(value, each, budget_year, each.name)]
    elif listed.keys and isinstance(value, Mapping):
        keyed = {
            key: {first: key, **(given if isinstance(given, Mapping) else {others[0]: given})}
            for key, given in value.items()
        }
        found = [_row(given, each, budget_year, f"{each.name}.{key}") for key, given in keyed.items()]
        found = [row for row in found if len(row) > 1]
    elif isinstance(value, (list, tuple)):
        found = [_row(item, each, budget_year, f"{each.name}[{number}]") for number, item in enumerate(value)]
    else:
        raise RecordError(each.name, _NOT_A_LIST)
    return tuple(row for row in found if row)


def _row(item: Any, each: Field, budget_year: int, path: str) -> Row:
    names = periods(budget_year)
    known = [column.name for column in fields_of(each.rows.record)]
    of_periods = [name for name, column in names.items() if column in known]
    try:
        amounts = (item.get("amounts") or {}) if isinstance(item, Mapping) and of_periods else {}
        rest = {key: text for key, text in item.items() if not (key == "amounts" and of_periods)} if item else item
        assert_names(rest, [*known, *of_periods])
        assert_names(amounts, of_periods)
    except AttributeError:
        raise RecordError(path, _NOT_AN_OBJECT) from None
    except RecordError as bad:
        raise bad.within(path) from None
    told = {names.get(key, key): text_of(text, f"{path}.{key}") for key, text in {**rest, **amounts}.items()}
    return {name: text for name, text in told.items() if text}


def _key(row: Row, listed: Rows) -> str:
    return row.get(fields_of(listed.record)[0].name, "")


def _value(row: Row, listed: Rows) -> str | dict[str, str]:
    first, *others = (column.name for column in fields_of(listed.record))
    return row.get(others[0], "") if len(others) == 1 else {name: text for name, text in row.items() if name != first}


def _listed(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    amounts = {names[name]: text for name, text in row.items() if name in names}
    rest: dict[str, Any] = {name: text for name, text in row.items() if name not in names}
    return {**rest, "amounts": amounts} if amounts else rest
