"""Every number on the sample round's page is either one that the trace explains, or visibly something else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.page_numbers import NUMBER, Element, is_marked, plain_numbers, read_page
from tests.sample_report import SampleReport
from tests.source import ROOT

EDITORIAL = sorted((ROOT / "submissions" / "2021-04" / "editorial").glob("*.md"))
MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
TIME = re.compile(rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}\. (?:kvartal|{MONTHS})\b", re.IGNORECASE)
REFERENCE = re.compile(r"\b(?:vedlegg|figur|tabell|kriterium) \d+\b", re.IGNORECASE)
CODE = re.compile(r"^\s*\d(?:\.\d)?(?= )")  # of a focus area or a strategic area, before its name
LICENCE = re.compile(r"\(NLOD\) \d\.\d")
AREA = re.compile(r"\binnsatsområde \d\.\d\b")
QUOTED = re.compile(r"«[^»]*»")  # what was typed, in the note on how it was read
NUMBERING = ("no", "nr", "label", "pid")
CONSTANTS = {"0", "100"}  # what the page about the report says of rounding and of a dash
DESCRIBED = ("organisations.count", "groups.count", "areas.count", "strategies.count", "dependencies.hubs.count")

Trace = Mapping[str, set[str]]


class Page:
    """A page with what it names: its projects, and the numbers that the office typed in its text."""

    def __init__(self, html: str) -> None:
        self.root = read_page(html)
        self.projects = {each.attributes["id"].removeprefix("prosjekt-"): each for each in self._articles()}
        self.names = {self._heading(each) for each in self.projects.values()}
        self.ids = {each.attributes["id"]: each for each in self.root.all() if "id" in each.attributes}

    def _articles(self) -> Iterator[Element]:
        return self.root.all("article", **{"class": "project"})

    def _heading(self, article: Element) -> str:
        (heading,) = article.all("h2")
        return "".join(each for each in heading.content if isinstance(each, str)).strip()


def is_typed(element: Element) -> bool:
    """Tell whether an actor, or the office in its register, typed the text."""
    return any("data-typed" in each.attributes for each in element.around())


@cache
def typed_by_the_office() -> set[str]:
    """Return the numbers in the office's text that stand there as typed, not as names of facts."""
    texts = (re.sub(r"\{\{.*?\}\}|<!--.*?-->", "", path.read_text("utf-8"), flags=re.DOTALL) for path in EDITORIAL)
    grouped = (re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "\u202f", text) for text in texts)
    return {found[0] for text in grouped for found in NUMBER.finditer(text)}


def covers(pattern: re.Pattern[str], number: str, text: str) -> bool:
    """Tell whether every place of a number in a text is a part of what a pattern finds."""
    rest = pattern.sub(" ", text.replace("\u00a0", " "))
    return number not in {found[0] for found in NUMBER.finditer(rest)}


def is_declared(page: Page, element: Element, number: str, text: str) -> bool:
    """Tell whether a number that is not marked is visibly something else than computed."""
    return (
        is_typed(element)
        or element.is_in("", *NUMBERING)
        or (element.is_in("", "note") and covers(QUOTED, number, text))
        or any(covers(pattern, number, text) for pattern in (TIME, REFERENCE, AREA, LICENCE))
        or names_something(page, element, number, text)
        or is_written(page, element, number)
        or (element.is_in("", "colophon") and number in CONSTANTS)
    )


def names_something(page: Page, element: Element, number: str, text: str) -> bool:
    """Tell whether a number belongs to the name of a project, an area or a question."""
    if text.strip() in page.names or leads_to_a_project(element, text.strip(" ←→")) or is_project_number(element):
        return True
    if element.tag == "th" and text.strip().partition(" ")[0] in page.projects:
        return covers(re.compile(r"^\s*\d+\b"), number, text.replace(*page_name(page, text)))
    if element.is_in("th", "eyebrow") or element.is_in("label"):
        return covers(CODE, number, text) or (element.is_in("table", "unanswered") and element.is_in("article"))
    return element.is_in("", "unanswered")


def leads_to_a_project(element: Element, text: str) -> bool:
    """Tell whether a text is a link to a project's page, by its number or by a name."""
    project = element.attributes.get("href", "").partition("#prosjekt-")[2]
    return bool(project) and (text == project or not text.isdecimal())


def is_project_number(element: Element) -> bool:
    """Tell whether the heading of a row is nothing but a number in the column of the projects' numbers."""
    table = next((each for each in element.around() if each.tag == "table"), None)
    is_heading = element.attributes.get("scope") == "row" and element.text.isdecimal()
    return is_heading and table is not None and next(table.all("th", scope="col")).text == "Nr."


def page_name(page: Page, text: str) -> tuple[str, str]:
    """Return the name of the project that a text names after its number, and nothing to put in its place."""
    return next(((name, "") for name in page.names if name and name in text), ("", ""))


def is_written(page: Page, element: Element, number: str) -> bool:
    """Tell whether the office typed a number in its text or in a heading, or the contents repeat what they lead to."""
    link = next((each for each in element.around() if each.tag == "a"), None)
    if link is not None and element.is_in("nav"):
        return repeats(page, link, element.text)
    in_text = element.is_in("", "text") or element.tag in ("h1", "h2", "h3", "h4")
    return in_text and not element.is_in("article") and number in typed_by_the_office()


def repeats(page: Page, link: Element, text: str) -> bool:
    target = page.ids[link.attributes["href"].removeprefix("#")]
    return " ".join(text.split()) in " ".join(target.text.split())


def complaints(html: str, trace: Trace) -> list[str]:
    """Return what is wrong with the numbers of a page."""
    page = Page(html)
    return [*wrongly_marked(page, trace), *undeclared(page)]


def wrongly_marked(page: Page, trace: Trace) -> Iterator[str]:
    """Yield the marked numbers that the trace does not print, under that name, as they stand on the page."""
    for element in page.root.all():
        name = element.attributes.get("data-fact")
        if name is not None and not says(element, trace.get(name, set())):
            yield f"{name}: «{element.text}» is none of {trace.get(name)}"


def says(element: Element, forms: set[str]) -> bool:
    """Tell whether an element is one of a number's forms; in a drawing it may have its unit with it."""
    text = element.text
    return text in forms or (element.tag == "text" and any(set(NUMBER.findall(text)) == {form} for form in forms))


def undeclared(page: Page) -> Iterator[str]:
    """Yield the numbers that are neither marked nor visibly something else."""
    for element, number, text in plain_numbers(page.root):
        if not is_declared(page, element, number, text):
            yield f"<{element.tag}>: {number} in «{' '.join(text.split())[:80]}»"


@pytest.fixture(scope="module")
def html(built_report: SampleReport) -> str:
    return (built_report.folder / "rapport.html").read_text("utf-8")


@pytest.fixture(scope="module")
def trace(built_report: SampleReport) -> Trace:
    return read_trace(built_report.folder)


def read_trace(folder: Path) -> Trace:
    text = (folder / "data" / "trace.csv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    # a text that begins like a formula has an apostrophe before it
    return {row["name"]: set(row["printed"].removeprefix("'").split("; ")) - {""} for row in rows}


def test_every_number_is_the_trace_s_or_visibly_something_else(html: str, trace: Trace) -> None:
    assert complaints(html, trace) == []


def test_a_number_that_lost_its_mark_is_found(html: str) -> None:
    marks = re.compile(
        r'<span data-fact="[^"]*"(?: data-form="[^"]*")?>([^<\d]*\d[^<]*(?:<span class="frac">[^<]*</span>)?)</span>'
    )
    places = {
        "a key figure": '<ul class="keys">',
        "the lead": '<p class="lead">',
        "a headline": 'id="figur-portfolio-map"',
        "a table under a figure": 'id="tabell-til-deliverables"',
        "a numbered table": 'id="tabell-quality"',
        "the matrix": '<table class="matrix"',
        "the portfolio table": '<table class="appendix"',
        "the facts of a project": '<table class="facts"',
        "the money of a project": '<table class="money"',
        "the page about the report": 'class="chapter colophon"',
        "a filter": 'name="status"',
        "the office's text": 'id="status-1"',
    }
    for place, start in places.items():
        at = marks.search(html, html.index(start))
        assert at
        stripped = html[: at.start()] + at[1] + html[at.end() :]
        assert [*undeclared(Page(stripped))], place


def test_a_number_that_is_not_the_trace_s_is_found(html: str, trace: Trace) -> None:
    page = Page(html)
    places = [
        (element, place, text)
        for element in page.root.all()
        for place, text in enumerate(element.content)
        if isinstance(text, str) and is_marked(element) and re.search(r"\d", text)
    ]

    altered = []
    for element, place, text in places[:: len(places) // 40]:
        element.content[place] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)
        altered.append(len([*wrongly_marked(page, trace)]))
        element.content[place] = text

    assert altered == [1] * len(altered)
    assert len(altered) >= 40
    assert [*wrongly_marked(page, trace)] == []


def test_a_number_under_the_name_of_another_is_found(html: str, trace: Trace) -> None:
    wrong = html.replace('data-fact="projects.count">', 'data-fact="projects.active.count">', 1)

    assert len(complaints(wrong, trace)) == 1


def test_a_trace_without_a_number_is_found(html: str, trace: Trace) -> None:
    assert complaints(html, {**trace, "budget.total": set()})


def test_every_number_in_a_drawing_stands_in_its_table_or_its_caption(html: str, trace: Trace) -> None:
    page = Page(html)
    figures = [each for each in page.root.all("figure") if any(each.all("svg"))]

    assert len(figures) > 9
    assert [complaint for each in figures for complaint in drawn_alone(page, each, trace)] == []


def drawn_alone(page: Page, figure: Element, trace: Trace) -> Iterator[str]:
    """Yield the numbers that a figure draws, or its description says, and that neither table nor caption has."""
    name = figure.attributes["id"].removeprefix("figur-")
    places = (*figure.all("figcaption"), page.ids[f"tabell-til-{name}"])
    told = {number for place in places for _, text in place.pieces() for number in NUMBER.findall(text)}
    described = told.union(*(trace[each] for each in DESCRIBED))
    for drawing in figure.all("svg"):
        for element, text in drawing.pieces():
            known = described if element.tag == "desc" else told
            for found in NUMBER.finditer(text):
                if found[0] not in known and found[0] not in page.projects and not is_time_or_name(found[0], text):
                    yield f"{name}: {found[0]} in «{text}»"


def is_time_or_name(number: str, text: str) -> bool:
    return any(covers(pattern, number, text) for pattern in (TIME, CODE, AREA))


def test_the_drawing_on_the_title_page_has_the_trace_s_numbers(html: str) -> None:
    (opening,) = read_page(html).all("section", **{"class": "opening"})
    texts = [(element, text) for element, text in opening.pieces() if element.tag == "text" and NUMBER.search(text)]

    assert len([element for element, _ in texts if is_marked(element)]) > 5
    assert [text for element, text in texts if not is_marked(element) and not CODE.match(text)] == []
