from __future__ import annotations

from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Rating
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio, the_summary


def test_an_organisation_counts_paused_projects_but_not_their_money() -> None:
    found = the_summary().organisations

    assert [(each.short_name, [p.id for p in each.projects], each.budget.amount) for each in found] == [
        ("Helse Vest", ["10", "11", "14"], 25_500),
        ("Oslo", ["12", "13"], None),
    ]


def test_a_total_names_the_active_projects_it_lacks() -> None:
    total = the_summary().budget

    assert (total.amount, total.counted, total.missing) == (25_500, 3, ("12",))


def test_zero_kroner_is_an_amount() -> None:
    total = summarise(the_portfolio({"12": {"budget": "0"}})).budget

    assert (total.amount, total.counted, total.missing) == (25_500, 4, ())


def test_cost_groups_come_in_the_registers_order_and_their_shares_add_up() -> None:
    found = summarise(the_portfolio({"12": {"budget": "4,5"}})).groups

    assert [(each.name, each.count, each.budget.amount, each.share) for each in found] == [
        ("Andre", 2, 4_500, 15),
        ("Regionale helseforetak", 3, 25_500, 85),
    ]


def test_a_focus_area_splits_its_money_by_status_and_keeps_paused_projects_apart() -> None:
    area = next(each for each in the_summary().focus_areas if each.code == "2.1")

    assert (len(area.projects), area.budget.amount) == (3, 5_500)
    assert [(each.status, [p.id for p in each.projects], each.budget.amount) for each in area.by_status] == [
        (Rating.RED, ["12"], None),
        (Rating.GREEN, ["14"], 5_500),
        (None, ["13"], None),
    ]


def test_a_strategic_area_has_next_years_money_of_the_projects_expected_then() -> None:
    first, second = the_summary().strategic_areas

    assert ([p.id for p in first.projects], first.budget.amount) == (["10", "11"], 20_000)
    assert ([p.id for p in first.next_projects], first.next_budget.amount) == (["10", "17"], 11_000)
    assert [p.id for p in second.next_projects] == ["12", "13", "14"]
    assert (second.next_budget.amount, second.next_budget.missing) == (4_000, ("12",))


def test_an_adjustment_replaces_the_submitted_amount() -> None:
    adjusted = {"project": "10", "field": "budget_year", "value": "10", "reason": "Avtalt"}
    total = summarise(the_portfolio(adjustments=[adjusted])).budget

    assert total.amount == 23_500


def test_an_organisation_that_the_register_does_not_know_counts_under_its_own_name() -> None:
    portfolio = the_portfolio(organisations=[])

    assert [each.short_name for each in summarise(portfolio).organisations] == ["Helse Vest RHF", "Oslo kommune"]


def test_an_empty_portfolio_has_empty_results() -> None:
    found = summarise(an_empty_portfolio())

    assert found.projects == found.organisations == found.groups == ()
    assert (found.budget.amount, found.budget.counted) == (None, 0)
    assert [each.share for each in found.status.ratings] == [0, 0, 0]
