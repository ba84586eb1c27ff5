"""The table of contents, and the lists of figures and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ehport.lang.language import Lang
from ehport.model.member import Member
from ehport.report.chapters import ChapterPage, figures_of, tables_of
from ehport.report.outline import APPENDICES, SUBMISSIONS
from ehport.report.typesetter import project_anchor
from ehport.report.wording import Word

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line: what it leads to, and how deep it stands; ``is_written`` by the office."""

    id: str
    number: str
    title: str
    level: int = 1
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class ContentsList:
    """Lines under a heading; without one for the contents proper."""

    title: str
    entries: tuple[ContentsEntry, ...]


def contents(
    chapters: tuple[ChapterPage, ...], appendices: tuple[str, ...], projects: Iterable[Member], lang: Lang
) -> tuple[ContentsList, ...]:
    """Return the chapters with their sections and the appendices, the projects below theirs."""
    lines = [entry for chapter in chapters for entry in _chapter(chapter)]
    for number, appendix in enumerate(appendices, start=1):
        lines.append(ContentsEntry(appendix, f"{Word.APPENDIX[lang]} {number}", APPENDICES[appendix][lang]))
        if appendix == SUBMISSIONS:
            lines += (ContentsEntry(project_anchor(each.id), each.id, each.name, _DEEPEST) for each in projects)
    return (ContentsList("", tuple(lines)),)


def listings(chapters: tuple[ChapterPage, ...], lang: Lang) -> tuple[ContentsList, ...]:
    """Return the lists of figures and tables, those that have any."""
    figures = tuple(ContentsEntry(each.id, each.label, each.headline, 2) for each in figures_of(chapters))
    tables = tuple(ContentsEntry(each.id, each.label, each.title, 2) for each in tables_of(chapters))
    found = (ContentsList(Word.FIGURES[lang], figures), ContentsList(Word.TABLES[lang], tables))
    return tuple(each for each in found if each.entries)


def _chapter(chapter: ChapterPage) -> list[ContentsEntry]:
    first = ContentsEntry(chapter.id, chapter.number, chapter.title)
    sections = (
        ContentsEntry(each.id, each.number, each.heading, each.level, each.is_written) for each in chapter.sections
    )
    return [first, *(each for each in sections if each.level <= _DEEPEST)]
