from __future__ import annotations

from ehport.form.vocabulary import Rating
from tests.analysis.portfolios import the_summary


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
