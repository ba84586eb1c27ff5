"""The budget bridge: every krone between two totals stands in one step."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ehport.changes.budget_bridge import Bridge, Step
from ehport.changes.comparison import compare
from ehport.model.portfolio import Portfolio, collect
from tests import builders
from tests.analysis.portfolios import a_submitted
from tests.changes.two_rounds import LATER

Told = dict[str, dict[str, str]]


def portfolio(projects: Told, **round_: object) -> Portfolio:
    """Return a portfolio of projects with a state, a budget as reported, an adjusted one, and aliases."""
    rows = [
        {"id": each, "name": f"Prosjekt {each}", "responsible": "Helse Vest RHF", "state": told.get("state", "Aktiv")}
        | {"aliases": told.get("aliases", "")}
        for each, told in projects.items()
    ]
    adjustments = [
        {"project": each, "field": "budget_year", "value": told["adjusted"], "reason": "Avtalt"}
        for each, told in projects.items()
        if told.get("adjusted")
    ]
    sheets = {"projects": tuple(rows), "adjustments": tuple(adjustments)}
    register = builders.entry_of(builders.Register, {}, sheets, "")
    entries = [a_submitted({"id": each, "budget": told.get("budget", "")}) for each, told in projects.items()]
    return collect(builders.a_round(**round_), register, [builders.a_submission(*entries)] if entries else [])[0]


def bridge(before: Told, now: Told) -> Bridge:
    return compare(portfolio(before), portfolio(now, **LATER)).bridge


def steps(found: Bridge) -> dict[Step, int]:
    return {each.step: each.amount for each in found.steps}


def test_what_came_went_rose_and_fell_stands_in_steps_of_its_own():
    found = bridge(
        {"10": {"budget": "12"}, "11": {"budget": "8"}, "12": {"budget": "5"}, "13": {"budget": "1"}},
        {"10": {"budget": "14"}, "11": {"budget": "7,5"}, "12": {"state": "Går ut"}, "14": {"budget": "3"}},
    )

    assert steps(found) == {Step.NEW: 3000, Step.GONE: -6000, Step.UP: 2000, Step.DOWN: -500}
    assert (found.before.amount, found.now.amount, found.difference) == (26_000, 24_500, -1500)


def test_a_pause_takes_the_money_out_and_its_end_brings_it_back():
    found = bridge(
        {"10": {"budget": "12"}, "11": {"budget": "8", "state": "Pauset"}},
        {"10": {"budget": "12", "state": "Pauset"}, "11": {"budget": "9"}},
    )

    assert steps(found) == {Step.PAUSED: -12_000, Step.RESUMED: 9000}


def test_what_nobody_gave_before_is_no_increase():
    found = bridge({"10": {}, "11": {"budget": "8"}}, {"10": {"budget": "4"}, "11": {}})

    assert steps(found) == {Step.GIVEN: 4000, Step.NOT_GIVEN: -8000}


def test_what_the_office_adjusts_is_not_what_the_actor_reported():
    found = bridge({"10": {"budget": "12"}}, {"10": {"budget": "14", "adjusted": "13"}})

    assert steps(found) == {Step.UP: 2000, Step.ADJUSTED: -1000}


def test_an_adjustment_that_stands_as_it_was_is_no_step():
    assert bridge({"10": {"adjusted": "16,6"}}, {"10": {"budget": "16,6"}}).steps == ()


def test_the_money_of_merged_projects_stays_together():
    found = bridge({"10": {"budget": "12"}, "11": {"budget": "8"}}, {"10": {"budget": "21", "aliases": "11"}})

    assert steps(found) == {Step.JOINED: 1000}


def test_a_new_number_makes_no_new_money():
    assert bridge({"10": {"budget": "12"}}, {"20": {"budget": "12", "aliases": "10"}}).steps == ()


def test_totals_of_two_budget_years_are_said_to_be():
    before = portfolio({"10": {"budget": "12"}})
    now = replace(before, round=replace(before.round, **LATER, budget_year=2022))

    assert compare(before, now).bridge.is_other_year
    assert not bridge({}, {}).is_other_year


AMOUNTS = st.sampled_from(["", "0", "1", "2,5", "12", "-3", "ukjent", "14 000 000"])
PROJECT = st.fixed_dictionaries(
    {
        "budget": AMOUNTS,
        "adjusted": st.sampled_from(["", "", "0", "7", "2,5"]),
        "state": st.sampled_from(["Aktiv", "Ny", "Pauset", "Går ut", "Ferdigstilt", "Kandidat"]),
        "aliases": st.sampled_from(["", "", "10", "11", "12", "10; 11", "Prosjekt 12"]),
    }
)
PROJECTS = st.dictionaries(st.sampled_from(["10", "11", "12", "13", "14"]), PROJECT, max_size=5)


@given(PROJECTS, PROJECTS)
def test_the_steps_add_up_to_the_krone(before, now):
    found = bridge(before, now)

    assert sum(each.amount for each in found.steps) == found.difference
    for step in found.steps:
        assert step.amount == sum(each.amount for each in step.projects)
