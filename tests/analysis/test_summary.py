from __future__ import annotations

from ehport.analysis.summary import summarise
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio, the_summary


def test_a_total_names_the_active_projects_it_lacks() -> None:
    total = the_summary().budget

    assert (total.amount, total.counted, total.missing) == (25_500, 3, ("12",))


def test_zero_kroner_is_an_amount() -> None:
    total = summarise(the_portfolio({"12": {"budget": "0"}})).budget

    assert (total.amount, total.counted, total.missing) == (25_500, 4, ())


def test_an_adjustment_replaces_the_submitted_amount() -> None:
    adjusted = {"project": "10", "field": "budget_year", "value": "10", "reason": "Avtalt"}
    total = summarise(the_portfolio(adjustments=[adjusted])).budget

    assert total.amount == 23_500


def test_an_empty_portfolio_has_empty_results() -> None:
    found = summarise(an_empty_portfolio())

    assert found.projects == found.organisations == found.groups == ()
    assert (found.budget.amount, found.budget.counted) == (None, 0)
    assert [each.share for each in found.status.ratings] == [0, 0, 0]
