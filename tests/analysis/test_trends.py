from __future__ import annotations

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.analysis.trends import Trends, trends
from ehport.form.vocabulary import Rating
from tests.later_rounds import Draft, Edit, a_year_later, later_portfolio, sample_portfolio

LISTED = {"round": "2020-09", "name": "status.yellow.share", "value": "58"}


def listing(*rows: dict[str, str]):
    """Return the edit that adds figures to the register's history."""
    return lambda draft: draft.register["key_figures"].extend(rows)


def both(*edits: Edit) -> Edit:
    """Return the edit that makes some edits after each other."""

    def edit(draft: Draft) -> None:
        for each in edits:
            each(draft)

    return edit


def values(found: Trends, name: str) -> list[int | None]:
    return [each.value for each in found.of(name).points]


def test_the_sample_round_has_what_was_published_in_january_and_nothing_more():
    found = trends(sample_portfolio())

    assert found.rounds == ("2021-01", "2021-04")
    assert values(found, "status.yellow.share") == [61, 54]
    assert values(found, "risk.yellow.share") == [74, 72]
    assert values(found, "budget.total")[0] == 1_620_000
    assert values(found, "status.red.share")[0] is None
    assert values(found, "projects.count") == [None, 45]


def test_this_rounds_points_are_what_the_rest_of_the_report_says():
    summary = summarise(sample_portfolio())

    for rating in Rating:
        assert summary.trends.of(f"status.{rating.value}.share").now.value == summary.status.of(rating).share
        assert summary.trends.of(f"risk.{rating.value}.share").now.value == summary.risk.of(rating).share
    assert summary.trends.of("budget.total").now.value == summary.budget.amount
    assert summary.trends.of("projects.count").now.value == len(summary.projects)


def test_a_round_with_a_folder_is_counted_and_not_taken_from_the_history():
    wrong = {"round": "2021-04", "name": "status.yellow.share", "value": "99"}

    found = trends(later_portfolio(listing(wrong)))

    assert found.rounds == ("2021-01", "2021-04", "2021-09")
    assert values(found, "status.yellow.share") == [61, 54, 54]


def test_rounds_that_are_not_known_are_joined_with_nobody():
    known = trends(later_portfolio(listing(LISTED)))

    yellow, red = known.of("status.yellow.share"), known.of("status.red.share")

    assert values(known, "status.red.share") == [None, None, 2, 2]
    assert [yellow.joins(place) for place in range(4)] == [False, True, True, True]
    assert [red.joins(place) for place in range(4)] == [False, False, False, True]


def test_figures_that_were_computed_otherwise_are_joined_with_each_other_and_with_no_later_one():
    found = trends(later_portfolio(_otherwise)).of("status.yellow.share")

    assert [found.joins(place) for place in range(4)] == [False, True, False, True]
    assert [found.breaks(place) for place in range(4)] == [False, False, True, False]
    assert [each.round_id for each in found.alike] == ["2021-04", "2021-09"]


def test_money_is_for_the_budget_year_of_its_round_or_for_the_year_of_a_round_in_the_history():
    listed = {"round": "2020-09", "name": "budget.total", "value": "1500"}

    found = trends(later_portfolio(both(listing(listed), a_year_later), "2022-01"))

    budget = found.of("budget.total")
    assert [each.year for each in budget.points] == [2020, 2021, 2021, 2022]
    assert [budget.breaks(place) for place in range(4)] == [False, True, False, True]
    assert [budget.joins(place) for place in range(4)] == [False, False, True, False]
    assert [each.round_id for each in budget.alike] == ["2022-01"]
    assert {each.year for each in found.of("projects.count").points} == {None}


def test_a_budget_year_is_that_of_the_rounds_settings_and_not_of_its_id():
    found = trends(later_portfolio(a_year_later, "2021-09")).of("budget.total")

    assert [each.year for each in found.points] == [2021, 2021, 2022]
    assert [found.changes_year(place) for place in range(3)] == [False, False, True]
    assert not any(found.recounts(place) for place in range(3))


def test_a_round_with_a_folder_can_be_declared_to_be_computed_otherwise():
    declared = {"round": "2021-04", "name": "budget.total", "value": "1", "comparable": "Nei"}

    found = trends(later_portfolio(listing(declared))).of("budget.total")

    assert (found.points[1].value, found.points[1].comparable) == (found.now.value, False)


def test_figures_of_this_round_or_later_ones_in_the_history_change_nothing():
    later = {"round": "2022-01", "name": "status.yellow.share", "value": "10"}

    assert trends(later_portfolio(listing(later))) == trends(later_portfolio())


def test_the_previous_round_is_counted_from_its_folder_in_facts_and_figures():
    portfolio = later_portfolio(_all_green)

    found, known = summarise(portfolio), facts(portfolio)

    assert found.status.of(Rating.YELLOW).previous == 54
    assert known["previous.budget.total"].value == 1_722_750
    assert known["previous.status.yellow.count"].value == 23
    assert known["change.status.yellow.share"].value == -54
    assert {each.file.split("/")[0] for each in known["previous.status.yellow.count"].sources} == {"2021-04"}


def test_without_a_folder_the_previous_round_is_what_was_published():
    known = facts(sample_portfolio())

    assert known["previous.status.yellow.share"].value == 61
    assert known["previous.budget.total"].value == 1_620_000
    assert "previous.status.red.share" not in known


@pytest.mark.parametrize(
    ("name", "value", "file"),
    [
        ("trend.status.yellow.share.2021-01", 61, "register.xlsx"),
        ("trend.budget.total.2021-01", 1_620_000, "register.xlsx"),
        ("trend.projects.count.2021-04", 45, "2021-04/register.xlsx"),
        ("trend.projects.count.2021-09", 45, "register.xlsx"),
    ],
)
def test_every_point_is_a_fact_with_the_cells_of_its_round(name, value, file):
    known = facts(later_portfolio())

    assert known[name].value == value
    assert {each.file for each in known[name].sources} == {file}


def test_an_unknown_point_is_no_fact():
    known = facts(later_portfolio())

    assert "trend.projects.count.2021-01" not in known
    assert known["trend.rounds.count"].value == 3


def test_a_published_share_with_decimals_is_rounded():
    exact = {"round": "2021-01", "name": "risk.red.share", "value": "4,5"}

    assert values(trends(later_portfolio(listing(exact))), "risk.red.share")[0] == 5


def _otherwise(draft: Draft) -> None:
    draft.register["key_figures"].append({**LISTED, "comparable": "Nei"})
    for each in draft.register["key_figures"]:
        if each["name"] == "status.yellow.share":
            each["comparable"] = "Nei"


def _all_green(draft: Draft) -> None:
    for project in draft.projects.values():
        project["status"] = "Grønn"


def test_money_of_another_budget_year_is_told_with_its_year_and_not_subtracted():
    same, moved = facts(later_portfolio()), facts(later_portfolio(a_year_later))

    assert "previous.budget_year" not in same
    assert same["change.budget.total"].value == 0
    assert moved["previous.budget_year"].value == 2021
    assert moved["previous.budget.total"].value == 1_722_750
    assert "change.budget.total" not in moved
    assert "change.status.yellow.share" in moved
