"""An adjustment replaces the value of the field that its row names, whatever the field is called there."""

from __future__ import annotations

import pytest

from ehport.model.portfolio import Portfolio, collect
from tests.builders import a_register, a_round, a_submission, codes


def adjusted(field: str, value: str) -> tuple[Portfolio, list[str]]:
    register = a_register(adjustments=[{"project": "900", "field": field, "value": value, "reason": "Avtalt."}])
    portfolio, told = collect(a_round(), register, [a_submission()])
    return portfolio, codes(told)


@pytest.mark.parametrize("field", ["total_cost", "Totalkostnad", "total cost", "Totalbudsjett"])
def test_an_answer_is_adjusted_by_its_name_or_by_its_label(field):
    portfolio, told = adjusted(field, "16,6")

    known = portfolio.members[0].known("total_cost")
    assert (known.value, known.adjusted, told) == (16_600, True, [])


@pytest.mark.parametrize(
    "field",
    ["budget_year", "2021", "Budsjett 2021", "Finansiering 2021", "Budget 2021", "Sum, slik den er meldt: 2021"],
)
def test_a_period_is_adjusted_by_its_name_or_by_its_year(field):
    portfolio, told = adjusted(field, "16,6")

    known = portfolio.members[0].amount("budget_year")
    assert (known.value, known.adjusted, told) == (16_600, True, [])


def test_what_is_made_of_an_adjustment_has_the_name_of_the_field_and_not_the_label():
    portfolio, _ = adjusted("Finansiering 2022", "9")

    (made,) = portfolio.members[0].adjustments.items()
    assert (made[0], made[1].record.field, made[1].value) == ("next_year", "next_year", 9_000)


@pytest.mark.parametrize(
    "field", ["farge", "status.farge", "Leveranser", "Leveranser: Planlagt", "financing.budget_year"]
)
def test_an_unknown_field_and_an_answer_in_a_list_are_told_as_typed(field):
    portfolio, told = adjusted(field, "16,6")

    assert (portfolio.members[0].adjustments, told) == ({}, [f"P420 {field}"])


def test_a_value_that_the_field_cannot_have_is_told_at_the_field():
    assert adjusted("Overordnet status", "Lilla")[1] == adjusted("status", "Lilla")[1] == ["P421 status"]
