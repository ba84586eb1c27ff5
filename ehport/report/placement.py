"""Which figures and tables are printed, in which order, and their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.summary import Summary
from ehport.figures.figure import Figure
from ehport.lang.language import Lang
from ehport.report.colophon import COVER
from ehport.report.expression import BlockKind, BlockName
from ehport.report.outline import CHAPTERS, OUTLINED, Chapter, EditorialText, ReportSection
from ehport.report.report import Report
from ehport.report.table import Table
from ehport.report.tables.catalogue import TABLES, make_table
from ehport.report.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Placement:
    """Every figure and table at the one place where it is printed.

    ``tails`` are, by chapter, the blocks that follow each of its steps in the outline.
    """

    made: Mapping[BlockName, Figure | Table]
    numbers: Mapping[BlockName, int]
    tails: Mapping[str, tuple[tuple[BlockName, ...], ...]]

    def is_printed(self, block: BlockName) -> bool:
        """Tell whether there is anything to print."""
        return block in self.numbers


def known_blocks() -> frozenset[BlockName]:
    """Return every figure and table that a text may place."""
    figures = (block for block in OUTLINED if block.kind is BlockKind.FIGURE)
    return frozenset((*figures, *(BlockName(BlockKind.TABLE, name) for name in TABLES)))


def find_filled_blocks(summary: Summary) -> frozenset[BlockName]:
    """Return the blocks that have something to show; of figures, which would have to be drawn to know, all."""
    setter = Typesetter(Lang.NB, {})
    empty = {BlockName(BlockKind.TABLE, name) for name in TABLES if make_table(name, summary, setter) is None}
    return known_blocks() - empty


def place(report: Report) -> Placement:
    """Decide where each block is printed: where a text puts it first, else where the outline does."""
    by_text = {block for chapter in report.editorial.values() for block in chapter.blocks}
    made = _make(report)
    order: dict[BlockName, None] = {}
    tails = {}
    for chapter in CHAPTERS:
        steps = tuple(tuple(_of_outline(step, by_text, made)) for step in chapter.content)
        tails[chapter.id] = steps
        for block in _in_order(chapter, steps, report):
            if block in made:
                order.setdefault(block)
    return Placement(made, _numbers(order), tails)


def _make(report: Report) -> dict[BlockName, Figure | Table]:
    made: dict[BlockName, Figure | Table] = {
        BlockName(BlockKind.FIGURE, name): figure for name, figure in report.figures.items() if name != COVER
    }
    for name in TABLES:
        table = make_table(name, report.summary, report.typesetter)
        if table is not None:
            made[BlockName(BlockKind.TABLE, name)] = table
    return made


def _of_outline(
    step: EditorialText | ReportSection | BlockName, by_text: set[BlockName], made: Mapping[BlockName, object]
) -> Iterator[BlockName]:
    blocks = step.blocks if isinstance(step, ReportSection) else (step,) if isinstance(step, BlockName) else ()
    yield from (block for block in blocks if block in made and block not in by_text)


def _in_order(chapter: Chapter, steps: tuple[tuple[BlockName, ...], ...], report: Report) -> Iterator[BlockName]:
    for step, blocks in zip(chapter.content, steps, strict=True):
        if isinstance(step, EditorialText) and step.file in report.editorial:
            yield from report.editorial[step.file].blocks
        yield from blocks


def _numbers(order: Mapping[BlockName, None]) -> dict[BlockName, int]:
    counts = dict.fromkeys(BlockKind, 0)
    numbers = {}
    for block in order:
        counts[block.kind] += 1
        numbers[block] = counts[block.kind]
    return numbers
