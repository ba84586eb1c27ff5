"""The office's text held against the round: names that belong to nothing, bare numbers, blocks without a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from ehport.analysis.fact import Fact, forms_of
from ehport.analysis.summary import Summary
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Text
from ehport.model.portfolio import Portfolio
from ehport.report.bare_numbers import bare_numbers, figures_of
from ehport.report.editorial import Editorial, EditorialHeading, Passage, Piece, Use, place_of
from ehport.report.expression import BlockName, NumberName
from ehport.report.outline import CASE, CHAPTERS, FILES, Chapter
from ehport.report.personal_text import personal_text
from ehport.report.placement import find_filled_blocks, known_blocks

_ALIKE, _MOST_ALIKE = 0.6, 3
_NEAR = Text(" (mente du {names}?)", " (did you mean {names}?)")
_OR = Text(" eller ", " or ")
_OWN_TABLES = Text(
    ", men ikke i saken, som har sine egne tabeller", ", but not in the case paper, which has tables of its own"
)
_NOTHING_NEAR = Text("", "")


def proofread(
    chapters: Mapping[str, Editorial], portfolio: Portfolio, summary: Summary, *, known: Mapping[str, Fact]
) -> Iterator[Diagnostic]:
    """Yield what in the office's text does not fit the round, chapter by chapter for each sort of fault."""
    yield from unknown_names(chapters, known, known_blocks())
    figures = figures_of(portfolio.round, known)
    for chapter in chapters.values():
        yield from check_written(chapter)
        yield from bare_numbers(chapter.place, chapter.stretches, figures)
        yield from personal_text(chapter)
    yield from find_unplaced(
        {name: each for name, each in chapters.items() if name != CASE}, find_filled_blocks(summary)
    )
    yield from find_misplaced(chapters.get(CASE))
    yield from check_files(path.name for path in portfolio.round.editorial.glob("*.md"))


def unknown_names(
    chapters: Mapping[str, Editorial], known: Mapping[str, Fact], blocks: frozenset[BlockName]
) -> Iterator[Diagnostic]:
    """Yield the names in the text that belong to no number, figure or table of the round, and unknown forms."""
    for chapter in chapters.values():
        for use in chapter.uses:
            yield from _unknown(use, Location(chapter.place, line=use.line), known, blocks=blocks)


def check_written(chapter: Editorial) -> Iterator[Diagnostic]:
    """Yield that a chapter has no text, or which of its headings have nothing under them."""
    at, facts = Location(chapter.place), {"file": chapter.place}
    if not chapter.pieces:
        yield Diagnostic(Code.EDITORIAL_EMPTY, at, facts)
    elif not any(isinstance(each, Passage) for each in chapter.pieces):
        yield Diagnostic(Code.EDITORIAL_ONLY_HEADINGS, at, facts)
    else:
        for heading in _bare_headings(chapter.pieces):
            title = "".join(each.content for each in heading.tokens)
            yield Diagnostic(Code.EDITORIAL_BARE_HEADING, replace(at, line=heading.line), found=title)


def _bare_headings(pieces: Sequence[Piece]) -> Iterator[EditorialHeading]:
    """Yield the headings that the next one of their own level, or of one above, follows at once, or the end."""
    for each, following in zip(pieces, (*pieces[1:], EditorialHeading(0, ())), strict=True):
        if (
            isinstance(each, EditorialHeading)
            and isinstance(following, EditorialHeading)
            and following.level <= each.level
        ):
            yield each


def find_unplaced(chapters: Mapping[str, Editorial], filled: frozenset[BlockName]) -> Iterator[Diagnostic]:
    """Yield the blocks with something to show that a chapter's text leaves out while it places others.

    They are printed after the text. In a chapter that places none, and in the report's own sections, that is how it is
    meant to be.
    """
    placed = {block for chapter in chapters.values() for block in chapter.blocks}
    for each in CHAPTERS:
        texts = [chapters[name] for name in each.files if name in chapters]
        writing = [text for text in texts if text.blocks]
        if writing:
            for block in _after_text(each, placed, filled):
                yield Diagnostic(Code.BLOCK_NOT_PLACED, Location(writing[0].place), {"name": str(block)}, str(block))


def find_misplaced(case: Editorial | None) -> Iterator[Diagnostic]:
    """Yield the figures and tables that the text of the case paper asks for: it has its own."""
    for use in case.uses if case else ():
        if isinstance(use.expression, BlockName):
            at = Location(place_of(CASE), line=use.line)
            yield Diagnostic(Code.BLOCK_UNKNOWN, at, {"of": _OWN_TABLES}, use.expression.name)


def check_files(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield the files of a round's editorial folder that belong to no chapter."""
    for name in sorted(set(names) - {*FILES, CASE}):
        example = next(iter(get_close_matches(name, FILES, n=1, cutoff=0)), FILES[0])
        yield Diagnostic(Code.EDITORIAL_NOT_PRINTED, Location(place_of(name)), {"example": example}, name)


def _unknown(
    use: Use, at: Location, known: Mapping[str, Fact], *, blocks: frozenset[BlockName]
) -> Iterator[Diagnostic]:
    asked = use.expression
    if isinstance(asked, BlockName) and asked not in blocks:
        near = _near(asked.name, {each.name: str(each) for each in blocks})
        yield Diagnostic(Code.BLOCK_UNKNOWN, at, {"of": near}, asked.name)
    elif isinstance(asked, NumberName) and asked.name not in known:
        yield Diagnostic(Code.FACT_UNKNOWN, at, {"of": _near(asked.name, {name: name for name in known})}, asked.name)
    elif isinstance(asked, NumberName) and asked.form and asked.form not in forms_of(known[asked.name].unit):
        yield Diagnostic(Code.EDITORIAL_SYNTAX, at, found=use.source)


def _near(name: str, known: Mapping[str, str]) -> Text:
    """Return the question whether another name was meant; ``known`` are names as they are written in a text."""
    alike = get_close_matches(name, sorted(known), n=_MOST_ALIKE, cutoff=_ALIKE)
    names = [f"«{known[each]}»" for each in alike]
    if not names:
        return _NOTHING_NEAR
    *first, last = names
    listed = (f"{', '.join(first)}{_or}{last}" if first else last for _or in (_OR.nb, _OR.en))
    return Text(*(told.format(names=each) for told, each in zip((_NEAR.nb, _NEAR.en), listed, strict=True)))


def _after_text(chapter: Chapter, placed: set[BlockName], filled: frozenset[BlockName]) -> Iterator[BlockName]:
    for step in chapter.content:
        if isinstance(step, BlockName) and step in filled and step not in placed:
            yield step
