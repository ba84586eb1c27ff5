"""The trace: for each printed number, the cells it was computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Fact
from ehport.lang.language import Lang
from ehport.model.member import Source

_NOWHERE = Source("", "", "", "")


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One cell behind one printed number; a number without cells has one row with an empty place."""

    name: str
    printed: str
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


def full_trace(known: Mapping[str, Fact], lang: Lang = Lang.NB) -> Iterator[TraceRow]:
    """Yield the rows of every number, in the order of the facts."""
    for name in known:
        yield from trace(known, name, lang)


def _row(fact: Fact, source: Source, *, lang: Lang) -> TraceRow:
    return TraceRow(
        fact.name,
        fact.printed(lang),
        fact.rule[lang],
        source.file,
        source.sheet,
        source.cell,
        source.text,
        source.value,
        source.adjustment,
    )
