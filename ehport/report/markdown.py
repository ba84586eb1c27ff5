"""The Markdown of editorial text: CommonMark without HTML and pictures, with expressions between double braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ehport.analysis.printed import Printed, Sentence
from ehport.report import typography
from ehport.report.expression import CLOSING, OPENING, Expression, parse_expression

EXPRESSION = "expression"
_SAFE_LINKS = ("https://", "mailto:")
_ENVIRONMENT = "put"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Put = Callable[[Expression, str], str]


def parse(text: str) -> list[Token]:
    """Return the tokens of a text; an expression is a token with its `Expression` in ``meta``.

    What stands between ``<!--`` and ``-->`` is the office's own note and no part of the text.
    """
    return _MARKDOWN.parse(_COMMENT.sub(lambda note: "\n" * note[0].count("\n"), text))


def render(tokens: Sequence[Token], put: Put) -> str:
    """Return HTML; ``put`` returns what an expression becomes, as HTML."""
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {_ENVIRONMENT: put}))


def plain(tokens: Sequence[Token], put: Put) -> str:
    """Return the text of inline tokens without their markup; ``put`` returns what an expression becomes, as text.

    A number that ``put`` returns stays one in the text.
    """
    parts = []
    for token in tokens:
        if token.type == EXPRESSION:
            parts.append(put(token.meta[EXPRESSION], token.content))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
    return Sentence(*(part if isinstance(part, Printed) else typography.editorial(part) for part in _joined(parts)))


def _joined(parts: Sequence[str]) -> Iterator[str]:
    """Yield the numbers among parts of a text, and what stands between them as one."""
    waiting: list[str] = []
    for part in parts:
        if isinstance(part, Printed):
            yield from ("".join(waiting), part)
            waiting = []
        else:
            waiting.append(part)
    yield "".join(waiting)


def is_expression(token: Token) -> bool:
    """Tell whether a token is an expression."""
    return token.type == EXPRESSION


def _take_expression(state: StateInline, silent: bool) -> bool:
    """Take an expression; braces that are not closed on their line are taken alone, and cannot be read."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    line_end = state.src.find("\n", state.pos)
    end = state.src.find(CLOSING, state.pos, line_end if line_end >= 0 else state.posMax)
    stop = end + len(CLOSING) if end >= 0 else state.pos + len(OPENING)
    if not silent:
        token = state.push(EXPRESSION, "", 0)
        token.content = state.src[state.pos : stop]
        inner = token.content.removeprefix(OPENING).removesuffix(CLOSING)
        token.meta = {
            EXPRESSION: parse_expression(inner),
            "line": state.src.count("\n", 0, state.pos),
        }
    state.pos = stop
    return True


def _is_safe(url: str) -> bool:
    return url.lower().startswith(_SAFE_LINKS)


class _Renderer(RendererHTML):
    """Sets text as the report does, and keeps headings inside lists and quotations out of the report's own."""

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return escape(typography.editorial(tokens[idx].content))

    def expression(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        put: Put = env[_ENVIRONMENT]
        return put(tokens[idx].meta[EXPRESSION], tokens[idx].content)

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "<p><strong>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</strong></p>\n"


def _markdown() -> MarkdownIt:
    found = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).disable("image")
    found.inline.ruler.before("escape", EXPRESSION, _take_expression)
    found.validateLink = _is_safe  # type: ignore[method-assign]  # the way its documentation gives
    return found


_MARKDOWN = _markdown()
