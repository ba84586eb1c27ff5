"""The case paper: what decides it, in words that hold for any round, for reading and for editing."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import docx
import pytest

from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang
from ehport.report.case import case_paper, render_case
from ehport.report.editorial import parse_editorial
from ehport.report.outline import CASE
from ehport.report.proofreading import find_misplaced
from ehport.report.report import Report
from ehport.report.word import About, word_document
from tests.later_rounds import Draft, later_portfolio, sample_portfolio
from tests.report.reports import a_report, text_of

TEXT = """# Sak

Styret får status for {{ projects.count }} prosjekter.

## Forslag til vedtak

1. Styret tar saken til **orientering**.
"""
HALF_A_DECIMAL = 0.05 + 1e-9
ABOUT = About("Sak", "Kontoret", "nb", datetime(2021, 4, 16, tzinfo=UTC))


@pytest.fixture(scope="module")
def april() -> Report:
    return replace(a_report(sample_portfolio()), case=parse_editorial(CASE, TEXT))


def turned_red(draft: Draft) -> None:
    """Let many projects turn red, so that none of the paper's lists has room for all."""
    for place, project in enumerate(draft.projects.values()):
        if place % 2:
            project["status"] = "Rød"
            project["status_reason"] = "Leverandøren er forsinket. " * 30


@pytest.fixture(scope="module")
def september() -> Report:
    return a_report(later_portfolio(turned_red))


def test_the_offices_opening_comes_first_and_its_headings_last(april):
    text = text_of(render_case(april))

    order = [text.index(each) for each in ("Styret får status for 45", "Farger og penger", "Forslag til vedtak")]

    assert order == sorted(order)
    assert "Styret tar saken til" in text[order[-1] :]


@pytest.mark.parametrize("lang", list(Lang))
def test_each_colour_has_its_projects_and_money(april, lang):
    report = replace(april, lang=lang)
    [table] = [
        each.table for each in case_paper(report).sections if each.heading in ("Farger og penger", "Colours and money")
    ]

    assert table is not None
    for row, rating in zip(table.rows, Rating, strict=True):
        for field, at in (("status", 1), ("risk", 4)):
            active = [each for each in report.portfolio.members if each.is_active]
            members = [each for each in active if getattr(each, field).value is rating]
            amounts = [each.amount("budget_year").value for each in members]
            assert row.cells[at].text == str(len(members))
            assert abs(sum(filter(None, amounts)) / 1000 - number(row.cells[at + 2].text)) <= HALF_A_DECIMAL


def number(text: str) -> float:
    return float(re.sub(r"[^\d.,-]", "", text).replace(",", "."))


def test_each_red_project_stands_once_with_the_actors_reason(april):
    text = text_of(render_case(april))
    red = {each.project.id for each in (*april.summary.red_status, *april.summary.red_risk)}

    listed = text[text.index("Røde prosjekter") : text.index("Forslag til vedtak")]

    assert all(len(re.findall(rf"\b{each}\b", listed)) == 1 for each in red)
    assert "I analyserapporten som SAFEST Gjennomføring la" in listed


def test_what_has_changed_is_told_where_there_is_an_earlier_round(april, september):
    headings = {each.heading for each in case_paper(september).sections}

    assert "De viktigste endringene" in headings
    assert "Og " in text_of(render_case(september))
    assert "De viktigste endringene" not in {each.heading for each in case_paper(april).sections}


def test_a_round_without_anything_has_no_empty_section():
    portfolio = replace(sample_portfolio(), members=(), submissions=(), previous=None)

    assert case_paper(a_report(portfolio)).sections == ()


def test_a_figure_in_the_text_is_told_with_its_line():
    text = parse_editorial(CASE, "# Sak\n\n{{ figure: status }}\n\n{{ projects.count }}\n")

    assert [(each.code.value, each.at.line, each.found) for each in find_misplaced(text)] == [("P441", 3, "status")]
    assert list(find_misplaced(None)) == []


def test_the_word_document_has_every_text_in_order_and_its_structure(april):
    html = render_case(april)
    made = docx.Document(io.BytesIO(word_document(html, ABOUT)))

    said = [each.text for each in made.iter_inner_content() if hasattr(each, "text")]
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    styles = {each.style.name for each in made.paragraphs if each.text}

    assert sorted(squeezed("".join((*said, *cells)))) == sorted(squeezed(text_of(shown(html))))
    assert said[0] == "Sak: Nasjonal e-helseportefølje, april 2021"
    assert {"Heading 1", "Heading 2", "List Bullet", "List Number", "Normal"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in made.tables)
    assert [run.text for each in made.paragraphs for run in each.runs if run.bold] == ["orientering"]
    assert (made.core_properties.title, made.core_properties.language) == ("Sak", "nb")


def shown(html: str) -> str:
    return re.sub(r"<i [^>]*>.*?</i>", "", html)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_same_paper_gives_the_same_bytes(april):
    first, second = (word_document(render_case(april), ABOUT) for _ in range(2))

    assert first == second
    with ZipFile(io.BytesIO(first)) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}
