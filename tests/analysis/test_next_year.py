from __future__ import annotations

import pytest

from ehport.analysis.summary import summarise
from tests.analysis.portfolios import the_portfolio, the_summary


def test_next_year_has_this_years_projects_without_those_that_end_and_with_the_candidates() -> None:
    found = the_summary().next_year

    assert [each.id for each in found.ending] == ["11"]
    assert [each.id for each in found.projects] == ["10", "12", "13", "14", "17"]
    assert found.year == 2022


def test_next_years_money_leaves_paused_projects_out_and_names_those_without_a_budget() -> None:
    found = the_summary().next_year.budget

    assert (found.amount, found.counted, found.missing) == (15_000, 3, ("12",))


@pytest.mark.parametrize("ends", ["31.12.2021", "Q3 2021", "2021", "2020", "Levert", "03.2022 (utført)"])
def test_a_project_ends_this_year_when_its_last_possible_day_does_or_it_is_delivered(ends: str) -> None:
    found = summarise(the_portfolio({"10": {"ends": ends}})).next_year

    assert [each.id for each in found.ending] == ["10", "11"]


@pytest.mark.parametrize("ends", ["01.2022", "2021-2022", "2021->", "TBD", "31.13.2021", "12.20/12.21", ""])
def test_a_project_goes_on_when_its_end_is_later_open_or_not_certain(ends: str) -> None:
    found = summarise(the_portfolio({"10": {"ends": ends}})).next_year

    assert [each.id for each in found.ending] == ["11"]
