"""The tables of the national portfolio: entry criteria, segments, roadmap and the reconciliation."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.analysis.summary import summarise
from ehport.lang.language import Lang
from ehport.report.table import RowKind, Table
from ehport.report.tables.catalogue import make_table
from ehport.report.typesetter import Typesetter
from tests.analysis.portfolios import the_portfolio
from tests.analysis.test_reconciliation import portfolio as reconciled_portfolio
from tests.report.reports import a_report, parts_of, text_of

NAMES = ("criteria", "criteria-not-met", "segments", "segment-views", "segment-differences", "roadmap")
SETTER = Typesetter(Lang.NB, {})
MET = {"criterion_digital": "Ja", "criterion_coordination": "Ja"}


def made(name: str, portfolio: Any) -> Table:
    table = make_table(name, summarise(portfolio), SETTER)
    assert table is not None
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text or "; ".join(cell.typed) for cell in row.cells] for row in table.rows]


def placed(**sides: str) -> Any:
    changes = {"10": {"segment": sides["actor"]}} if "actor" in sides else {}
    return the_portfolio(changes, projects={"10": {"segment": sides["office"]}} if "office" in sides else {})


@pytest.mark.parametrize("name", [*NAMES, "reconciliation", "solutions-reported"])
def test_a_round_that_does_not_ask_prints_no_table(name: str) -> None:
    assert make_table(name, summarise(the_portfolio()), SETTER) is None


def test_the_criteria_are_counted_by_answer_with_both_at_the_end() -> None:
    answers = {"10": MET, "11": {**MET, "criterion_coordination": "Delvis"}, "12": {"criterion_digital": "Nei"}}
    table = made("criteria", the_portfolio(answers))

    assert [each.label for each in table.columns] == ["Kriterium", "Ja", "Delvis", "Nei", "Ikke besvart"]
    assert [row[1:] for row in texts(table)] == [
        ["2", "0", "1", "2"],
        ["1", "1", "0", "3"],
        ["1", "1", "1", "2"],
    ]
    assert [row.kind for row in table.rows][-1] is RowKind.SUM


def test_a_project_that_does_not_meet_both_says_which_and_why() -> None:
    answers = {"12": {"criterion_digital": "Delvis", "criterion_digital_reason": "Mest et bygg"}}
    (row,) = texts(made("criteria-not-met", the_portfolio({"12": {**MET, **answers["12"]}})))

    assert row == ["12", "Kurve", "Oslo", "Delvis", "Ja", "Mest et bygg"]


def test_the_segments_have_the_sides_that_place_any_project_and_add_up_to_the_portfolio() -> None:
    both, office = (
        made("segments", placed(office="Samstyre", actor="Informere")),
        made("segments", placed(office="Samstyre")),
    )

    assert (len(both.columns), len(office.columns)) == (5, 3)
    assert texts(both)[0] == ["Samstyre", "1", "12,0", "0", "0,0"]
    assert texts(both)[-2:] == [["Ikke plassert", "4", "13,5", "4", "13,5"], ["Sum", "5", "25,5", "5", "25,5"]]


def test_the_cross_table_and_its_differences_need_both_sides() -> None:
    table = made("segment-views", placed(office="Samstyre", actor="Informere"))

    assert [each.label for each in table.columns][-2:] == ["Aktøren: Informere", "Aktøren: ikke oppgitt"]
    assert texts(table)[0] == ["Samstyre", "0", "0", "0", "1", "0"]
    assert texts(made("segment-differences", placed(office="Samstyre", actor="Informere"))) == [
        ["10", "Journal", "Helse Vest", "Samstyre", "Informere"]
    ]
    assert make_table("segment-views", summarise(placed(office="Samstyre")), SETTER) is None


def test_activities_stand_under_their_project_with_their_number_and_sum() -> None:
    rows = [{"activity": "Dokumentdeling", "planned": "Q3 2022"}, {"activity": "Kritisk info"}]
    table = made("roadmap", the_portfolio({"10": {"roadmap": rows}}))

    assert texts(table) == [
        ["10", "Journal", "Helse Vest", "2", "Dokumentdeling", "Q3 2022"],
        ["", "", "", "", "Kritisk info", "ikke oppgitt"],
        ["Sum", "", "", "2", "", ""],
    ]


def test_the_reconciliation_has_each_year_of_each_solution_and_the_sums() -> None:
    rows = texts(made("reconciliation", reconciled_portfolio()))

    assert rows[4:6] == [
        ["Helsenorge", "2022", "3,0", "10,0", "−7,0", "10", "14, 15"],
        ["", "2023", "5,5", "14,0", "−8,5", "10, 11", "14, 15"],
    ]
    assert rows[6] == ["HelseID", "2022", "–", "–", "–", "", "10"]
    assert rows[-2:] == [
        ["Sum", "2022", "3,0", "10,0", "−7,0", "10", "10, 14, 15"],
        ["", "2023", "7,0", "14,0", "−7,0", "10, 11", "10, 14, 15"],
    ]


def test_an_answer_that_no_year_counts_says_why() -> None:
    table = made("solutions-reported", reconciled_portfolio())

    assert [(row.cells[-1].text, row.cells[-1].note) for row in table.rows] == [
        ("3,0", ""),
        ("1,5", ""),
        ("2,5", ""),
        ("7,0", "før 2022"),
        ("9,0", "etter 2023"),
        ("5,0", "uten år"),
    ]
    assert [row.cells[0].text for row in table.rows][:3] == ["10", "", "11"]


def test_chapters_5_6_and_7_print_them_under_headings_of_their_own() -> None:
    answers: dict[str, dict[str, Any]] = {
        "10": {**MET, "segment": "Samstyre", "roadmap": [{"activity": "Dokumentdeling", "planned": "2022"}]},
    }
    asked = parts_of(a_report(the_portfolio(answers)))
    before = parts_of(a_report(the_portfolio()))

    for chapter, heading in (
        ("veikart", "Aktiviteter prosjektene gjennomfører"),
        ("portefoljestyring", "Inngangskriteriene i denne runden"),
        ("portefoljestyring", "Segmentene i denne runden"),
    ):
        assert heading in text_of(asked[chapter].html)
        assert heading not in text_of(before[chapter].html)
    assert "Avstemming mot anslagene" in text_of(parts_of(a_report(reconciled_portfolio()))["drift"].html)
    assert "Avstemming" not in text_of(before["drift"].html)
