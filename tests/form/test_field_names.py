"""A field is found by its name and by what the form and the report call it."""

from __future__ import annotations

from itertools import product

import pytest

from ehport.form.actor import Actor
from ehport.form.field import Field, fields_of
from ehport.form.field_names import field_name
from ehport.form.project import FinancingTotal, Project
from ehport.form.register import RegisterProject
from ehport.lang.language import Lang
from ehport.report.wording import Word

YEAR = 2021
OF_A_PROJECT = fields_of(Project)
COLUMNS = [(each, column) for each in OF_A_PROJECT if each.is_list for column in fields_of(each.rows.record)]


def labels(field: Field) -> tuple[str, ...]:
    return (*(field.heading(lang, YEAR) for lang in Lang), *field.formerly)


@pytest.mark.parametrize("field", OF_A_PROJECT, ids=lambda each: each.name)
def test_a_field_goes_by_its_name_and_by_each_of_its_labels(field):
    assert {field_name(typed, YEAR) for typed in (field.name, *labels(field))} == {field.name}


@pytest.mark.parametrize(("field", "column"), COLUMNS, ids=lambda each: each.name)
def test_a_field_of_a_list_goes_by_both_names_and_by_both_labels(field, column):
    both = [f"{one}: {other}" for one, other in product(labels(field), labels(column))]

    assert {field_name(typed, YEAR) for typed in (f"{field.name}.{column.name}", *both)} == {
        f"{field.name}.{column.name}"
    }


@pytest.mark.parametrize("period", fields_of(FinancingTotal), ids=lambda each: each.name)
def test_a_period_goes_by_the_heading_of_the_form_and_by_the_words_of_the_report(period):
    headings = [period.heading(lang, YEAR) for lang in Lang]
    printed = [Word.BUDGET.text(year=period.heading(lang, YEAR))[lang] for lang in Lang]

    assert {field_name(typed, YEAR) for typed in (period.name, *headings, *printed)} == {period.name}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  totalkostnad ", "total_cost"),
        ("Totalbudsjett", "total_cost"),
        ("STATUS", "status"),
        ("Total_Cost", "total_cost"),
        ("Prosjekt‐/programnavn", "name"),
        ("Finansiering 2022", "next_year"),
        ("Financing up to 2019", "earlier"),
        ("Budsjett fra 2023", "later"),
        ("avhengigheter – frist", "dependencies.due"),
        ("Avhengigheter: Kategori (1-5)", "dependencies.category"),
        ("Sum, slik den er meldt: 2021", "financing_total.budget_year"),
    ],
)
def test_case_spacing_and_signs_make_no_difference(typed, name):
    assert field_name(typed, YEAR) == name


def test_the_years_of_a_period_are_those_of_the_round():
    assert [field_name("2022", year) for year in (2020, 2021, 2022, 2023)] == [
        None,
        "next_year",
        "budget_year",
        "previous_year",
    ]


@pytest.mark.parametrize("typed", ["", "farge", "2031", "Budsjett", "status.farge", "Frist", "Avhengigheter: farge"])
def test_what_no_field_is_called_names_none(typed):
    assert field_name(typed, YEAR) is None


def test_the_fields_of_other_records_are_found_when_they_are_asked_for():
    everything = (Project, RegisterProject, Actor)

    assert [field_name(typed, YEAR, of=everything) for typed in ("Veien videre", "Kontaktperson", "Kortnavn")] == [
        "next_steps",
        "contact",
        "name",
    ]
    assert field_name("Veien videre", YEAR) is None
