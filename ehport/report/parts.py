"""The report in parts: HTML fragments in their order, for a PDF to be laid out or a web page to be put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.report import html
from ehport.report.appendix import portfolio_table
from ehport.report.chapters import ChapterPage, chapter_pages
from ehport.report.colophon import colophon, title_page
from ehport.report.contents import contents, listings
from ehport.report.keys import finding, key_figures
from ehport.report.marking import collect_printed, mark_numbers
from ehport.report.names import marker_of
from ehport.report.notices import notices
from ehport.report.outline import APPENDICES, DIAGNOSTICS, FOREWORD, PORTFOLIO_TABLE, SUBMISSIONS, SUMMARY
from ehport.report.pages import project_pages
from ehport.report.placement import place
from ehport.report.report import Report
from ehport.report.senders import senders
from ehport.report.web_portfolio import facets
from ehport.report.web_projects import marked_around
from ehport.report.wording import Word


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A part of the report; ``running`` is its running head, ``contents`` tells that it lists page numbers."""

    key: str
    html: str
    running: str = ""
    bare: bool = False
    contents: bool = False


def render_parts(report: Report, projects: tuple[HtmlPart, ...] | None = None) -> tuple[HtmlPart, ...]:
    """Return all parts in the order they are read; the projects' are taken as they are where they are there already."""
    return tuple(_Renderer(report, projects or render_projects(report)).parts())


def render_projects(report: Report) -> tuple[HtmlPart, ...]:
    """Return the parts of the projects, which need no figure and no chapter."""
    templates = html.Templates(report.lang, marker_of(report))
    pages = project_pages(report)
    return tuple(HtmlPart(page.id, templates.render("project", page=page), page.running) for page in pages)


def collect_printed_numbers(report: Report, parts: tuple[HtmlPart, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return, by name, every number in parts, web page and descriptions, once for each form that it has there."""
    chosen_by = (mark_numbers(option.count) for facet in facets(report) for option in facet.options)
    described = (mark_numbers(figure.alt) for figure in report.figures.values())
    html = (*(each.html for each in parts), *chosen_by, *described, *marked_around(report))
    return collect_printed(html, report.facts, report.lang)


class _Renderer:
    """Renders the parts of one report."""

    def __init__(self, report: Report, projects: tuple[HtmlPart, ...]) -> None:
        self._report = report
        self._projects = projects
        self._lang = report.lang
        self._templates = html.Templates(report.lang, marker_of(report))
        self._chapters = chapter_pages(report, place(report))
        drafts = (DIAGNOSTICS,) if report.draft else ()
        self._appendices = (PORTFOLIO_TABLE, SUBMISSIONS, *drafts)

    def parts(self) -> Iterator[HtmlPart]:
        """Yield title page, colophon, foreword, contents, chapters and appendices."""
        yield HtmlPart("title", self._render("title", page=title_page(self._report)), bare=True)
        yield self._titled("colophon", Word.ABOUT, colophon=colophon(self._report))
        foreword, *chapters = self._chapters
        if foreword.id != FOREWORD:
            raise ValueError(foreword.id)
        yield self._chapter(foreword)
        lines = contents(self._chapters, self._appendices, self._report.paged, self._lang)
        yield self._titled("contents", Word.CONTENTS, has_numbers=True, listings=lines)
        yield self._titled("listings", Word.LISTINGS, has_numbers=True, listings=listings(self._chapters, self._lang))
        yield from (self._chapter(each) for each in chapters)
        yield self._appendix(PORTFOLIO_TABLE, table=portfolio_table(self._report))
        yield self._appendix(SUBMISSIONS, table=senders(self._report))
        yield from self._projects
        if self._report.draft:
            yield self._appendix(DIAGNOSTICS, groups=notices(self._report))

    def _chapter(self, page: ChapterPage) -> HtmlPart:
        keys = key_figures(self._report) if page.id == SUMMARY else ()
        lead = finding(self._report) if page.id == SUMMARY else ""
        return HtmlPart(page.id, self._render("chapter", page=page, keys=keys, lead=lead), page.running)

    def _titled(self, key: str, title: Word, *, has_numbers: bool = False, **facts: object) -> HtmlPart:
        heading = title[self._lang]
        return HtmlPart(key, self._render(key, id=key, title=heading, **facts), heading, contents=has_numbers)

    def _appendix(self, key: str, **facts: object) -> HtmlPart:
        title = APPENDICES[key][self._lang]
        label = f"{Word.APPENDIX[self._lang]} {self._appendices.index(key) + 1}"
        return HtmlPart(key, self._render(key, id=key, label=label, title=title, **facts), f"{label} {title}")

    def _render(self, name: str, **facts: object) -> str:
        return self._templates.render(name, **facts)
