"""Number formats in pieces: their sections, and what stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

DIGIT, POINT, COMMA, PERCENT, EXPONENT, SLASH, TEXT, GENERAL, LITERAL = "0.,%E/@GL"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]"
    r"|\[(?P<condition>[<>=]{1,2}) ?(?P<bound>-?[0-9.]+)\]"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|Standard)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<permille>‰)"
    r"|(?P<placeholder>[0#?.,%/@])"
    r"|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 255  # characters of a format, which is what Excel allows


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a section: its kind, and its text where it is a digit's place or words."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FormatSection:
    """What is shown of the numbers that a condition holds for."""

    tokens: tuple[Token, ...]
    operator: str = ""
    bound: Decimal = Decimal(0)

    def holds(self, value: Decimal) -> bool:
        """Tell whether the section's own condition holds for a number."""
        return {
            "<": value < self.bound,
            "<=": value <= self.bound,
            ">": value > self.bound,
            ">=": value >= self.bound,
            "=": value == self.bound,
            "<>": value != self.bound,
        }.get(self.operator, False)

    def has(self, kind: str) -> bool:
        """Tell whether the section has a piece of a kind."""
        return any(each.kind == kind for each in self.tokens)

    @property
    def words(self) -> str:
        """What the section shows besides digits."""
        return "".join(each.text for each in self.tokens if each.kind == LITERAL).strip()


def sections_of(pattern: str) -> tuple[FormatSection, ...]:
    """Return the sections of a number format; one that is longer than Excel allows is none."""
    return _parsed(pattern) if len(pattern) <= _LONGEST else _parsed("General")


@cache
def _parsed(pattern: str) -> tuple[FormatSection, ...]:
    return tuple(_section(piece) for piece in _pieces(pattern))


def _pieces(pattern: str) -> list[list[re.Match[str]]]:
    pieces: list[list[re.Match[str]]] = [[]]
    for found in _TOKEN.finditer(pattern or "General"):
        if found["literal"] == ";":
            pieces.append([])
        else:
            pieces[-1].append(found)
    return pieces


def _section(piece: Sequence[re.Match[str]]) -> FormatSection:
    condition = next((each for each in piece if each["condition"]), None)
    tokens = tuple(token for each in piece for token in _tokens(each))
    if condition is None:
        return FormatSection(tokens)
    return FormatSection(tokens, condition["condition"], Decimal(condition["bound"].strip(".") or 0))


def _tokens(found: re.Match[str]) -> Iterator[Token]:
    """Yield the piece that a part of a format stands for; colours, conditions and languages show nothing."""
    placeholder = found["placeholder"]
    if placeholder:
        yield Token(DIGIT if placeholder in "0#?" else placeholder, placeholder)
    elif found["general"]:
        yield Token(GENERAL)
    elif found["exponent"]:
        yield Token(EXPONENT, found["exponent"][1])
    elif found["space"]:
        yield Token(LITERAL, " ")
    else:
        words = (found[name] for name in ("quoted", "escaped", "currency", "permille", "literal"))
        if text := next((each for each in words if each), ""):
            yield Token(LITERAL, text)
