"""Money stays under its own year when the budget year moves."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.form.answers import Answers
from ehport.form.kinds import Amount
from ehport.model.portfolio import PERIODS
from ehport.opening.budget_years import move_amounts

ROW = {"source": "HOD", "earlier": "1,5", "previous_year": "2", "budget_year": "ca. 3", "next_year": "4", "later": "10"}


def moved(years: int, **changes: str) -> Answers:
    row = {name: text for name, text in {**ROW, **changes}.items() if text}
    return move_amounts(Answers(rows={"financing": (row,)}), years, 2021)


def test_within_a_year_nothing_moves() -> None:
    assert moved(0) == Answers(rows={"financing": (ROW,)})


def test_amounts_stay_under_their_years_and_the_past_is_added_up() -> None:
    found = moved(1, later="")

    assert found.rows["financing"] == (
        {"source": "HOD", "earlier": "3,5", "previous_year": "ca. 3", "budget_year": "4"},
    )
    assert found.left == ()


@pytest.mark.parametrize(
    ("earlier", "previous_year", "carried"),
    [
        ("ca. 2", "1", "3"),
        ("2", "1*", "3"),
        ("", "1", "1"),
        ("2", "", "2"),
        ("Ikke avklart", "1", "1"),
        ("Ikke avklart", "", "Ikke avklart"),
        ("2 (må bekreftes)", "1", "3"),
    ],
)
def test_what_cannot_be_added_with_certainty_goes_along_with_a_mark_and_the_actor_is_told(
    earlier: str, previous_year: str, carried: str
) -> None:
    found = moved(1, earlier=earlier, previous_year=previous_year, later="")

    (left,) = found.left
    assert found.rows["financing"][0]["earlier"] == f"{carried} (må bekreftes)"
    assert (left.listed, left.row, left.field) == ("financing", 0, "earlier")
    assert left.told.nb == (
        f"Legg selv sammen i Til og med 2020: Til og med 2019 ({earlier or 'tomt'}) og 2020 ({previous_year or 'tomt'})"
    )


def test_later_years_are_divided_by_the_actor_but_nothing_divides_itself() -> None:
    later, nothing = moved(1), moved(1, later="0")

    assert [(each.field, each.told.nb) for each in later.left] == [
        ("later", "Fordel selv på 2023 og Fra 2024: Fra 2023 (10)")
    ]
    assert "next_year" not in later.rows["financing"][0]
    assert later.rows["financing"][0]["later"] == "10 (må fordeles)"
    assert (nothing.rows["financing"][0]["next_year"], nothing.rows["financing"][0]["later"]) == ("0", "0")


def test_what_nobody_settled_is_asked_for_again() -> None:
    found = moved(0, later="10 (må fordeles)")

    assert found.rows["financing"][0]["later"] == "10 (må fordeles)"
    assert [each.told.nb for each in found.left] == ["Skriv selv beløpet i Fra 2023: Fra 2023 (10 (må fordeles))"]


@given(st.fixed_dictionaries({name: st.sampled_from(["", "0", "1,5", "ca. 2", "3*", "40"]) for name in PERIODS}))
def test_no_money_is_lost_however_the_years_move(row: dict[str, str]) -> None:
    def total(of: Mapping[str, str]) -> int:
        return sum(Amount().parse(of.get(name, "")).value or 0 for name in PERIODS)

    for years in range(4):
        (found,) = move_amounts(Answers(rows={"financing": (row,)}), years, 2021).rows["financing"]
        assert total(found) == total(row)


def test_two_years_add_up_two_years() -> None:
    found = moved(2, budget_year="3", later="")

    assert found.rows["financing"] == ({"source": "HOD", "earlier": "6,5", "previous_year": "4"},)


def test_the_stated_total_moves_as_the_sources_do() -> None:
    total = {"previous_year": "2", "budget_year": "3", "earlier": "0"}

    found = move_amounts(Answers(rows={"financing_total": (total,)}), 1, 2021)

    assert found.rows == {"financing_total": ({"earlier": "2", "previous_year": "3"},)}
