"""The web edition as a page: it stands alone, every link leads somewhere, and nothing of the report is lost."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition
from ehport.lang.language import Lang
from ehport.report.parts import render_parts
from ehport.report.report import Report
from ehport.report.web import render_web, web_script
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio
from tests.report.reports import a_report, text_of

LARGEST_SCRIPT = 36 * 1024
BESIDE = {"rapport.pdf", "data/portfolio.xlsx", "data/datapackage.json", "en/rapport.html"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta"}
TEXTS = {
    "00-forord.md": "# Forord\n\nTakk for *alle* svar.",
    "01-oppsummering.md": "# Oppsummering\n\nDet er {{ projects.count | ord }} prosjekter.\n\n## Nytt\n\nNoe.",
    "02-status.md": "# Status\n\n{{ table: paused }}\n\n## Overordnet\n\n{{ figure: risk }}\n\n## Risiko\n\nTekst.",
}


def the_report(lang: Lang = Lang.NB) -> Report:
    report = a_report(the_portfolio(), TEXTS, lang=lang)
    edition = Edition.of(report.portfolio.round, lang)
    drawn = {name: draw(report.summary, edition) for name, draw in FIGURES.items()}
    return replace(report, figures={name: figure for name, figure in drawn.items() if figure is not None})


def page_of(report: Report) -> str:
    return render_web(report, render_parts(report))


@pytest.fixture(scope="module")
def report() -> Report:
    return the_report()


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return page_of(report)


class Read(HTMLParser):
    """A page as its elements: what is open is closed in its order, or the page is refused."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]


def facts_in(page: str) -> dict[str, dict[str, object]]:
    found = re.search(r'<script type="application/json" id="facts">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("lang", Lang)
def test_every_element_is_closed_and_every_id_is_the_only_one(lang: Lang):
    ids = Read(page_of(the_report(lang))).all("id")

    assert len(ids) == len(set(ids))


def test_every_link_and_every_reference_leads_to_something(page: str):
    read = Read(page)

    led = {link.removeprefix("#") for link in read.all("href") if link.startswith("#")}
    named = {name for key in ("aria-labelledby", "aria-describedby", "for") for name in read.all(key)}

    assert led | named <= set(read.all("id"))


def test_nothing_is_fetched_from_anywhere(page: str):
    read = Read(page)

    assert read.all("src") == []
    outward = {link for link in read.all("href") if not link.startswith("#")}
    assert {link for link in outward if not link.startswith(("https://", "mailto:", "data:"))} == BESIDE
    assert [attrs["href"][:5] for tag, attrs in read.elements if tag == "link"] == ["data:"]
    assert [tag for tag, _ in read.elements if tag in ("iframe", "object", "img")] == []
    assert set(re.findall(r'url\(["\']?(\w+:)', page)) == {"data:"}
    assert "@import" not in page


def test_the_policy_lets_only_the_page_s_own_script_run(page: str):
    scripts = re.findall(r'<script(?: type="module")?>(.*?)</script>', page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert len(scripts) == 2
    assert policy

    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]

    assert "script-src " + " ".join(f"&#39;sha256-{digest}&#39;" for digest in digests) + ";" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert not [name for name in Read(page).elements if any(key.startswith("on") for key in name[1])]


def test_the_script_stays_small():
    assert len(web_script().encode()) <= LARGEST_SCRIPT


@pytest.mark.parametrize("lang", Lang)
def test_the_text_of_every_part_is_there(lang: Lang):
    report = the_report(lang)
    parts = render_parts(report)

    shown = text_of(re.sub(r"<(style|script).*?</\1>", "", render_web(report, parts), flags=re.DOTALL))

    assert [piece for part in parts if not part.contents for piece in pieces(part.html) if piece not in shown] == []


def test_what_the_contents_list_is_listed(report: Report, page: str):
    listing = page[page.index('<nav class="ways"') : page.index("<main")]

    listed = [part for part in render_parts(report) if part.contents]
    targets = {target for part in listed for target in re.findall(r'href="#([^"]+)"', part.html)}

    assert targets <= set(re.findall(r'href="#([^"]+)"', listing))


def test_the_places_of_page_numbers_are_gone(page: str):
    assert "data-page-of" not in page


def test_headings_never_skip_a_level(page: str):
    levels = [int(tag[1]) for tag, _ in Read(page).elements if re.fullmatch(r"h\d", tag)]

    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_page_has_its_landmarks_and_a_way_past_them(page: str):
    tags = [tag for tag, _ in Read(page).elements]

    assert [tags.count(tag) for tag in ("main", "header", "footer", "nav")].count(0) == 0
    assert tags.count("main") == 1
    assert page.index('class="skip" href="#rapport"') < page.index("<nav")


def test_every_marked_number_has_its_rule(page: str):
    marked = set(re.findall(r'data-fact="([^"]+)"', page))

    told = facts_in(page)

    assert marked == told.keys()
    assert {"projects.count", "budget.total", "project.10.budget"} <= marked
    assert all(each["rule"] for each in told.values())


def test_no_text_can_end_the_element_that_holds_the_data(report: Report):
    count = report.facts["projects.count"]
    wicked = replace(count, sources=(replace(count.sources[0], text="</script>"),))

    page = page_of(replace(report, facts={**report.facts, count.name: wicked}))

    assert page.count("</script>") == 5
    assert "</script>" in str(facts_in(page)[count.name]["cells"])


def test_the_same_report_gives_the_same_page(report: Report, page: str):
    assert page_of(report) == page


def test_a_draft_says_so_at_the_top(report: Report, page: str):
    draft = page_of(replace(report, draft=True))

    assert '<p class="draft">' in draft
    assert '<p class="draft">' not in page


def test_the_english_edition_speaks_english(page: str):
    english = page_of(the_report(Lang.EN))

    assert '<html lang="en">' in english
    assert "Skip to the content" in english
    assert "Hopp til innholdet" in page
    assert "Hopp til innholdet" not in english


def test_an_empty_portfolio_has_a_page_too():
    page = page_of(a_report(an_empty_portfolio()))

    assert Read(page).all("id")


def pieces(html: str) -> list[str]:
    """Return the texts of a part between its drawings, and those in them: in the page each is drawn twice."""
    html = re.sub(r'<span class="frac">([^<]*)</span>', r"\1", html)  # decimals are a part of their number here
    return [text_of(piece) for piece in re.split(r"(<svg.*?</svg>)", html, flags=re.DOTALL)]
