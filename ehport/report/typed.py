"""Text as an actor typed it, in paragraphs and lists; only white space between them is taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ehport.report import typography

_BULLET = re.compile(r"(?:[•·▪–—-]\s*|\*\s+)(?=\S)")
_COUNTED = re.compile(r"(?:\d{1,2}|[a-zæøå])[.)]\s+(?=\S)")
_ENOUGH_TO_COUNT = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; or, with items instead of text, a list whose items keep the signs they were typed with."""

    text: str = ""
    items: tuple[str, ...] = ()


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return a typed text in paragraphs, one for each line, with lines that begin like list items put together."""
    lines = [typography.keep_together(line.strip()) for line in text.splitlines() if line.strip()]
    found: list[Paragraph] = []
    run: list[str] = []
    for line, kind in zip(lines, _kinds(lines), strict=True):
        if kind:
            run.append(line)
            continue
        found += _list(run)
        run = []
        found.append(Paragraph(line))
    return tuple(found + _list(run))


def _list(items: list[str]) -> list[Paragraph]:
    return [Paragraph(items=tuple(items))] if items else []


def _kinds(lines: list[str]) -> list[bool]:
    """Tell which lines are items; a counted line alone is a sentence that begins with a date or a number."""
    counted = [bool(_COUNTED.match(line)) for line in lines]
    enough = sum(counted) >= _ENOUGH_TO_COUNT
    return [
        bool(_BULLET.match(line)) or (is_counted and enough) for line, is_counted in zip(lines, counted, strict=True)
    ]
