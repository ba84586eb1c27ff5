from __future__ import annotations

from tests.analysis.portfolios import the_summary


def test_the_register_says_who_comes_stands_still_goes_and_may_come() -> None:
    moved = the_summary().movements

    assert [each.project.id for each in moved.new] == ["14"]
    assert [each.project.id for each in moved.paused] == ["13"]
    assert [each.project.id for each in moved.leaving] == ["15", "16"]
    assert [each.project.id for each in moved.completed] == ["16"]
    assert [each.project.id for each in moved.candidates] == ["17"]


def test_a_paused_project_keeps_its_own_money_in_its_own_row() -> None:
    found = the_summary()
    paused = found.movements.paused[0]

    assert (paused.budget, paused.next_year) == (2_100, 4_000)
    assert found.everyone["13"].budget is None
    assert found.everyone["13"].status is None


def test_a_candidate_has_next_years_amount() -> None:
    candidate = the_summary().movements.candidates[0]

    assert (candidate.budget, candidate.next_year) == (None, 3_000)
