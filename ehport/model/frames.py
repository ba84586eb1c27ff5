"""The portfolio as typed tables, derived from the declared fields; empty tables have the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import pandas as pd

from ehport.form.field import Field, answers, field_of, fields_of
from ehport.form.planned import PlannedTime
from ehport.form.project import Project
from ehport.form.register import RegisterProject
from ehport.form.vocabulary import State, Vocabulary
from ehport.model.member import Member
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.written import format_plain

Types = dict[str, Any]
Values = dict[str, Any]

_TEXT, _NUMBER, _TRUTH, _DAY = "string", "Int64", "boolean", "datetime64[s]"
_SUBMITTED = "submitted_"


def project_frame(portfolio: Portfolio) -> pd.DataFrame:
    """Return one row per project of the register: its facts, its single answers and its money per period.

    A field of the form that the register has too is the submitted one under ``submitted_…``.
    """
    return _frame(_project_types(), (_project(each) for each in portfolio.members))


def list_frame(portfolio: Portfolio, name: str) -> pd.DataFrame:
    """Return one row per row of a list of the form, such as ``deliverables``."""
    declared = fields_of(field_of(Project, name).rows.record)
    types: Types = {"project_id": _TEXT, "number": _NUMBER}
    for each in declared:
        types |= columns_of(each)
    return _frame(types, _list_rows(portfolio, name, declared=declared))


def columns_of(field: Field) -> Types:
    """Return the columns that a field with one answer takes, with their types.

    A planned time takes four: its EDTF text, the first and the last day it may mean, and its state.
    """
    kind = field.one.python_type
    if issubclass(kind, PlannedTime):
        days = {f"{field.name}_earliest": _DAY, f"{field.name}_latest": _DAY}
        return {field.name: _TEXT, **days, f"{field.name}_state": _category(State)}
    if issubclass(kind, Vocabulary):
        return {field.name: _category(kind)}
    return {field.name: _NUMBER if kind is int else _TEXT}


def values_of(field: Field, value: Any) -> Values:
    """Return what a value puts into the columns of its field."""
    if isinstance(value, PlannedTime):
        days = {f"{field.name}_earliest": value.earliest(), f"{field.name}_latest": value.latest()}
        return {field.name: value.edtf, **days, f"{field.name}_state": value.state.value}
    return {field.name: format_plain(value) if isinstance(value, (tuple, Enum)) else value}


def _category(vocabulary: type[Vocabulary]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype([each.value for each in vocabulary], ordered=True)


def _frame(types: Mapping[str, Any], found: Iterable[Values]) -> pd.DataFrame:
    made = list(found)
    return pd.DataFrame(
        {name: pd.Series([each.get(name) for each in made], dtype=kind) for name, kind in types.items()}
    )


def _project_types() -> Types:
    types: Types = {}
    for each in fields_of(RegisterProject):
        types |= columns_of(each)
    types |= {
        "organisation": _TEXT,
        "group": _TEXT,
        "actor": _TEXT,
        "is_counted": _TRUTH,
        "is_active": _TRUTH,
    }
    taken = frozenset(types)
    for each in answers(fields_of(Project)):
        types |= {_free(name, taken): kind for name, kind in columns_of(each).items()}
    return types | dict.fromkeys(PERIODS, _NUMBER)


def _project(member: Member) -> Values:
    values: Values = {}
    for each in fields_of(RegisterProject):
        values |= values_of(each, getattr(member.register.record, each.name))
    values |= {
        "state": member.state.value,
        "organisation": member.organisation.short_name or member.responsible,
        "group": member.organisation.group,
        "actor": member.submission.actor_id if member.submission else None,
        "is_counted": member.is_counted,
        "is_active": member.is_active,
    }
    taken = frozenset(values)
    for each in answers(fields_of(Project)):
        found = values_of(each, _answer(member, each.name))
        values |= {_free(name, taken): value for name, value in found.items()}
    return values | {period: member.amount(period).value for period in PERIODS}


def _answer(member: Member, name: str) -> Any:
    # A paused project has no ratings, and the area may come from the register: the member knows.
    if name == "focus_area":
        return member.area.value
    known = member.status if name == "status" else member.risk if name == "risk" else member.known(name)
    return known.value


def _free(name: str, taken: frozenset[str]) -> str:
    return f"{_SUBMITTED}{name}" if name in taken else name


def _list_rows(portfolio: Portfolio, name: str, *, declared: tuple[Field, ...]) -> Iterator[Values]:
    for member in portfolio.members:
        for number, entry in enumerate(member.entry.rows.get(name, ()) if member.entry else (), 1):
            values: Values = {"project_id": member.id, "number": number}
            for each in declared:
                values |= values_of(each, getattr(entry.record, each.name))
            yield values
