"""The numbers under a figure are those of the result it is drawn from."""

from __future__ import annotations

from functools import cache

from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import DataTable, Projects
from ehport.form.vocabulary import ProjectState, Rating, Segment
from ehport.lang import numbers
from ehport.lang.language import Lang
from tests.figures.builders import (
    NB,
    a_full_summary,
    a_project,
    a_summary,
    an_estimate,
    with_operations,
    with_reconciliation,
)

FOUND = a_full_summary()


@cache
def table(name: str) -> DataTable:
    figure = FIGURES[name](FOUND, NB)
    assert figure is not None
    return figure.data


def values(name: str, column: str) -> list[int]:
    place = table(name).values.names.index(column)
    return [row[place] for row in table(name).values.rows if isinstance(row[place], int)]


def test_every_division_of_the_budget_adds_up_to_the_whole():
    for name in ("cover", "actors", "cost-groups", "status", "risk", "status-risk", "portfolio-map", "focus-areas"):
        assert sum(values(name, "budget")) == FOUND.budget.amount, name


def test_every_division_of_the_projects_adds_up_to_the_whole():
    assert sum(values("actors", "projects")) == len(FOUND.projects)
    assert sum(values("cost-groups", "projects")) == len(FOUND.projects)
    assert sum(values("status", "projects")) == len(FOUND.active)
    assert len(table("ends").values.rows) == len(FOUND.projects)


def test_the_printed_sum_is_the_sum():
    printed = numbers.mnok(FOUND.budget.amount, Lang.NB, decimals=1)

    for name in ("cover", "actors", "cost-groups", "status", "risk", "portfolio-map", "focus-areas", "next-year"):
        total = table(name).total_row
        assert total is not None
        assert printed in total, name


def test_the_sum_of_a_solution_stands_over_its_parts():
    found = with_operations(FOUND, an_estimate("Helsenorge", 38_000), an_estimate("Helsenorge", -2_000, "Effektivt"))

    figure = FIGURES["operations"](found, NB)

    assert figure is not None
    assert [row[:2] + row[3:] for row in figure.data.rows] == [
        ("Helsenorge", "Hele løsningen", "36,0"),
        ("", "Nye løsninger", "38,0"),
        ("", "Effektivt", "−2,0"),
    ]
    assert figure.data.heading_rows == {0}


def test_the_reconciliation_lists_what_is_lacking_as_a_dash_and_as_nothing_in_the_difference():
    found = with_reconciliation(
        FOUND, ("Helsenorge", 9_500, 38_000), ("E-resept", None, 2_000), ("HelseID", None, None)
    )

    figure = FIGURES["reconciliation"](found, NB)

    assert figure is not None
    assert figure.data.rows == (("Helsenorge", "38,0", "9,5", "−28,5"), ("E-resept", "2,0", "–", "−2,0"))
    assert figure.data.total_row == ("Sum", "40,0", "9,5", "−30,5")
    assert figure.data.values.rows == (("Helsenorge", 2022, 38_000, 9_500), ("E-resept", 2022, 2_000, None))


def test_every_project_stands_in_its_segment_and_those_without_one_at_the_end():
    rows = table("segments").rows
    listed = [cell.ids for row in rows for cell in row if isinstance(cell, Projects)]

    assert [row[0] for row in rows] == [*(each.label.nb for each in Segment), "Ikke plassert"]
    assert sorted(each for ids in listed for each in ids) == sorted(each.id for each in FOUND.projects)
    assert [row[1] for row in rows] == [str(len(ids)) for ids in listed]


def test_ratings_are_members_that_the_page_prints_with_symbol_and_word():
    assert [row[0] for row in table("status").rows] == list(Rating)


def test_what_the_round_before_did_not_publish_is_a_dash():
    assert [row[-1] for row in table("status").rows] == ["–", "61", "–"]
    assert [row[-1] for row in table("status").values.rows] == [None, 61, None]


def test_the_matrix_lists_every_rated_project_once():
    cells = [cell for row in table("status-risk").rows for cell in row if isinstance(cell, Projects)]
    ids = [each for cell in cells for each in cell.ids]

    assert sorted(ids) == sorted(each.id for each in FOUND.active)
    assert sum(int(cell.count) for cell in cells) == len(ids)


def test_projects_outside_of_the_matrix_are_named_in_its_note():
    figure = FIGURES["status-risk"](a_summary((a_project(1), a_project(2, risk=None))), NB)

    assert figure is not None
    assert figure.data.note == "Uten status eller risiko: 2."


def test_deliverables_are_delivered_late_or_to_come():
    total = table("deliverables").total_row

    assert total == ("Sum", "5", "1", "1", "3")


def test_a_column_for_missing_amounts_is_there_only_when_an_amount_is_missing():
    given, lacking = (FIGURES["actors"](a_summary((a_project(1, budget=money),)), NB) for money in (5, None))

    assert given is not None
    assert lacking is not None
    assert [column.label for column in lacking.data.columns if column not in given.data.columns][-1] == "Uten beløp"
    assert len(given.data.columns) == 3


def test_zero_is_printed_as_zero_and_is_neither_empty_nor_a_dash():
    projects = (
        a_project(1, area="1.1"),
        a_project(2, area="2.1", status=Rating.RED, budget=None),
        a_project(3, area="3.1", state=ProjectState.PAUSED, status=None, budget=None),
    )

    figure = FIGURES["focus-areas"](a_summary(projects), NB)

    assert figure is not None
    assert [row[1:] for row in figure.data.rows] == [("1", "10,0", "10,0"), ("1", "0,0", "–"), ("1", "0,0", "på pause")]
    assert [(each.label, each.rating) for each in figure.data.columns[2:]] == [
        ("Grønn, mill. kr", Rating.GREEN),
        ("Budsjett 2021, mill. kr", None),
    ]
    assert [row[-1] for row in table("next-year").rows] == ["1", "0", "0", "0", "0"]
    assert table("deliverables").rows[0] == ("2020", "2", "1", "1", "0")


def test_a_year_below_its_quarters_is_said_to_be_the_year_alone():
    assert [row[0] for row in table("ends").rows] == ["4. kvartal 2021", "Bare år 2023", "Uten fast slutt"]
