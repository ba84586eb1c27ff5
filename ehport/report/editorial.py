"""The office's chapters: text with expressions, read into headings, passages, figures and tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it.token import Token

from ehport.analysis.fact import Fact, forms_of
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.model.round import EDITORIAL, Round
from ehport.report import markdown
from ehport.report.expression import Block, Expression, Number, Unreadable

_REFUSED_LINK = "]("


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, 1 for the chapter's title, with the inline tokens of its text."""

    level: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list or a quotation."""

    tokens: tuple[Token, ...]


Piece = Heading | Passage | Block


@dataclass(frozen=True, slots=True)
class Use:
    """Something in a file that a reader of it must understand, and the line it stands on."""

    expression: Expression
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Editorial:
    """One file of the office's text, read."""

    file: str
    pieces: tuple[Piece, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def title(self) -> tuple[Token, ...]:
        """The inline tokens of the chapter's title, none when the text has no title."""
        return next((each.tokens for each in self.pieces if isinstance(each, Heading) and each.level == 1), ())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The figures and tables that the text gives a place."""
        return tuple(each for each in self.pieces if isinstance(each, Block))


def read_editorial(
    round_: Round, files: Iterable[str], *, optional: Collection[str] = ()
) -> tuple[dict[str, Editorial], tuple[Diagnostic, ...]]:
    """Read chapters by file name; a missing file that is not optional, and what cannot be read in a text, are told."""
    found: dict[str, Editorial] = {}
    told: list[Diagnostic] = []
    for name in files:
        path = round_.editorial / name
        if name in optional and not path.exists():
            continue
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            told.append(Diagnostic(Code.EDITORIAL_MISSING, Location(_place(name))))
            continue
        found[name] = parse_editorial(name, text)
        told += _unreadable(found[name])
    return found, tuple(told)


def parse_editorial(name: str, text: str) -> Editorial:
    """Return a chapter's text read."""
    tokens = markdown.parse(text)
    return Editorial(name, tuple(_pieces(tokens)), tuple(_uses(tokens)))


def unknown_names(
    chapters: Mapping[str, Editorial], numbers: Mapping[str, object], blocks: frozenset[Block]
) -> Iterator[Diagnostic]:
    """Yield the names in the text that belong to no number, figure or table of the round, and unknown forms."""
    for chapter in chapters.values():
        for use in chapter.uses:
            at = Location(_place(chapter.file), line=use.line)
            if isinstance(use.expression, Block) and use.expression not in blocks:
                yield Diagnostic(Code.BLOCK_UNKNOWN, at, found=use.expression.name)
            elif isinstance(use.expression, Number) and use.expression.name not in numbers:
                yield Diagnostic(Code.FACT_UNKNOWN, at, found=use.expression.name)
            elif isinstance(use.expression, Number) and not _has_form(numbers[use.expression.name], use.expression):
                yield Diagnostic(Code.EDITORIAL_SYNTAX, at, found=use.source)


def _has_form(known: object, asked: Number) -> bool:
    return not asked.form or not isinstance(known, Fact) or asked.form in forms_of(known.unit)


def _unreadable(chapter: Editorial) -> Iterator[Diagnostic]:
    for use in chapter.uses:
        if isinstance(use.expression, Unreadable):
            at = Location(_place(chapter.file), line=use.line)
            yield Diagnostic(Code.EDITORIAL_SYNTAX, at, found=use.source)


def _place(name: str) -> str:
    return str(PurePosixPath(EDITORIAL, name))


def _uses(tokens: Sequence[Token]) -> Iterator[Use]:
    """Yield the expressions of a text; a block inside a sentence, and a link that is refused, cannot be read."""
    for token in tokens:
        children = token.children or []
        first = (token.map or [0])[0] + 1
        for child in children:
            if markdown.is_expression(child):
                found: Expression = child.meta[markdown.EXPRESSION]
                stands_wrong = isinstance(found, Block) and len(children) > 1
                yield Use(
                    Unreadable(child.content) if stands_wrong else found,
                    child.content,
                    first + child.meta["line"],
                )
        if any(_REFUSED_LINK in child.content for child in children if child.type == "text"):
            yield Use(Unreadable(token.content), token.content, first)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    for run in _runs(tokens):
        children = tuple(run[1].children or ()) if len(run) == 3 else ()
        alone = children[0] if len(children) == 1 else None
        if run[0].type == "heading_open":
            yield Heading(int(run[0].tag[1:]), children)
        elif alone is not None and markdown.is_expression(alone) and isinstance(alone.meta[markdown.EXPRESSION], Block):
            yield alone.meta[markdown.EXPRESSION]
        else:
            yield Passage(tuple(run))


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block at the top of the text, from where it opens to where it closes."""
    run: list[Token] = []
    depth = 0
    for token in tokens:
        run.append(token)
        depth += token.nesting
        if depth == 0:
            yield run
            run = []
