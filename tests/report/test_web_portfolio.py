"""What the portfolio table can be filtered by on a screen, and the order of its columns."""

from __future__ import annotations

import pytest

from ehport.lang.language import Lang
from ehport.report.report import Report
from ehport.report.web_portfolio import Facet, facets, project_keys
from tests.analysis.portfolios import the_portfolio
from tests.report.reports import a_report


@pytest.fixture(scope="module")
def report() -> Report:
    return a_report(the_portfolio())


def by_name(report: Report) -> dict[str, Facet]:
    return {each.name: each for each in facets(report)}


def test_each_value_says_how_many_projects_have_it(report: Report):
    status = by_name(report)["status"]

    assert [(each.text, each.count) for each in status.options] == [
        ("Rød", "1"),
        ("Gul", "1"),
        ("Grønn", "2"),
        ("Pauset", "1"),
    ]


def test_a_paused_project_has_no_risk_to_be_chosen_by(report: Report):
    assert "Pauset" not in [each.text for each in by_name(report)["risk"].options]


def test_every_value_of_a_project_can_be_chosen(report: Report):
    offered = {(each.name, option.value) for each in facets(report) for option in each.options}

    chosen = {pair for keys in project_keys(report).values() for pair in keys["facets"].items() if pair[1]}

    assert chosen == offered


def test_columns_are_sorted_by_value_and_not_by_word(report: Report):
    keys = {number: each["keys"] for number, each in project_keys(report).items()}

    assert keys["10"][0] == 10
    assert [keys[number][3] for number in ("12", "10", "11", "13")] == [0, 1, 2, 3]
    assert keys["10"][5] == "2022-12-31"
    assert [keys[number][6] for number in ("10", "12", "13")] == [12_000, None, None]


def test_marks_and_headings_are_in_the_language_of_the_report():
    english = by_name(a_report(the_portfolio(), lang=Lang.EN))

    assert english["status"].options[0].text == "Red"
    assert english["area"].is_folded
