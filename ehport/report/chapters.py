"""The chapters: the office's text and the report's own sections, as items in the order they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePath

from ehport.figures.figure import Figure
from ehport.lang.language import Lang
from ehport.report import markdown
from ehport.report.editorial import EditorialHeading, Passage, Piece
from ehport.report.expression import BlockName
from ehport.report.figures import FigureView, figure_anchor, figure_view
from ehport.report.marking import mark_numbers
from ehport.report.outline import CHAPTERS, SUMMARY, Chapter, EditorialText, ReportSection
from ehport.report.placement import Placement, place
from ehport.report.report import Report
from ehport.report.table import Table
from ehport.report.values import Values
from ehport.report.wording import Word

_SIDE_LEVEL = 4
_OWN_LEVEL = 2
_SHORT_START = 300  # less text than this may be lower than the heading beside it


@dataclass(slots=True)
class Item:
    """What stands between two headings' worth of change: a heading, text, a figure or a table; one of them is given.

    ``start`` and ``text`` are HTML: a heading in the side column stays together with its ``start``. What ``is_written``
    is the office's own text, in the office's own language; an ``is_intro`` stays with what it introduces.
    """

    heading: str = ""
    level: int = 0
    id: str = ""
    number: str = ""
    is_beside: bool = False
    is_written: bool = False
    is_intro: bool = False
    start: str = ""
    text: str = ""
    figure: FigureView | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """A chapter ready to be printed."""

    id: str
    number: str
    title: str
    items: tuple[Item, ...]

    @property
    def running(self) -> str:
        """The running head."""
        return f"{self.number} {self.title}".strip()

    @property
    def sections(self) -> tuple[Item, ...]:
        """The headings that the contents list."""
        return tuple(each for each in self.items if each.heading and not each.is_beside)


def chapter_pages(report: Report, placement: Placement) -> tuple[ChapterPage, ...]:
    """Return all chapters in the outline's order."""
    return tuple(_Composer(report, placement, chapter).compose() for chapter in CHAPTERS)


@dataclass(slots=True)
class _Composer:
    """Composes one chapter."""

    report: Report
    placement: Placement
    chapter: Chapter
    items: list[Item] = field(default_factory=list)
    printed: set[BlockName] = field(default_factory=set)
    counts: dict[int, int] = field(default_factory=dict)
    level: int = 1

    def compose(self) -> ChapterPage:
        tails = self.placement.tails[self.chapter.id]
        for step, tail in zip(self.chapter.content, tails, strict=True):
            if isinstance(step, EditorialText):
                self._prose(step)
            elif isinstance(step, ReportSection) and tail:
                self._heading(_OWN_LEVEL, step.title[self.report.lang], written=False)
                text = mark_numbers(step.told(self.report.facts, self.report.lang))
                self.items.append(Item(text=f"<p>{text}</p>", is_intro=True))
            for block in tail:
                self._block(block)
        if self.chapter.otherwise and not self.items:
            self.items.append(Item(text=f"<p>{escape(self.chapter.otherwise[self.report.lang])}</p>"))
        return ChapterPage(self.chapter.id, self.chapter.number, self._title(), tuple(self.items))

    @property
    def _values(self) -> Values:
        """The numbers for the office's text, which is Norwegian in every edition."""
        return Values(self.report.facts, Lang.NB, is_foreign=not self.report.speaks_as_written)

    def _title(self) -> str:
        for step in self.chapter.content:
            found = self.report.editorial.get(step.file) if isinstance(step, EditorialText) else None
            if found and found.title and self.report.speaks_as_written:
                return markdown.plain(found.title, self._values.text)
        return self._given_title(self.chapter.files) or self.chapter.title[self.report.lang]

    def _given_title(self, files: tuple[str, ...]) -> str:
        """Return the title that ``round.toml`` gives a chapter in a language that is not the office's own."""
        given = self.report.portfolio.round.english.chapters if not self.report.speaks_as_written else {}
        return given.get(PurePath(files[0]).stem, "") if files else ""

    def _prose(self, step: EditorialText) -> None:
        found = self.report.editorial.get(step.file)
        if found is None:
            if not (step.nested or step.optional):
                self.items.append(Item(text=f"<p>{escape(Word.NO_TEXT[self.report.lang])}</p>"))
            return
        given = self._given_title((step.file,)) if step.nested else ""
        for piece in found.pieces:
            if given and isinstance(piece, EditorialHeading) and piece.level == 1:
                self._heading(_OWN_LEVEL, given, written=False)
            else:
                self._piece(piece, shift=int(step.nested))

    def _piece(self, piece: Piece, *, shift: int) -> None:
        if isinstance(piece, BlockName):
            self._block(piece)
        elif isinstance(piece, Passage):
            self._passage(markdown.render(piece.tokens, self._values.html))
        elif piece.level + shift > 1:
            self._heading(piece.level + shift, markdown.plain(piece.tokens, self._values.text))

    def _heading(self, level: int, title: str, *, written: bool = True) -> None:
        self.level = level = min(level, self.level + 1, 6)
        self.counts = {known: count for known, count in self.counts.items() if known <= level}
        self.counts[level] = self.counts.get(level, 0) + 1
        beside = level >= _SIDE_LEVEL or self.chapter.id == SUMMARY
        path = ".".join(str(self.counts.get(each, 0)) for each in range(2, level + 1))
        number = f"{self.chapter.number}.{path}" if self.chapter.number and not beside else ""
        anchor = f"{self.chapter.id}-{path.replace('.', '-')}"
        self.items.append(
            Item(heading=title, level=level, id=anchor, number=number, is_beside=beside, is_written=written)
        )

    def _passage(self, html: str) -> None:
        last = self.items[-1] if self.items else None
        if last is not None and last.is_beside and not last.text and len(last.start) < _SHORT_START:
            last.start += html
        elif last is not None and (last.text or last.is_beside) and not (last.figure or last.table):
            last.text += html
        else:
            self.items.append(Item(text=html, is_written=True))

    def _block(self, block: BlockName) -> None:
        if not self.placement.is_printed(block) or block in self.printed:
            return
        self.printed.add(block)
        made, number = self.placement.made[block], self.placement.numbers[block]
        if isinstance(made, Figure):
            self.items.append(Item(figure=figure_view(made, number, self.report.typesetter)))
        else:
            label = f"{Word.TABLE[self.report.lang]} {number}"
            self.items.append(Item(table=made.labelled(label)))


def figures_of(pages: tuple[ChapterPage, ...]) -> Iterator[FigureView]:
    """Yield all figures in the order of their numbers."""
    yield from (item.figure for page in pages for item in page.items if item.figure is not None)


def tables_of(pages: tuple[ChapterPage, ...]) -> Iterator[Table]:
    """Yield all numbered tables in the order of their numbers."""
    yield from (item.table for page in pages for item in page.items if item.table is not None)


def figure_numbers(report: Report) -> dict[str, int]:
    """Return the numbers of the figures by their names."""
    pages = chapter_pages(report, place(report))
    anchors = {figure_anchor(name): name for name in report.figures}
    return {anchors[view.id]: number for number, view in enumerate(figures_of(pages), 1)}
