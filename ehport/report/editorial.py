"""The office's chapters: text with expressions, read into headings, passages, figures and tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it.token import Token

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Text
from ehport.model.round import EDITORIAL, Round, leads_out_of_its_round
from ehport.report import markdown
from ehport.report.expression import OPENING, BlockName, Expression, NumberName, Unreadable
from ehport.report.written_numbers import PUT_IN, Stretch
from ehport.system.text_files import EncodingError, read_text

MOST_SIGNS, MOST_EXPRESSIONS = 200_000, 1000  # some sixty pages
_SIGNS = Text("{number} tegn", "{number} characters")
_EXPRESSIONS = Text("{number} uttrykk", "{number} expressions")
_REFUSED_LINK = "]("


@dataclass(frozen=True, slots=True)
class EditorialHeading:
    """A heading, 1 for the chapter's title, with the inline tokens of its text."""

    level: int
    tokens: tuple[Token, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list or a quotation."""

    tokens: tuple[Token, ...]


Piece = EditorialHeading | Passage | BlockName


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
    stretches: tuple[Stretch, ...] = ()

    @property
    def place(self) -> str:
        """Where the file is in the round's folder."""
        return place_of(self.file)

    @property
    def title(self) -> tuple[Token, ...]:
        """The inline tokens of the chapter's title, none when the text has no title."""
        return next((each.tokens for each in self.pieces if isinstance(each, EditorialHeading) and each.level == 1), ())

    @property
    def blocks(self) -> tuple[BlockName, ...]:
        """The figures and tables that the text gives a place."""
        return tuple(each for each in self.pieces if isinstance(each, BlockName))


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
        if leads_out_of_its_round(path):
            told.append(Diagnostic(Code.LINK_OUT, Location(place_of(name)), {"file": place_of(name)}))
            continue
        try:
            text = read_text(path, most=4 * MOST_SIGNS)
        except OSError:
            told.append(Diagnostic(Code.EDITORIAL_MISSING, Location(place_of(name))))
            continue
        except EncodingError as bad:
            facts = {"file": place_of(name), "encoding": bad.encoding}
            told.append(Diagnostic(Code.EDITORIAL_ENCODING, Location(place_of(name), line=bad.line), facts))
            continue
        if too_large := tuple(_too_large(name, text)):
            told += too_large
            continue
        found[name] = parse_editorial(name, text)
        told += _unreadable(found[name])
    return found, tuple(told)


def _too_large(name: str, text: str) -> Iterator[Diagnostic]:
    for number, limit, of in ((len(text), MOST_SIGNS, _SIGNS), (text.count(OPENING), MOST_EXPRESSIONS, _EXPRESSIONS)):
        if number > limit:
            facts = {"limit": of.format(number=limit), "more": of.format(number=number)}
            yield Diagnostic(Code.EDITORIAL_TOO_LARGE, Location(place_of(name)), facts)


def parse_editorial(name: str, text: str) -> Editorial:
    """Return a chapter's text read."""
    tokens = markdown.parse(text)
    return Editorial(name, tuple(_pieces(tokens)), tuple(_uses(tokens)), tuple(_stretches(tokens)))


def _unreadable(chapter: Editorial) -> Iterator[Diagnostic]:
    for use in chapter.uses:
        if isinstance(use.expression, Unreadable):
            at = Location(chapter.place, line=use.line)
            yield Diagnostic(Code.EDITORIAL_SYNTAX, at, found=use.source)


def place_of(name: str) -> str:
    """Return where a file of the office's text is in the round's folder."""
    return str(PurePosixPath(EDITORIAL, name))


def _uses(tokens: Sequence[Token]) -> Iterator[Use]:
    """Yield the expressions of a text; a block inside a sentence, and a link that is refused, cannot be read."""
    for token in tokens:
        children = token.children or []
        first = (token.map or [0])[0] + 1
        for child in children:
            if markdown.is_expression(child):
                found: Expression = child.meta[markdown.EXPRESSION]
                stands_wrong = isinstance(found, BlockName) and len(children) > 1
                yield Use(
                    Unreadable(child.content) if stands_wrong else found,
                    child.content,
                    first + child.meta["line"],
                )
        if any(_REFUSED_LINK in child.content for child in children if child.type == "text"):
            yield Use(Unreadable(token.content), token.content, first)


def _stretches(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Yield the text of each paragraph, list item and heading, under the heading of its section."""
    heading, level = "", 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
        if token.type == "inline":
            children = token.children or ()
            text = "".join(map(_plain, children))
            names = (_name(child) for child in children if _plain(child) == PUT_IN)
            yield Stretch(text, (token.map or [0])[0] + 1, heading, tuple(names))
            if level:
                heading, level = text if level > 1 else "", 0


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "text_special") else PUT_IN * bool(token.content)


def _name(token: Token) -> str:
    found = token.meta.get(markdown.EXPRESSION)
    return found.name if isinstance(found, NumberName) else ""


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    for run in _runs(tokens):
        children = tuple(run[1].children or ()) if len(run) == 3 else ()
        alone = children[0] if len(children) == 1 else None
        if run[0].type == "heading_open":
            yield EditorialHeading(int(run[0].tag[1:]), children, (run[0].map or [0])[0] + 1)
        elif (
            alone is not None
            and markdown.is_expression(alone)
            and isinstance(alone.meta[markdown.EXPRESSION], BlockName)
        ):
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
