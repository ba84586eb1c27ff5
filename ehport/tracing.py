"""A printed number followed back: its rule in words, and the cells it was computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ehport.analysis.fact import Fact
from ehport.analysis.facts import facts
from ehport.analysis.trace import TraceRow, trace
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.pipeline import read_round
from ehport.rounds import UsageError


def traced(round_: Round, name: str, lang: Lang) -> str:
    """Return what is behind a number of a round, as text.

    Raises `UsageError` with names that are near when there is no such number.
    """
    known = facts(read_round(round_).portfolio)
    if name not in known:
        near = ", ".join(get_close_matches(name, known, n=5, cutoff=0.5)) or "–"
        raise UsageError(_NO_NUMBER.format(name=name, near=near))
    return "\n".join(_lines(known, name, lang))


def _lines(known: Mapping[str, Fact], name: str, lang: Lang) -> Iterator[str]:
    rows = trace(known, name, lang)
    yield f"{name}: {rows[0].printed}"
    yield rows[0].rule
    cells = [row for row in rows if row.file]
    yield _CELLS[len(cells) != 1].format(count=len(cells))[lang]
    yield from (_cell(row, lang) for row in cells)


def _cell(row: TraceRow, lang: Lang) -> str:
    place = " › ".join(part for part in (row.file, row.sheet, row.cell) if part)
    typed = " ".join(row.text.split())
    reason = _ADJUSTED.format(reason=row.adjustment)[lang] if row.adjustment else ""
    return f"   {place}: «{typed}»{reason}"


_CELLS = (Text("1 celle:", "1 cell:"), Text("{count} celler:", "{count} cells:"))
_ADJUSTED = Text(" (justert: {reason})", " (adjusted: {reason})")
_NO_NUMBER = Text(
    "Rapporten har ikke noe tall «{name}». Nærliggende navn: {near}",
    "The report has no number «{name}». Names that are near: {near}",
)
