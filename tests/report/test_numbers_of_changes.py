"""Every number in the chapter on changes, and in the notes on them, is a fact or visibly something else."""

from __future__ import annotations

from collections import defaultdict

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition
from ehport.lang.language import Lang
from ehport.report.marking import collect_printed
from ehport.report.parts import HtmlPart, render_parts
from ehport.report.report import Report
from tests.later_rounds import later_portfolio
from tests.page_numbers import is_marked
from tests.september import all_edits
from tests.test_page_numbers import Page, drawn_alone, undeclared, wrongly_marked

CHAPTER = "endringer"


@pytest.fixture(scope="module", params=Lang)
def report(request: pytest.FixtureRequest) -> Report:
    portfolio = later_portfolio(all_edits)
    summary, edition = summarise(portfolio), Edition.of(portfolio.round, request.param)
    drawn = {name: figure for name, draw in FIGURES.items() if (figure := draw(summary, edition))}
    return Report(portfolio, summary, facts(portfolio, summary), drawn, {}, lang=request.param)


@pytest.fixture(scope="module")
def parts(report: Report) -> dict[str, HtmlPart]:
    return {each.key: each for each in render_parts(report)}


def the_chapter(parts: dict[str, HtmlPart]) -> Page:
    """Return the chapter with the project pages, whose numbers and names it may mention."""
    pages = "".join(each.html for key, each in parts.items() if key.startswith("prosjekt-"))
    return Page(f"<main>{parts[CHAPTER].html}{pages}</main>")


def test_every_marked_number_is_what_its_fact_prints(report: Report, parts: dict[str, HtmlPart]):
    page = the_chapter(parts)
    known = collect_printed([each.html for each in parts.values()], report.facts, report.lang)

    assert [*wrongly_marked(page, {name: set(forms) for name, forms in known.items()})] == []
    assert {"changes.107.total_cost.difference", "bridge.gone.amount", "trend.status.yellow.share.2021-01"} <= set(
        known
    )


@pytest.mark.parametrize("report", [Lang.NB], indirect=True)  # what a number is told by is Norwegian
def test_every_other_number_is_that_of_a_project_or_of_a_time(report: Report, parts: dict[str, HtmlPart]):
    found = report.summary.comparison
    assert found is not None
    former = {each.id for each in (*found.pairing.gone, *(pair.before for pair in found.pairing.pairs))}

    left = [*undeclared(the_chapter(parts))]

    assert [each for each in left if each.split()[1] not in former] == []


def test_every_number_in_a_drawing_of_the_chapter_stands_below_it(parts: dict[str, HtmlPart]):
    page = the_chapter(parts)
    figures = [each for each in page.root.all("figure") if any(each.all("svg"))]

    assert len(figures) >= 4
    assert [each for figure in figures for each in drawn_alone(page, figure, defaultdict(set))] == []


def test_the_notes_on_a_project_s_page_are_facts(parts: dict[str, HtmlPart]):
    page = Page(parts["prosjekt-107"].html)
    noted = [each for each in page.root.all("span", **{"class": "note"}) if "var " in each.text or "was " in each.text]

    marked = [each.text for note in noted for each in note.all("span") if is_marked(each)]

    assert len(noted) == len(marked) == 2
