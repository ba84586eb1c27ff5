"""Two rounds of the small portfolio of ``portfolios.py``, the later one with the changes of a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ehport.changes.change import Change
from ehport.changes.comparison import Comparison, compare
from ehport.model.portfolio import Portfolio, collect
from ehport.model.remembering import remember
from tests import builders
from tests.analysis.portfolios import the_portfolio

LATER = {"id": "2021-09", "cutoff": date(2021, 9, 17), "previous": "2021-04"}
Answers = dict[str, dict[str, Any]]


def later(changes: Answers | None = None, *, before: Portfolio | None = None, **sheets: Any) -> Portfolio:
    """Return the small portfolio in a later round, which knows the one before it."""
    found = the_portfolio(changes, **sheets)
    earlier = before or the_portfolio()
    return replace(found, round=replace(found.round, **LATER), previous=earlier, memories=(remember(earlier),))


def compared(now: Answers, before: Answers | None = None, **sheets: Any) -> Comparison:
    """Return what changed between two rounds of the small portfolio."""
    earlier = the_portfolio(before)
    return compare(earlier, later(now, before=earlier, **sheets))


def compared_projects(before: dict[str, Any], now: dict[str, Any], **round_: Any) -> Comparison:
    """Return what changed for one project whose answers are given for both rounds."""
    first, second = (builders.a_portfolio(builders.a_project(**answers)) for answers in (before, now))
    second = replace(
        second, round=replace(second.round, **{**LATER, **round_}), previous=first, memories=(remember(first),)
    )
    return compare(first, second)


def registers(before: list[dict[str, str]], now: list[dict[str, str]]) -> Comparison:
    """Return what changed between two rounds of which only the register is known."""
    first, second = (_of_register(rows) for rows in (before, now))
    return compare(first, replace(second, round=replace(second.round, **LATER), memories=(remember(first),)))


def told(changes: tuple[Change, ...]) -> list[str]:
    """Return changes as ``project event field row``, in order."""
    return [" ".join(filter(None, (each.project, each.event.word, each.field, each.row))) for each in changes]


def _of_register(rows: list[dict[str, str]]) -> Portfolio:
    full = [{"responsible": "Helse Vest RHF", "state": "Aktiv", **row} for row in rows]
    register = builders.entry_of(
        builders.Register, {}, {"projects": tuple(full), "organisations": (dict(builders.ORGANISATION),)}, ""
    )
    return collect(builders.a_round(), register, [])[0]
