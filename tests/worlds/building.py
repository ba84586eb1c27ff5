"""A world built as the program builds a round, from the portfolio on: pages, web page, data and letters.

This is the only module here that knows the program's steps. Nothing is plotted: a drawing is the words on it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.building.outputs import _web, _write_data
from ehport.changes.comparison import compare
from ehport.checking.chapters import read_chapters
from ehport.checking.feedback import feedback
from ehport.comparing.compare import Compared
from ehport.comparing.text import as_text as compared_text
from ehport.export import write
from ehport.figures import drawing
from ehport.figures.canvas import Canvas
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.receiving.reminders import letter
from ehport.receiving.status import status_of
from ehport.receiving.status_text import as_text as status_text
from ehport.report.parts import HtmlPart, render_parts
from ehport.report.report import Report
from ehport.rounds.late import with_late
from ehport.rounds.read import RoundRead
from ehport.rules import verdict
from tests.worlds.records import portfolio_of
from tests.worlds.world import World

HOME = Path(tempfile.gettempdir()) / "no-such-home"


@dataclass(frozen=True, slots=True)
class Built:
    """What was made of a world in one language."""

    world: World
    report: Report
    parts: tuple[HtmlPart, ...]

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.report.lang


def read(world: World) -> RoundRead:
    """Return a world as a round that was read."""
    portfolio = portfolio_of(world, HOME)
    declared = replace(portfolio.round, late=tuple(world.late))
    portfolio, _ = with_late(replace(portfolio, round=declared), ())
    return RoundRead(portfolio.round, portfolio, verdict.check_round(portfolio, ()))


@contextmanager
def not_plotted() -> Iterator[None]:
    """Draw every figure as the words on it alone; what is on a canvas is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "svg", _words)
        yield


def build(read_round: RoundRead, world: World, lang: Lang) -> Built:
    """Return the pages of a round in a language; its figures are drawn where nothing is plotted."""
    portfolio = read_round.portfolio
    summary = summarise(portfolio)
    known = facts(portfolio, summary)
    chapters, told = read_chapters(portfolio, known, summary=summary)
    edition = Edition.of(portfolio.round, lang)
    figures = {name: figure for name, draw in FIGURES.items() if (figure := draw(summary, edition)) is not None}
    found = (*read_round.diagnostics, *told)
    report = Report(portfolio, summary, known, figures, chapters, found, lang=lang, draft=True)
    return Built(world, report, render_parts(report))


def web(built: Built) -> str:
    """Return the web page of a report."""
    return _web(built.report, built.parts)


def data(built: Built, folder: Path, *, workbook: bool) -> tuple[Path, ...]:
    """Write the open data of a report; its workbook takes the longest, and is left empty unless it is wanted."""
    with pytest.MonkeyPatch.context() as patch:
        if not workbook:
            patch.setattr(write, "write_tables", lambda path, *_: path.write_bytes(b""))
        return _write_data(folder, built.report, built.parts)


def letters(read_round: RoundRead, before: RoundRead | None, lang: Lang) -> Mapping[str, str]:
    """Return what is written to actors and office, by where it goes."""
    status = status_of(read_round, before)
    written = {f"letter {each.actor.id}": letter(each, status.round, lang) for each in status.actors}
    returned = feedback(read_round.portfolio, read_round.diagnostics, lang)
    texts = {"status": status_text(status, lang, width=200)}
    if before is not None:
        texts["compare"] = _compared(before.portfolio, read_round.portfolio, lang)
    return {**written, **{f"feedback {name}": text for name, text in returned.items()}, **texts}


def _compared(before: Portfolio, now: Portfolio, lang: Lang) -> str:
    found = compare(before, now)
    return compared_text(Compared(found, (before.round.id, now.round.id), found.changes), lang, everything=True)


def _words(canvas: Canvas, *, name: str, title: str) -> str:
    said = "".join(f"<text>{escape(each.text)}</text>" for each in canvas.labels)
    return f'<svg role="img"><title id="{name}-title">{escape(title)}</title>{said}</svg>'
