"""The trace: for each number, the cells it was computed from, and each cell in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Fact
from ehport.lang.language import Lang, Text
from ehport.model.member import Source

_NOWHERE = Source("", "", "", "")
_READ = Text(", lest som {value}", ", read as {value}")
_ADJUSTED = Text(" (justert: {reason})", " (adjusted: {reason})")


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One cell behind one number; a number without cells has one row with an empty place."""

    name: str
    rule: str
    file: str
    sheet: str
    cell: str
    text: str
    value: str
    adjustment: str


def trace(known: Mapping[str, Fact], name: str, lang: Lang = Lang.NB) -> tuple[TraceRow, ...]:
    """Return the rows of one number.

    Raises `KeyError` when there is no number of that name.
    """
    fact = known[name]
    return tuple(_row(fact, each, lang=lang) for each in fact.sources or (_NOWHERE,))


def told(source: Source, lang: Lang) -> str:
    """Return a cell with what was typed in it, how that was read where it reads otherwise, and why it replaces."""
    place = " › ".join(filter(None, (source.file, source.sheet, source.cell)))
    typed = " ".join(source.text.split())
    read = source.read(lang)
    value = _READ.format(value=read)[lang] if read not in ("", typed) else ""
    reason = _ADJUSTED.format(reason=source.adjustment)[lang] if source.adjustment else ""
    return f"{place}: «{typed}»{value}{reason}" if typed else f"{place}{value}{reason}"


def _row(fact: Fact, source: Source, *, lang: Lang) -> TraceRow:
    return TraceRow(
        fact.name,
        fact.rule[lang],
        source.file,
        source.sheet,
        source.cell,
        source.text,
        source.value,
        source.adjustment,
    )
