from __future__ import annotations

from ehport.analysis.summary import summarise
from tests.analysis.portfolios import the_portfolio, the_summary


def test_an_organisation_counts_paused_projects_but_not_their_money() -> None:
    found = the_summary().organisations

    assert [(each.short_name, [p.id for p in each.projects], each.budget.amount) for each in found] == [
        ("Helse Vest", ["10", "11", "14"], 25_500),
        ("Oslo", ["12", "13"], None),
    ]


def test_cost_groups_come_in_the_registers_order_and_their_shares_add_up() -> None:
    found = summarise(the_portfolio({"12": {"budget": "4,5"}})).groups

    assert [(each.name, each.count, each.budget.amount, each.share) for each in found] == [
        ("Andre", 2, 4_500, 15),
        ("Regionale helseforetak", 3, 25_500, 85),
    ]


def test_an_organisation_that_the_register_does_not_know_counts_under_its_own_name() -> None:
    portfolio = the_portfolio(organisations=[])

    assert [each.short_name for each in summarise(portfolio).organisations] == ["Helse Vest RHF", "Oslo kommune"]
