"""An expression in editorial text: the name of a figure, a table or a computed number between double braces.

Nothing is evaluated: a name is looked up as it stands, and a form is one of those that the number itself knows. What
is longer than any name is not even tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

OPENING, CLOSING = "{{", "}}"
LONGEST = 120
_NAME = r"[A-Za-z0-9_æøåÆØÅ-]+"
_BLOCK = re.compile(rf"(figure|table)\s*:\s*({_NAME})")
_NUMBER = re.compile(rf"({_NAME}(?:\.{_NAME})*)\s*(?:\|\s*([A-Za-z0-9]+))?")


class BlockKind(StrEnum):
    """What a block is."""

    FIGURE = "figure"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class BlockName:
    """A figure or a table, by its name."""

    kind: BlockKind
    name: str

    def __str__(self) -> str:
        """Return the block as a text asks for it."""
        return f"{self.kind}: {self.name}"


@dataclass(frozen=True, slots=True)
class NumberName:
    """A computed number by its name, in the form asked for; without one, in the form it has by itself."""

    name: str
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands between the braces when it is no expression."""

    text: str


Expression = BlockName | NumberName | Unreadable


def parse_expression(text: str) -> Expression:
    """Return what the text between double braces asks for."""
    if len(text) > LONGEST:
        return Unreadable(text)
    inner = text.strip()
    if block := _BLOCK.fullmatch(inner):
        return BlockName(BlockKind(block[1]), block[2])
    if number := _NUMBER.fullmatch(inner):
        return NumberName(number[1], number[2])
    return Unreadable(text)
