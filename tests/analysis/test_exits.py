from __future__ import annotations

from dataclasses import replace
from typing import Any

from ehport.analysis.exits import exits
from ehport.analysis.facts import facts
from ehport.model.portfolio import Portfolio
from ehport.model.remembering import remember
from tests.analysis.portfolios import the_portfolio
from tests.changes.two_rounds import later


def without(portfolio: Portfolio, *gone: str) -> Portfolio:
    """Return a portfolio whose register has some projects no more."""
    return replace(portfolio, members=tuple(each for each in portfolio.members if each.id not in gone))


def told(portfolio: Portfolio) -> list[tuple[Any, ...]]:
    return [(each.id, each.last_round, each.state and each.state.value, each.next_steps) for each in exits(portfolio)]


def test_those_that_leave_in_this_round_are_not_among_them() -> None:
    assert exits(the_portfolio()) == ()
    assert exits(later()) == ()


def test_those_that_left_in_the_round_before_have_the_reason_of_its_register() -> None:
    before = the_portfolio(projects={"15": {"next_steps": "Tas over av Helse Vest."}})

    assert told(without(later(before=before), "15")) == [("15", "2021-04", "leaving", "Tas over av Helse Vest.")]


def test_a_project_that_vanished_left_without_a_reason_after_its_last_round() -> None:
    assert told(without(later(), "12")) == [("12", "2021-04", None, "")]


def test_a_candidate_that_came_to_nothing_never_left() -> None:
    assert told(without(later(), "17")) == []


def test_a_project_that_goes_on_under_another_number_has_not_left() -> None:
    portfolio = later(projects={"14": {"aliases": "Kurve; 12"}})

    assert told(without(portfolio, "12")) == []


def test_the_last_to_leave_comes_first_and_an_old_round_knows_no_reason() -> None:
    portfolio = later()
    old = replace(remember(the_portfolio()), round_id="2019-01")
    kept = replace(old, projects=tuple(replace(each, id=f"{each.id}0") for each in old.projects if each.id == "16"))
    found = replace(without(portfolio, "15"), memories=(kept, *portfolio.memories))

    assert told(found) == [("15", "2021-04", "leaving", ""), ("160", "2019-01", "completed", "")]


def test_the_facts_count_who_completed_left_and_vanished() -> None:
    known = facts(without(later(), "12", "15", "16"))

    counts = {name: known[f"exits.{name}count"].value for name in ("", "completed.", "leaving.", "vanished.", "more.")}
    assert counts == {"": 3, "completed.": 1, "leaving.": 1, "vanished.": 1, "more.": 0}
