"""Three project pages are read in the order of the form: a usual one, a long one and one with little in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ehport.form.field import Field, fields_of
from ehport.form.project import Project, Section
from ehport.lang.language import Lang
from ehport.model.round import Round
from ehport.rounds.find import find_round
from tests.pdf.reading import Reading, Tag
from tests.sample_report import ROUND
from tests.source import ROOT

PROJECTS = ("144", "160", "60")


@pytest.fixture(scope="module")
def round_() -> Round:
    return find_round(ROOT, ROUND)


@pytest.fixture(params=PROJECTS)
def project_page(request: pytest.FixtureRequest, reading: Reading) -> Tag:
    return next(tag for tag in reading.document.all("Art") if tag.all("H2")[0].text.split()[0] == request.param)


def _heading(field: Field, round_: Round) -> str:
    return field.heading(Lang.NB, round_.budget_year)


def _fields(section: Section) -> tuple[Field, ...]:
    return tuple(each for each in fields_of(Project) if each.section is section and each.printed)


def _met(tag: Tag, asked: tuple[Field, ...], round_: Round) -> Iterator[Field]:
    """Yield the fields whose questions, or whose lists' columns, are read below a tag."""
    labels = {_heading(each, round_): each for each in asked}
    for table in tag.all("Table"):
        heads = [head.text for head in table.all("TH") if head.entry.A.Scope == "/Column"]
        if heads:
            columns = {label for head in heads for label in head.split(" / ")}  # a column may hold two questions
            yield next(each for each in asked if each.is_list and columns <= _columns(each, round_))
            continue
        for head in table.all("TH"):
            yield labels[head.text.removesuffix(", mill. kr")]


def _columns(field: Field, round_: Round) -> set[str]:
    return {_heading(each, round_) for each in fields_of(field.rows.record)}


def test_the_sections_are_those_of_the_form(project_page):
    titles = [heading.text for heading in project_page.all("H3")]

    form = [f"{section.number} {section.value[Lang.NB]}" for section in Section]
    assert titles == [title for title in form if title in titles]
    assert len(titles) >= 5


def test_the_answers_of_a_section_come_in_the_order_of_the_form(project_page, round_):
    for tag in project_page.all("Sect"):
        section = list(Section)[int(tag.all("H3")[0].text.split()[0]) - 1]
        asked = _fields(section)

        met = [each.name for each in _met(tag, asked, round_)]

        assert met == [each.name for each in asked if each.name in met]


def test_a_question_is_read_with_its_answer_or_among_the_unanswered(project_page, round_):
    for tag in project_page.all("Sect"):
        section = list(Section)[int(tag.all("H3")[0].text.split()[0]) - 1]
        asked = tuple(each for each in _fields(section) if each.asked_in(round_.id))
        met = {each.name for each in _met(tag, _fields(section), round_)}
        unanswered = next((each.text for each in tag.all("P") if each.text.startswith("Ikke besvart")), "")

        lost = [each.name for each in asked if each.name not in met and _heading(each, round_) not in unanswered]

        assert [name for name in lost if not _is_read_elsewhere(name)] == []


def _is_read_elsewhere(name: str) -> bool:
    """Tell whether a field stands in the head of the page, or as the last row of the list before it."""
    first = [each.name for each in fields_of(Project)]
    return first.index(name) < first.index("purpose") or name == "financing_total"


def test_the_page_begins_with_what_a_reader_looks_for(project_page):
    labels = [head.text for head in project_page.all("Table")[0].all("TH")]

    assert [kid.role for kid in project_page.kids[:3]] == ["P", "H2", "P"]
    assert labels == ["Overordnet status", "Risiko", "Fase", "Prosjektet slutter", "Totalkostnad", "Budsjett 2021"]
