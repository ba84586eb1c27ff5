"""The English edition of the sample round: whatever office and actors wrote is said to be Norwegian where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from ehport.building.options import BuildOptions
from ehport.building.outputs import prepare, render
from ehport.lang.language import Lang
from ehport.model.submission import Entry
from ehport.report.parts import HtmlPart
from ehport.report.report import Report
from ehport.report.web import render_web
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system.progress import Progress
from tests.source import ROOT

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
# Attributes, drawings and the title of the window have no place for a second language; the rest is not read.
UNREAD = {"script", "style", "svg", "title"}
_WORD = re.compile(r"[^\W\d_]{3,}")


class Outside(HTMLParser):
    """The texts of a page that are in its own language, each piece as it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            silent = tag in UNREAD or dict(attrs).get("lang") == "nb" or "silent" in self._open
            self._open += [tag, "silent" if silent else "heard"]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            del self._open[-1]
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "silent" not in self._open and data.strip():
            self.pieces.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def rendered() -> tuple[Report, tuple[HtmlPart, ...]]:
    options, progress = BuildOptions(lang=Lang.EN), Progress()
    return render(prepare(read_round(find_round(ROOT, "2021-04")), options, progress), options, progress)


@pytest.fixture(scope="module")
def report(rendered: tuple[Report, tuple[HtmlPart, ...]]) -> Report:
    return rendered[0]


@pytest.fixture(scope="module")
def parts(rendered: tuple[Report, tuple[HtmlPart, ...]]) -> tuple[HtmlPart, ...]:
    return rendered[1]


@pytest.fixture(scope="module")
def names(report: Report) -> set[str]:
    """Return what the register calls projects and organisations, also in one word."""
    register = report.portfolio.register.rows
    projects = {text for each in register["projects"] for text in (each.text("name"), each.text("responsible"))}
    named = {each.text(field) for each in register["organisations"] for field in ("name", "short_name", "group")}
    return {each for each in projects | named if _WORD.search(each)}


@pytest.fixture(scope="module")
def written(report: Report) -> set[str]:
    """Return every text of the records, the register and the round that has two words or more.

    One word alone may be an English one too, and a number is read in both languages.
    """
    portfolio, round_ = report.portfolio, report.portfolio.round
    about = round_.publication
    found = {round_.title, about.publisher, about.recipients, about.description}
    found |= {*round_.strategic_areas.values(), *round_.focus_areas.values(), *(each.name for each in round_.actors)}
    for submission in portfolio.submissions:
        for entry in (submission.actor, *submission.projects):
            found |= set(_texts(entry))
    found |= set(_texts(portfolio.register))
    return {text for each in found if len(_WORD.findall(text := " ".join(each.split()))) > 1}


def _texts(entry: Entry[Any]) -> Iterator[str]:
    yield from (cell.text for cell in entry.cells.values())
    for rows in entry.rows.values():
        for row in rows:
            yield from _texts(row)


@cache
def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def untold(html: str, texts: set[str]) -> list[tuple[str, str]]:
    """Return the texts that stand in a page in its own language, each with the piece that it stands in."""
    pieces = sorted(set(Outside(html).pieces))
    return [(text, piece) for piece in pieces for text in texts if text in piece and _whole(text).search(piece)]


def test_nothing_that_was_written_passes_for_english_on_paper(
    parts: tuple[HtmlPart, ...], written: set[str], names: set[str]
) -> None:
    assert len(written) > 900
    assert untold("".join(each.html for each in parts), written | names) == []


def test_nothing_that_was_written_passes_for_english_on_the_web_page(
    report: Report, parts: tuple[HtmlPart, ...], written: set[str], names: set[str]
) -> None:
    assert untold(render_web(report, parts), written | names) == []


def test_the_report_s_own_words_are_not_said_to_be_norwegian(parts: tuple[HtmlPart, ...]) -> None:
    heard = set(Outside("".join(each.html for each in parts)).pieces)

    assert {"Summary", "Overall status", "reported «", "Not answered:", "The projects of the portfolio"} <= heard


def test_a_text_in_the_page_s_own_language_is_noticed(written: set[str]) -> None:
    assert untold("<p>Status: Gul – plan må lages</p>", written) == [
        ("Gul – plan må lages", "Status: Gul – plan må lages")
    ]
