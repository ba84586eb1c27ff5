"""The contents of the web edition: chapters, projects, figures and tables as ways through the page."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.report.chapters import chapter_pages
from ehport.report.contents import ContentsEntry, contents, listings
from ehport.report.outline import DIAGNOSTICS, PORTFOLIO_TABLE, SUBMISSIONS
from ehport.report.placement import place
from ehport.report.report import Report
from ehport.report.typesetter import project_anchor
from ehport.report.wording import Word


@dataclass(frozen=True, slots=True)
class Folded:
    """Lines that stand folded under a word until a reader opens them."""

    title: str
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The chapters with their sections, and what is folded below them."""

    entries: tuple[ContentsEntry, ...]
    folded: tuple[Folded, ...]


def web_contents(report: Report) -> Contents:
    """Return the ways through a report."""
    drafts = (DIAGNOSTICS,) if report.draft else ()
    chapters = chapter_pages(report, place(report))
    (lines,) = contents(chapters, (PORTFOLIO_TABLE, SUBMISSIONS, *drafts), (), report.lang)
    projects = tuple(ContentsEntry(project_anchor(each.id), each.id, each.name, 2) for each in report.paged)
    lists = (Folded(each.title, each.entries) for each in listings(chapters, report.lang))
    return Contents(lines.entries, (Folded(Word.PROJECTS[report.lang], projects), *lists))
