"""A printed number followed back: its rule in words, and the cells it was computed from."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ehport.analysis.fact import Fact
from ehport.analysis.trace import told
from ehport.building.options import BuildOptions
from ehport.building.outputs import prepare, render
from ehport.figures.svg import cache_drawings
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.report.parts import collect_printed_numbers
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import cache_of, rounds_cache
from ehport.system.errors import UsageError
from ehport.system.progress import Progress


def trace(round_: Round, name: str, lang: Lang) -> str:
    """Return what is behind a number of a round, as text.

    Raises `UsageError` with names that are near when there is no such number.
    """
    options, progress = BuildOptions(lang=lang), Progress()
    prepared = prepare(read_round(round_, cache=rounds_cache(round_.folder)).needing_register(), options, progress)
    known = prepared.report.facts
    if name not in known:
        near = ", ".join(get_close_matches(name, known, n=5, cutoff=0.5)) or "–"
        raise UsageError(_NO_NUMBER.format(name=name, near=near))
    with cache_drawings(cache_of(round_.folder)):  # the forms need no drawing made anew
        printed = collect_printed_numbers(*render(prepared, options, progress)).get(name, ())
    return "\n".join(_lines(known[name], printed, lang))


def _lines(fact: Fact, printed: tuple[str, ...], lang: Lang) -> Iterator[str]:
    yield f"{fact.name}: {fact.measured(lang)}"
    yield fact.rule[lang]
    yield _PRINTED.format(forms="; ".join(printed))[lang] if printed else _NOT_PRINTED[lang]
    count = len(fact.sources)
    yield _CELLS[min(count, len(_CELLS) - 1)].format(count=count)[lang]
    yield from (f"   {told(each, lang)}" for each in fact.sources)


_PRINTED = Text("Trykt i rapporten som: {forms}", "Printed in the report as: {forms}")
_NOT_PRINTED = Text("Ikke trykt i rapporten", "Not printed in the report")
_CELLS = (Text("Ingen celler.", "No cells."), Text("1 celle:", "1 cell:"), Text("{count} celler:", "{count} cells:"))
_NO_NUMBER = Text(
    "Rapporten har ikke noe tall «{name}». Nærliggende navn: {near}",
    "The report has no number «{name}». Names that are near: {near}",
)
