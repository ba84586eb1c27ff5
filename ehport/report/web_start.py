"""The start of the web edition: key figures as links, what is new, the chapters, and what lies beside the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ehport.analysis.basis import Listed
from ehport.changes.change import ChangeKind
from ehport.lang import dates
from ehport.lang.language import Lang
from ehport.model.licence import LICENCE
from ehport.report.colophon import COVER
from ehport.report.contents import ContentsEntry
from ehport.report.editions import DATA, DESCRIPTION, PDF, WORKBOOK, other_language, other_round
from ehport.report.figures import figure_view
from ehport.report.keys import PrintedKeyFigure, key_figures
from ehport.report.report import Report
from ehport.report.table import Link, Table
from ehport.report.typesetter import project_anchor
from ehport.report.web_words import WebWord
from ehport.report.wording import Word

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Leading:
    """A key figure that leads to what is behind it; ``chosen`` are the projects to choose there."""

    key: PrintedKeyFigure
    target: str
    chosen: str


@dataclass(frozen=True, slots=True)
class News:
    """Projects that something is to be said of; ``more`` leads to the rest, ``others`` have no page of their own."""

    title: str
    projects: tuple[Link, ...]
    others: tuple[tuple[str, str], ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Outward:
    """A link to something beside the page, or to somebody; ``lang`` is the language of what it leads to."""

    title: str
    href: str
    about: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """What the page starts with."""

    keys: tuple[Leading, ...]
    news: tuple[News, ...]
    chapters: tuple[ContentsEntry, ...]
    links: tuple[Outward, ...]
    drawn: Table | None


def start(report: Report, entries: Iterable[ContentsEntry]) -> Start:
    """Return what the page of a report starts with."""
    chapters = tuple(each for each in entries if each.level == 1)
    return Start(tuple(_keys(report)), tuple(_news(report)), chapters, tuple(_links(report)), _drawn(report))


def _keys(report: Report) -> Iterator[Leading]:
    for each in key_figures(report):
        target, _, chosen = each.leads_to.partition("?")
        yield Leading(each, target, chosen)


def _news(report: Report) -> Iterator[News]:
    moved, lang = report.summary.movements, report.lang
    red = {each.id: each for each in report.summary.active if each.status and _is_red(each)}
    found = report.summary.comparison
    rated = {each.project for each in found.of_kind(ChangeKind.RATING)} if found else set()
    listed = (
        (WebWord.RED, tuple(red)),
        (WebWord.CHANGED, tuple(each.id for each in report.summary.active if each.id in rated and each.id not in red)),
        (WebWord.NEW, tuple(each.project.id for each in moved.new)),
        (WebWord.PAUSED, tuple(each.project.id for each in moved.paused)),
        (WebWord.LEAVING, tuple(each.project.id for each in moved.leaving)),
    )
    for title, ids in listed:
        if ids:
            yield _named(report, title[lang], ids)


def _is_red(project: Listed) -> bool:
    return "red" in {each.value for each in (project.status, project.risk) if each}


def _named(report: Report, title: str, ids: tuple[str, ...]) -> News:
    everyone, paged = report.summary.everyone, report.typesetter.paged
    links = tuple(Link(project_anchor(each), f"{each} {everyone[each].name}") for each in ids if each in paged)
    others = tuple((each, everyone[each].name) for each in ids if each not in paged)
    more = WebWord.MORE_NEWS[report.lang] if len(links) > _MOST_NAMED else ""
    return News(title, links[:_MOST_NAMED], others[:_MOST_NAMED], more)


def _links(report: Report) -> Iterator[Outward]:
    round_, lang = report.portfolio.round, report.lang
    other = Lang.EN if lang is Lang.NB else Lang.NB
    yield Outward(WebWord.AS_PDF[lang], PDF)
    yield Outward(WebWord.IN_EXCEL[lang], f"{DATA}/{WORKBOOK}")
    yield Outward(WebWord.DATA[lang], f"{DATA}/{DESCRIPTION}")
    yield Outward(WebWord.OTHER_LANGUAGE[lang], other_language(lang), lang=other.value)
    yield Outward(LICENCE.title[lang], LICENCE.path, WebWord.LICENCE[lang])
    if round_.contact.email:
        yield Outward(
            round_.contact.name or round_.contact.email, f"mailto:{round_.contact.email}", WebWord.CONTACT[lang]
        )
    for each in reversed(report.portfolio.memories):
        title = dates.month(each.month, lang)
        yield Outward(title[:1].upper() + title[1:], other_round(lang, each.round_id), WebWord.EARLIER[lang])


def _drawn(report: Report) -> Table | None:
    """Return the numbers of the drawing that the page starts with."""
    cover = report.figures.get(COVER)
    if cover is None:
        return None
    view = figure_view(cover, 0, report.typesetter)
    return replace(view.table, title=Word.BUDGET.text(year=report.budget_year)[report.lang])
