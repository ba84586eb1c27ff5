"""The tables of the chapters: one name for each body, marks with their words, and units in the heads."""

from __future__ import annotations

from typing import Any

from ehport.analysis.summary import Summary, summarise
from ehport.figures.catalogue import FIGURES
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.language import Lang
from ehport.report.figures import figure_view
from ehport.report.table import RowKind, Table
from ehport.report.tables.catalogue import make_table
from ehport.report.typesetter import Typesetter
from tests import builders
from tests.analysis.portfolios import the_portfolio
from tests.figures.builders import NB, a_full_summary

SETTER = Typesetter(Lang.NB, {})


def made(name: str, summary: Summary) -> Table:
    table = make_table(name, summary, SETTER)
    assert table is not None
    return table


def needing(*others: str) -> Summary:
    on: list[Any] = [{"on": other} for other in others]
    return summarise(the_portfolio({"10": {"dependencies": on}}))


def test_what_makes_a_project_hard_to_depend_on_is_a_mark_with_its_word():
    rows = made("troubled-dependencies", needing("Kurve", "Førerett", "Team")).rows

    assert [(row.cells[2].note, row.cells[2].note_mark) for row in rows] == [
        ("Overordnet status:", SETTER.mark(Rating.RED)),
        ("", SETTER.mark(ProjectState.PAUSED)),
        ("Går ut", None),
    ]


def test_the_head_of_a_column_about_a_rating_has_its_mark():
    expected = {"status-risk": ["Rød risiko", "Gul risiko", "Grønn risiko"], "focus-areas": ["Rød, mill. kr"]}

    for name, words in expected.items():
        figure = FIGURES[name](a_full_summary(), NB)
        assert figure is not None
        marks = [each.mark for each in figure_view(figure, 1, SETTER).table.columns if each.mark]
        assert [mark.word for mark in marks][: len(words)] == words
        assert marks[0].symbol == "■"


def test_a_group_heads_its_organisations_and_a_project_that_waits_leads_to_its_page():
    found = a_full_summary()
    setter = Typesetter(Lang.NB, {each.id: each.name for each in found.projects})
    groups, needs = (FIGURES[name](found, NB) for name in ("cost-groups", "dependency-map"))
    assert groups is not None
    assert needs is not None

    assert figure_view(groups, 1, setter).table.rows[0].kind is RowKind.GROUP
    assert figure_view(needs, 1, setter).table.rows[0].cells[2].links[0].label == "100 Prosjekt 100"


def test_an_amount_has_its_unit_in_the_head():
    for name in ("new", "paused", "ending", "without-next-year"):
        assert made(name, summarise(the_portfolio())).columns[-1].label == "Budsjett 2021, mill. kr"


def test_a_body_has_the_registers_short_name_in_every_table():
    written = {"projects": [{"id": "901", "name": "Logg", "responsible": "helse vest", "state": "Ny"}]}
    summary = summarise(builders.a_portfolio(register=builders.a_register(**written)))

    assert made("new", summary).rows[0].cells[2].text == "Helse Vest"


def test_the_sum_of_operating_costs_says_how_many_it_lacks():
    summary = summarise(the_portfolio({"10": {"operating_cost": "2"}, "11": {"operating_cost": "vet ikke"}}))

    assert made("operations-reported", summary).rows[-1].cells[-1].note == "4 uten beløp"
