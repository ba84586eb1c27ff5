from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ehport.export.figure_columns import MEASURES
from ehport.export.figure_table import figures
from ehport.export.published import Published
from ehport.export.table import ExportTable, Value
from ehport.export.tables import tables_of
from ehport.figures.catalogue import FIGURES
from ehport.form.field import fields_of, lists
from ehport.form.project import Project
from ehport.lang.language import Lang
from tests.builders import a_round
from tests.export.conftest import CONTACT
from tests.figures.builders import NB as EDITION
from tests.figures.builders import a_full_summary


@pytest.fixture
def tables(published: Published) -> Mapping[str, ExportTable]:
    return {each.name: each for each in tables_of(published)}


def rows(table: ExportTable, **wanted: Value) -> list[dict[str, Value]]:
    return [each for each in table.records() if wanted.items() <= each.items()]


def test_the_projects_add_up_to_the_facts(published: Published, tables: Mapping[str, ExportTable]) -> None:
    active = rows(tables["projects"], is_active=True)
    expected = rows(tables["projects"], is_expected_next_year=True)

    assert sum(int(each["budget_year"] or 0) for each in active) == published.facts["budget.total"].value == 12_500
    assert sum(int(each["next_year"] or 0) for each in expected) == published.summary.next_year.budget.amount
    assert len(rows(tables["projects"], is_counted=True)) == len(published.summary.projects) == 2


def test_a_project_has_what_the_register_and_its_actor_say_of_it(tables: Mapping[str, ExportTable]) -> None:
    [project] = rows(tables["projects"], id="900")

    assert project["submitted_id_text"] == "900"
    assert (project["total_cost"], project["total_cost_text"]) == (24_000, "24 mill.")
    assert (project["ends"], project["ends_state"], project["ends_text"]) == ("2022-35", "planned", "Q3 2022")
    assert (project["organisation"], project["actor"]) == ("Helse Vest", "helse-vest")
    assert project["submitted_round"] == "2021-04"


def test_an_adjusted_answer_stands_beside_the_text_as_typed(tables: Mapping[str, ExportTable]) -> None:
    [project] = rows(tables["projects"], id="900")

    assert (project["status"], project["status_text"]) == ("yellow", "Grønn")


def test_a_paused_project_has_the_rating_as_typed_but_none_that_counts(tables: Mapping[str, ExportTable]) -> None:
    [project] = rows(tables["projects"], id="901")

    assert (project["state"], project["status"], project["status_text"]) == ("paused", None, "Rød")


def test_financing_has_a_row_for_each_source_and_period(tables: Mapping[str, ExportTable]) -> None:
    found = rows(tables["financing"], project_id="901", is_stated_total=False)

    assert [(each["period"], each["year"], each["amount"], each["amount_text"]) for each in found] == [
        ("earlier", 2019, None, None),
        ("previous_year", 2020, None, None),
        ("budget_year", 2021, -1_500, "-1,5"),
        ("next_year", 2022, None, "ukjent"),
        ("later", 2023, None, None),
    ]
    assert {each["number"] for each in rows(tables["financing"], project_id="900", is_stated_total=True)} == {2}


def test_the_projects_that_come_and_go_have_the_office_s_words(tables: Mapping[str, ExportTable]) -> None:
    found = [(each["project_id"], each["state"], each["next_steps"]) for each in tables["changes_of_state"].records()]

    assert found == [("901", "paused", None), ("902", "candidate", "Søker om midler")]


def test_an_adjustment_says_what_was_submitted_and_what_is_used(tables: Mapping[str, ExportTable]) -> None:
    made, _ = tables["adjustments"].records()

    assert (made["project_id"], made["field"], made["reason"]) == ("900", "budget_year", "Avtalt i møte")
    assert (made["submitted_text"], made["value"], made["used_value"]) == ("12", "12,5", "12500")


def test_a_dependency_leads_to_the_project_that_it_names(tables: Mapping[str, ExportTable]) -> None:
    found = rows(tables["dependencies"], project_id="900")

    assert [(each["on"], each["project"], each["needed_project_id"]) for each in found] == [
        ("Leverandøren", None, None),
        ("901", "901", "901"),
        ("Prosjektet Felles kart i vest", None, "901"),
        ("999", "999", None),
    ]


def test_each_number_of_a_figure_has_a_row(tables: Mapping[str, ExportTable]) -> None:
    assert tables["figures"].rows == (
        ("status", 1, "rating", "green", "string", None),
        ("status", 1, "projects", 1, "integer", "count"),
        ("status", 2, "rating", "red", "string", None),
        ("status", 2, "projects", None, "integer", "count"),
    )


def test_each_column_of_a_figure_s_numbers_is_described_and_holds_what_it_says() -> None:
    drawn = [figure for draw in FIGURES.values() if (figure := draw(a_full_summary(), EDITION))]
    numbers = figures(drawn)
    holds = {"string": str, "boolean": str, "integer": int, "year": int}

    cells = list(numbers.records())

    assert {each["figure"] for each in cells} == set(FIGURES)
    assert {each["column"] for each in cells} == set(MEASURES)
    assert [each for each in cells if not isinstance(each["value"], holds[str(each["type"])] | None)] == []


def test_the_trace_has_every_form_that_the_report_prints(tables: Mapping[str, ExportTable]) -> None:
    assert {each["printed"] for each in rows(tables["trace"], name="budget.total")} == {"12,5; 13"}
    assert {each["printed"] for each in rows(tables["trace"], name="projects.count")} == {None}


def test_the_trace_leads_from_a_number_to_its_cells(tables: Mapping[str, ExportTable]) -> None:
    found = rows(tables["trace"], name="budget.total")

    assert {(each["exact"], each["unit"]) for each in found} == {("12500", "tkr")}
    assert [(each["number"], each["file"], each["text"], each["adjustment"]) for each in found] == [
        (1, "helse-vest.xlsx", "12", None),
        (2, "register.xlsx", "12,5", "Avtalt i møte"),
    ]


def test_the_trace_is_in_the_edition_s_language(published: Published) -> None:
    english = {each.name: each for each in tables_of(replace(published, languages=(Lang.EN,)))}

    assert str(rows(english["trace"], name="budget.total")[0]["rule"]).startswith("This year's budget")


def test_every_list_that_the_round_asks_for_has_a_table(
    published: Published, tables: Mapping[str, ExportTable]
) -> None:
    later = replace(published.portfolio, round=a_round(id="2021-09"))

    in_september = {each.name for each in tables_of(replace(published, portfolio=later))}

    asked = {each.name for each in lists(fields_of(Project))} - {"financing_total"}
    assert asked <= in_september
    assert {"solutions", "roadmap"} == asked - set(tables)


def test_every_row_is_one_of_its_key_and_refers_to_rows_that_exist(tables: Mapping[str, ExportTable]) -> None:
    for table in tables.values():
        keys = [tuple(each[name] for name in table.key) for each in table.records()]
        assert len(set(keys)) == len(keys)
        for column in table.columns:
            if column.refers_to:
                target = tables[column.refers_to]
                known = {each[target.key[0]] for each in target.records()}
                assert {each[column.name] for each in table.records()} <= known | {None}


@pytest.mark.parametrize("lang", Lang)
def test_the_titles_of_a_table_differ(tables: Mapping[str, ExportTable], lang: Lang) -> None:
    for table in tables.values():
        titles = [each.title[lang] for each in table.columns]
        assert sorted(set(titles)) == sorted(titles)


def test_every_word_in_a_column_with_a_vocabulary_is_listed(tables: Mapping[str, ExportTable]) -> None:
    listed = {(each["vocabulary"], each["value"]) for each in tables["vocabularies"].records()}

    for table in tables.values():
        for column in table.columns:
            if column.terms:
                used = {word for each in table.records() for word in str(each[column.name] or "").split(";") if word}
                assert {(column.terms.name, word) for word in used} <= listed


def test_no_contact_person_is_in_any_table(tables: Mapping[str, ExportTable]) -> None:
    assert not any(CONTACT in str(value) for table in tables.values() for row in table.rows for value in row)
    assert not any("contact" in name for table in tables.values() for name in table.names)
