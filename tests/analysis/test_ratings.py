from __future__ import annotations

from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Rating
from tests.analysis.portfolios import the_portfolio, the_summary


def test_only_active_and_new_projects_are_rated() -> None:
    status = the_summary().status

    assert status.count == 4
    assert [(each.rating, each.count) for each in status.ratings] == [
        (Rating.RED, 1),
        (Rating.YELLOW, 1),
        (Rating.GREEN, 2),
    ]


def test_shares_add_up_to_100_by_largest_remainder() -> None:
    found = summarise(the_portfolio({"14": {"status": ""}})).status

    assert [each.share for each in found.ratings] == [34, 33, 33]
    assert [each.id for each in found.unrated] == ["14"]


def test_a_rating_has_its_money_and_the_share_of_the_money() -> None:
    status = the_summary().status

    assert [(each.budget.amount, each.budget_share) for each in status.ratings] == [
        (None, 0),
        (12_000, 47),
        (13_500, 53),
    ]


def test_the_previous_rounds_share_comes_from_the_register_and_is_unknown_where_it_was_not_published() -> None:
    history = [
        {"round": "2021-01", "name": "status.yellow.share", "value": "61"},
        {"round": "2020-09", "name": "status.red.share", "value": "9"},
    ]
    status = summarise(the_portfolio(key_figures=history)).status

    assert [each.previous for each in status.ratings] == [None, 61, None]


def test_the_matrix_has_every_combination_of_status_and_risk() -> None:
    matrix = the_summary().matrix

    assert len(matrix.cells) == 9
    assert [each.id for each in matrix.of(Rating.GREEN, Rating.YELLOW).projects] == ["11"]
    assert matrix.of(Rating.GREEN, Rating.YELLOW).budget.amount == 8_000
    assert matrix.of(Rating.RED, Rating.GREEN).projects == ()


def test_a_red_project_is_listed_with_the_actors_reason_as_typed() -> None:
    found = summarise(the_portfolio({"12": {"status_reason": "Ny plan mangler støtte"}}))

    assert [(each.project.id, each.reason) for each in found.red_status] == [("12", "Ny plan mangler støtte")]
    assert [each.project.id for each in found.red_risk] == ["12"]


def test_a_project_with_two_colours_has_no_rating_until_the_office_chooses_one() -> None:
    two_colours = {"10": {"risk": "Gul-Rød"}}
    chosen = {"project": "10", "field": "risk", "value": "Gul", "reason": "Avtalt"}

    assert [each.id for each in summarise(the_portfolio(two_colours)).risk.unrated] == ["10"]
    assert summarise(the_portfolio(two_colours, adjustments=[chosen])).risk.unrated == ()
