"""Which figures and tables are printed, in which order, and their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.summary import Summary
from ehport.figures.figure import Figure
from ehport.lang.language import Lang
from ehport.report.colophon import COVER
from ehport.report.expression import Block, BlockKind
from ehport.report.outline import CHAPTERS, OUTLINED, Chapter, Prose, Section
from ehport.report.report import Report
from ehport.report.table import Table
from ehport.report.tables.catalogue import TABLES, make_table
from ehport.report.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Placement:
    """Every figure and table at the one place where it is printed.

    ``tails`` are, by chapter, the blocks that follow each of its steps in the outline.
    """

    made: Mapping[Block, Figure | Table]
    numbers: Mapping[Block, int]
    tails: Mapping[str, tuple[tuple[Block, ...], ...]]

    def is_printed(self, block: Block) -> bool:
        """Tell whether there is anything to print."""
        return block in self.numbers


def known_blocks() -> frozenset[Block]:
    """Return every figure and table that a text may place."""
    figures = (block for block in OUTLINED if block.kind is BlockKind.FIGURE)
    return frozenset((*figures, *(Block(BlockKind.TABLE, name) for name in TABLES)))


def filled_blocks(summary: Summary) -> frozenset[Block]:
    """Return the blocks that have something to show; of figures, which would have to be drawn to know, all."""
    setter = Typesetter(Lang.NB, {})
    empty = {Block(BlockKind.TABLE, name) for name in TABLES if make_table(name, summary, setter) is None}
    return known_blocks() - empty


def place(report: Report) -> Placement:
    """Decide where each block is printed: where a text puts it first, else where the outline does."""
    by_text = {block for chapter in report.editorial.values() for block in chapter.blocks}
    made = _make(report)
    order: dict[Block, None] = {}
    tails = {}
    for chapter in CHAPTERS:
        steps = tuple(tuple(_of_outline(step, by_text, made)) for step in chapter.content)
        tails[chapter.id] = steps
        for block in _in_order(chapter, steps, report):
            if block in made:
                order.setdefault(block)
    return Placement(made, _numbers(order), tails)


def _make(report: Report) -> dict[Block, Figure | Table]:
    made: dict[Block, Figure | Table] = {
        Block(BlockKind.FIGURE, name): figure for name, figure in report.figures.items() if name != COVER
    }
    for name in TABLES:
        table = make_table(name, report.summary, report.typesetter)
        if table is not None:
            made[Block(BlockKind.TABLE, name)] = table
    return made


def _of_outline(step: Prose | Section | Block, by_text: set[Block], made: Mapping[Block, object]) -> Iterator[Block]:
    blocks = step.blocks if isinstance(step, Section) else (step,) if isinstance(step, Block) else ()
    yield from (block for block in blocks if block in made and block not in by_text)


def _in_order(chapter: Chapter, steps: tuple[tuple[Block, ...], ...], report: Report) -> Iterator[Block]:
    for step, blocks in zip(chapter.content, steps, strict=True):
        if isinstance(step, Prose) and step.file in report.editorial:
            yield from report.editorial[step.file].blocks
        yield from blocks


def _numbers(order: Mapping[Block, None]) -> dict[Block, int]:
    counts = dict.fromkeys(BlockKind, 0)
    numbers = {}
    for block in order:
        counts[block.kind] += 1
        numbers[block] = counts[block.kind]
    return numbers
