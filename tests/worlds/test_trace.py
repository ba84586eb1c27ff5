"""Every number of three rounds names the cells that it was made of, in the folders of their rounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.analysis.facts import facts
from ehport.model.portfolio import Portfolio
from tests.worlds import building
from tests.worlds.inventing import Sort, invented
from tests.worlds.traced import wrong_cells
from tests.worlds.world import ACTIVE, RATINGS, STATES


def three_rounds(number: int) -> Sort:
    """Return a sort of three rounds in which most answers change."""
    states = (*(ACTIVE,) * 6, *STATES)
    return Sort(number, 9, states, (*RATINGS, None), "some", earlier=2, moves="many", joining=2, adjusted=2, place=0)


def read(sort: Sort) -> Portfolio:
    """Return the portfolio of a sort of rounds."""
    return building.read(invented(sort)).portfolio


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("is_new_year", [False, True])
def test_each_number_names_the_cells_that_it_was_made_of(number: int, is_new_year: bool):
    portfolio = read(replace(three_rounds(number), is_new_year=is_new_year, history=number % 2 == 0))

    known = facts(portfolio)

    assert sum("/" in cell.file for fact in known.values() for cell in fact.sources) > 100
    assert list(wrong_cells(portfolio, known)) == []


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("trend.budget.total.2021-04", "budget.total"),
        ("trend.status.red.share.2021-04", "status.red.share"),
        ("previous.budget.total", "budget.total"),
        ("budget.total", "previous.budget.total"),
    ],
)
def test_a_number_with_the_cells_of_another_round_is_found(name: str, given: str):
    portfolio = read(three_rounds(1))
    known = dict(facts(portfolio))
    known[name] = replace(known[name], sources=known[given].sources)

    assert {each.split()[0] for each in wrong_cells(portfolio, known)} == {name}


def test_a_moved_time_with_todays_cell_for_the_first_is_found():
    portfolio = read(three_rounds(1))
    known = dict(facts(portfolio))
    names = [name for name in known if name.startswith("slips.") and name.endswith(".first")]
    for name in names:
        known[name] = replace(known[name], sources=known[f"{name.removesuffix('.first')}.now"].sources)

    assert {each.split()[0] for each in wrong_cells(portfolio, known)} >= set(names)
    assert names


def test_a_number_that_names_a_folder_is_found():
    portfolio = read(three_rounds(1))
    known = dict(facts(portfolio))
    name = "trend.rounds.count"
    known[name] = replace(known[name], sources=(replace(known[name].sources[0], file="2021-04/", cell=""),))

    assert [each.split()[0] for each in wrong_cells(portfolio, known)] == [name]
