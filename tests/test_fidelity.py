"""Nothing that was typed is lost: every text of every record stands in the printed report and on the web page.

A prompt of the form's own that nobody wrote over was not typed: it is told to the actor, and is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from ehport.form.reading import is_placeholder, tidy
from tests.pdf.reading import Reading
from tests.sample_report import SampleReport
from tests.source import ROOT

RECORDS = sorted((ROOT / "tests" / "rounds" / "2021-04" / "submissions").glob("*.json"))
# Between words: space, hyphenation, the bullets of lists, and the bar that separates tags in a reading.
_BETWEEN = re.compile(r"[\s\-‐‑–—\u00ad\u200b•|]+")


def folded(text: str) -> str:
    return _BETWEEN.sub("", text)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def typed(path: Path) -> list[str]:
    texts = (text for project in json.loads(path.read_text("utf-8"))["projects"] for text in strings(project) if text)
    return [text for text in texts if not is_placeholder(tidy(text))]


@pytest.fixture(scope="module")
def printed(built_report: SampleReport) -> str:
    return folded(Reading(built_report.pdf).document.text)


@pytest.fixture(scope="module")
def shown(built_report: SampleReport) -> str:
    page = (built_report.folder / "rapport.html").read_text("utf-8")
    body = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return folded(unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_text_an_actor_typed_is_in_the_pdf(path: Path, printed: str) -> None:
    texts = typed(path)

    assert len(texts) > 50
    assert [text for text in texts if folded(text) not in printed] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_text_an_actor_typed_is_on_the_web_page(path: Path, shown: str) -> None:
    assert [text for text in typed(path) if folded(text) not in shown] == []
