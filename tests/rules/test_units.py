"""Amounts in another unit: asked about before they are added, and portfolios of all sizes left in peace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio, collect
from ehport.model.round import Limits, Round
from ehport.rules.subject import calendar
from ehport.rules.units import amounts_are_in_millions, amounts_are_like_those_of_the_actor
from tests.builders import a_later_round, a_project, a_register, a_round, a_submission

# The budgets of actors' projects in million kroner, one list for each actor.
Money = Mapping[str, Sequence[str]]
USUAL: Money = {"a": ["12", "5", "8,5"], "b": ["30", "4", "120"], "c": ["2", "15", "60"]}


def _portfolio(money: Money, *, cost: str = "", round_: Round | None = None, **sheets: Any) -> Portfolio:
    numbered, submissions = [], []
    for actor, budgets in money.items():
        projects = []
        for budget in budgets:
            number = str(101 + len(numbered))
            numbered.append({"id": number, "name": f"Tiltak {number}", "state": "Aktiv"})
            years = {"2020": budget, "2021": budget}
            financing = [{"source": "Egne midler", "amounts": years}]
            changes = {**numbered[-1], "total_cost": cost, "financing": financing, "financing_total": years}
            projects.append(a_project(**{name: value for name, value in changes.items() if name != "state"}))
        submissions.append(a_submission(*projects, actor=actor))
    return collect(round_ or a_round(), a_register(projects=numbered, **sheets), submissions)[0]


def _told(portfolio: Portfolio) -> list[tuple[str, Severity]]:
    return [(each.at.project, each.severity) for each in amounts_are_in_millions(portfolio)]


def _only(portfolio: Portfolio) -> Diagnostic:
    (found,) = amounts_are_in_millions(portfolio)
    return found


def test_amounts_of_usual_sizes_are_in_millions() -> None:
    assert _told(_portfolio(USUAL)) == []


@pytest.mark.parametrize(("typed", "meant"), [("8500", "8,5"), ("42000", "42"), ("85000 MNOK", "85")])
def test_a_whole_project_in_thousands_is_an_error_with_what_was_meant(typed: str, meant: str) -> None:
    found = _only(_portfolio({**USUAL, "a": ["12", "5", typed]}))

    assert (found.at.project, found.at.field) == ("103", "financing_total.budget_year")
    assert found.severity is Severity.ERROR
    assert found.facts["meant"][Lang.NB] == meant
    assert all(message(found, lang) for lang in Lang)


def test_a_workbook_that_is_in_thousands_from_end_to_end_is_seen_beside_the_others() -> None:
    told = _told(_portfolio({**USUAL, "a": ["12000", "5000", "8500"]}))

    assert told == [("101", Severity.ERROR), ("102", Severity.ERROR), ("103", Severity.ERROR)]


def test_an_amount_that_does_not_move_the_total_is_a_warning() -> None:
    small = {"a": ["0,01", "0,01", "0,01", "2"], "b": ["90", "80", "100"], "c": ["50", "70", "60"]}

    assert _told(_portfolio(small)) == [("104", Severity.WARNING)]


def test_a_large_project_among_large_ones_is_fine() -> None:
    government = {
        "a": ["20000", "900", "150", "40"],
        "b": ["14000", "7000", "2500", "12"],
        "c": ["9000", "300", "80", "5"],
    }

    assert [each for each in _told(_portfolio(government)) if each[1] is Severity.ERROR] == []


def test_an_amount_that_contradicts_the_total_cost_is_asked_about() -> None:
    money = {"a": ["12", "5", "9000"], "b": ["9500", "8000", "7000"]}

    assert ("103", Severity.ERROR) in _told(_portfolio(money, cost="80"))


def test_an_amount_of_another_size_than_last_round_is_asked_about() -> None:
    all_sizes = {"a": ["9000", "800", "5"], "b": ["3000", "40", "12000"]}
    before = _portfolio({**all_sizes, "a": ["9", "800", "5"]})

    now = replace(_portfolio(all_sizes, round_=a_later_round()), previous=before)

    assert _told(now) == [("101", Severity.ERROR)]
    assert "2021-04" in message(_only(now), Lang.NB)


@pytest.mark.parametrize(("share", "weight"), [(5, Severity.ERROR), (60, Severity.WARNING)])
def test_how_much_of_a_total_may_be_moved_is_for_the_round_to_say(share: int, weight: Severity) -> None:
    money = {"a": ["9000", "800", "5"], "b": ["3000", "40", "12000"]}
    limited = replace(a_later_round(), limits=Limits(share_of_total=share))

    now = replace(_portfolio(money, round_=limited), previous=_portfolio({**money, "a": ["9", "800", "5"]}))

    assert _told(now) == [("101", weight)]


def test_a_few_projects_alone_tell_nothing() -> None:
    assert _told(_portfolio({"a": ["9000"], "b": ["3"]})) == []


def test_a_workbook_by_itself_is_asked_about_its_largest_project() -> None:
    portfolio = _portfolio({"a": ["12", "5", "8500"]})
    submission = portfolio.submissions[0]

    found = list(amounts_are_like_those_of_the_actor(submission, calendar(submission, None)))

    assert [(each.code.name, each.severity) for each in found] == [("UNIT_IN_DOUBT", Severity.WARNING)]


def test_what_the_office_has_adjusted_is_settled() -> None:
    adjusted = {"adjustments": [{"project": "103", "field": "financing_total.budget_year", "value": "8,5"}]}

    assert _told(_portfolio({**USUAL, "a": ["12", "5", "8500"]}, **adjusted)) == []
