"""The periods of money: which of them have the same years when the budget year has moved on."""

from __future__ import annotations

import pytest

from ehport.model.periods import same_years, years_later

EVERY = {each: each for each in ("earlier", "previous_year", "budget_year", "next_year", "later")}


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (0, EVERY),
        (1, {"previous_year": "budget_year", "budget_year": "next_year"}),
        (2, {"previous_year": "next_year"}),
        (3, {}),
        (-1, {"budget_year": "previous_year", "next_year": "budget_year"}),
    ],
)
def test_a_period_of_one_year_has_the_same_year_under_another_name(years, expected):
    assert same_years(years) == expected


def test_what_is_no_period_stays_and_what_falls_out_of_the_single_years_is_left_out():
    row = {"source": "Stat", "earlier": "1", "previous_year": "2", "budget_year": "3", "later": "5"}

    assert years_later(row, 1) == {"source": "Stat", "previous_year": "3"}
    assert years_later(row, 0) == row
