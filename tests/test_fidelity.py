"""Nothing that was typed is lost: every text of a record stands where its project does, in print and on the web.

A prompt of the form's own that nobody wrote over was not typed: it is told to the actor, and is no answer. Nor was the
name of a row that the form offers and nobody filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from ehport.form.project import PRECONDITIONS
from ehport.form.reading import is_placeholder, tidy
from tests.pdf.reading import Reading
from tests.sample_report import SampleReport
from tests.source import ROOT

RECORDS = sorted((ROOT / "tests" / "rounds" / "2021-04" / "submissions").glob("*.json"))
SHORT = 6  # an amount, a rating or a year: found within other texts whatever is lost
UNNUMBERED = "199"  # the one project that was handed in without a number: the register's
# Between words: space, hyphenation, the bullets of lists, and the bar that separates tags in a reading.
_BETWEEN = re.compile(r"[\s\-‐‑–—\u00ad\u200b•|]+")


def folded(text: str) -> str:
    return _BETWEEN.sub("", text)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and not is_offered(value):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def is_offered(row: dict[str, Any]) -> bool:
    """Tell whether a row is one that the form offers, with nothing answered in it."""
    return [each for each in row.values() if each] == [row.get("name")] and row["name"] in PRECONDITIONS


def number_of(project: dict[str, Any]) -> str:
    """Return a project's number, which some actors typed with words before it."""
    return (re.findall(r"\d+", project["id"]) or [UNNUMBERED])[0]


def typed(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the number of each project of a record with each text that was typed in it."""
    for project in json.loads(path.read_text("utf-8"))["projects"]:
        for text in strings(project):
            if text.strip() and not is_placeholder(tidy(text)):
                yield number_of(project), text


@pytest.fixture(scope="module")
def printed(built_report: SampleReport) -> dict[str, str]:
    """Return what is read on each project's pages, by its number."""
    articles = Reading(built_report.pdf).document.all("Art")
    return {re.split(r"[\s|]", tag.all("H2")[0].text)[0]: folded(tag.text) for tag in articles}


@pytest.fixture(scope="module")
def shown(built_report: SampleReport) -> dict[str, list[str]]:
    """Return what the web page shows of each project in the pieces between its tags, by its number."""
    page = (built_report.folder / "rapport.html").read_text("utf-8")
    articles = re.findall(r'<article class="project" id="prosjekt-(\d+)">(.*?)</article>', page, re.DOTALL)
    return {number: [folded(unescape(each)) for each in re.split(r"<[^>]+>", body)] for number, body in articles}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_text_an_actor_typed_is_on_its_project_s_pages(path: Path, printed: dict[str, str]) -> None:
    texts = list(typed(path))

    assert len(texts) > 50
    assert [(number, text) for number, text in texts if folded(text) not in printed[number]] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_text_an_actor_typed_is_in_its_project_s_place_on_the_web_page(
    path: Path, shown: dict[str, list[str]]
) -> None:
    lost = [(number, text) for number, text in typed(path) if not stands_in(folded(text), shown[number])]

    assert lost == []


def stands_in(text: str, pieces: list[str]) -> bool:
    """Tell whether a text stands in the pieces; a short one alone, or as a letter before what is said of it."""
    if len(text) > SHORT:
        return text in "".join(pieces)
    return any(piece == text or piece.startswith((f"{text}(", f"{text}:")) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "stands"), [("4", True), ("5", False), ("H", True), ("2021", False), ("14mill.", True)]
)
def test_a_short_text_is_not_found_within_another(text: str, stands: bool) -> None:
    assert stands_in(text, ["4", "15", "H(høy):1.1", "april2021", "14", "mill."]) is stands
