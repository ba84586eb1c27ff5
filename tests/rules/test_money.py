"""Rules about money: what adds up, what does not, and what is only rounded."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.lang.language import Lang, Text
from ehport.rules import money
from ehport.rules.subject import Subject, calendar
from tests.builders import a_project, a_round, a_submission, codes


def about(**changes: Any) -> Subject:
    submission = a_submission(a_project(**changes))
    return Subject(submission, submission.projects[0], calendar(submission, a_round()))


def sources(*amounts: dict[str, str]) -> list[dict[str, Any]]:
    return [{"source": f"Kilde {number}", "amounts": each} for number, each in enumerate(amounts, 1)]


def test_a_total_that_is_not_the_sum_of_its_sources_is_told_with_both_figures() -> None:
    given = about(financing=sources({"2021": "20"}, {"2021": "28,6"}), financing_total={"2021": "38,6"})
    (found,) = money.sources_make_up_the_total(given)
    assert codes([found]) == ["R301 financing_total.budget_year"]
    assert (found.facts["sum"], found.facts["stated"]) == (Text("48,6", "48.6"), Text("38,6", "38.6"))
    assert found.facts["counted"]


@pytest.mark.parametrize("stated", ["84", "83,5", "83,50"])
def test_a_total_may_be_rounded_as_it_is_typed(stated: str) -> None:
    given = about(financing=sources({"..2019": "67,5"}, {"..2019": "16"}), financing_total={"..2019": stated})
    assert codes(money.sources_make_up_the_total(given)) == []


def test_decimals_that_are_typed_are_meant() -> None:
    given = about(financing=sources({"2021": "2,1"}), financing_total={"2021": "2,0 (c)"})
    assert codes(money.sources_make_up_the_total(given)) == ["R301 financing_total.budget_year"]


def test_only_the_budget_year_is_counted() -> None:
    given = about(financing=sources({"2020": "3,35"}), financing_total={"2020": "2,9"})
    (found,) = money.sources_make_up_the_total(given)
    assert not found.facts["counted"]


def test_sources_that_cannot_be_read_are_not_added_up() -> None:
    given = about(financing=sources({"2021": "20"}, {"2021": "0, 5 mill"}), financing_total={"2021": "25"})
    assert codes(money.sources_make_up_the_total(given)) == []


def test_a_total_cost_that_the_financing_does_not_make_up_is_told() -> None:
    assert codes(money.financing_covers_the_total_cost(about(total_cost="30"))) == ["R302 total_cost"]


@pytest.mark.parametrize("cost", ["24", "24,2", "23,8", "Se kommentar", ""])
def test_a_total_cost_within_one_per_cent_or_unknown_is_fine(cost: str) -> None:
    assert codes(money.financing_covers_the_total_cost(about(total_cost=cost))) == []


def test_without_financing_there_is_nothing_to_compare_the_cost_with() -> None:
    assert codes(money.financing_covers_the_total_cost(about(financing=[], financing_total={}))) == []


def test_a_source_that_jumps_from_millions_to_thousands_is_told_at_the_larger() -> None:
    given = about(financing=sources({"2020": "9", "2021": "9000"}))
    (found,) = money.amounts_have_one_size(given)
    assert codes([found]) == ["R311 financing.budget_year"]
    assert codes(money.amounts_have_one_size(about(financing=sources({"2020": "1", "2021": "290"})))) == []


def test_a_total_cost_of_another_size_than_the_financing_is_told() -> None:
    assert codes(money.total_cost_has_the_size_of_the_financing(about(total_cost="24000"))) == ["R311 total_cost"]
    assert codes(money.total_cost_has_the_size_of_the_financing(about())) == []


def test_a_project_without_a_budget_is_told() -> None:
    given = about(financing=sources({"2020": "4"}), financing_total={"2020": "4"})
    (found,) = money.there_is_a_budget(given)
    assert codes([found]) == ["R312 financing_total.budget_year"]
    assert found.facts["counted"]


@pytest.mark.parametrize("financing", [
    [{"source": "Staten", "amounts": {"2021": "0"}}],
    [{"source": "Staten", "amounts": {"2022": "12"}}],
    [{"source": "Staten", "amounts": {"2021": "14 000 000"}}],
])  # fmt: skip
def test_zero_later_money_and_a_budget_told_unreadable_are_not_a_missing_budget(financing: list[Any]) -> None:
    assert codes(money.there_is_a_budget(about(financing=financing, financing_total={}))) == []


def test_foundation_cost_needs_relevance_to_area_5() -> None:
    assert codes(money.foundation_cost_belongs_to_area_5(about(foundation_cost="5"))) == ["R310 foundation_cost"]
    relevant = {"1.1": "H", "5.2": "L"}
    assert codes(money.foundation_cost_belongs_to_area_5(about(foundation_cost="5", relevance=relevant))) == []
    assert codes(money.foundation_cost_belongs_to_area_5(about(foundation_cost="0"))) == []


def test_money_is_printed_as_each_language_does() -> None:
    assert money.million(1_722_750)[Lang.NB] == "1\u202f722,75"
