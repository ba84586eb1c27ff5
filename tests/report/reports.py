"""Reports to print: the small portfolio of the analysis tests, and the whole round of April 2021 as handed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.figures.figure import DataTable, Figure, FigureColumn, FigureValues
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry
from ehport.report.editorial import parse_editorial
from ehport.report.parts import HtmlPart, render_parts
from ehport.report.report import Report
from tests import builders

RECORDS = Path(__file__).parent.parent / "rounds" / "2021-04" / "submissions"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>Stolper for noe som er målt</title></svg>'


def a_figure(name: str, **changes: Any) -> Figure:
    """Return a figure without a drawing worth looking at."""
    data = DataTable(
        columns=(FigureColumn("Hva"), FigureColumn("Antall", True)), rows=(("Alt", "2"),), values=FigureValues((), ())
    )
    given = {"svg": _SVG, "headline": f"Funnet i {name}", "subtitle": "Antall", "alt": "Stolper for noe som er målt"}
    return Figure(name=name, data=data, **{**given, **changes})


def a_report(portfolio: Portfolio, texts: Mapping[str, str] | None = None, **changes: Any) -> Report:
    """Return the report of a portfolio with the office's texts by file name."""
    given: dict[str, Any] = {
        "summary": summarise(portfolio),
        "facts": facts(portfolio),
        "figures": {},
        "editorial": {name: parse_editorial(name, text) for name, text in (texts or {}).items()},
        "lang": Lang.NB,
    }
    return Report(portfolio, **{**given, **changes})


def the_page(**answers: Any) -> str:
    """Return the page of a project with the given answers, as HTML."""
    return page_of(builders.a_portfolio(builders.a_project(**answers)))


def page_of(portfolio: Portfolio, project_id: str = "900", **changes: Any) -> str:
    """Return the page of one project of a portfolio, as HTML."""
    return parts_of(a_report(portfolio, **changes))[f"prosjekt-{project_id}"].html


def parts_of(report: Report) -> dict[str, HtmlPart]:
    """Return the parts of a report by their keys."""
    return {each.key: each for each in render_parts(report)}


@cache
def the_records() -> tuple[Entry[Project], ...]:
    """Return every project that was handed in for April 2021."""
    return tuple(builders.project_of(record) for record in records())


def records() -> Iterator[dict[str, Any]]:
    """Yield the records of April 2021 as they were handed in."""
    for path in sorted(RECORDS.glob("*.json")):
        yield from json.loads(path.read_text("utf-8"))["projects"]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def text_of(html: str) -> str:
    """Return the text of some HTML with its white space folded."""
    reader = _Text()
    reader.feed(html)
    return " ".join("".join(f"{piece} " for piece in reader.pieces).split())
