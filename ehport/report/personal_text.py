"""Personal data in the office's text: in its words and in the addresses of its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Text
from ehport.report.editorial import Editorial, Passage
from ehport.rules.personal_data import Personal, find_personal_data

_TEXT = Text("Teksten", "The text")


def personal_text(chapter: Editorial) -> Iterator[Diagnostic]:
    """Yield the personal data that a chapter would print, each once on a line."""
    told: set[tuple[int, Personal]] = set()
    for line, text in (*((each.line, each.text) for each in chapter.stretches), *_links(chapter)):
        for found in find_personal_data(text):
            if (line, found) not in told:
                told.add((line, found))
                yield Diagnostic(
                    found.code, Location(chapter.place, line=line), {"label": _TEXT}, found=found.shortened
                )


def _links(chapter: Editorial) -> Iterator[tuple[int, str]]:
    for piece in chapter.pieces:
        if isinstance(piece, Passage):
            yield from _of_tokens(piece.tokens)


def _of_tokens(tokens: Sequence[Token]) -> Iterable[tuple[int, str]]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield (token.map or [0])[0] + 1, str(child.attrs.get("href", "")).removeprefix("mailto:")
