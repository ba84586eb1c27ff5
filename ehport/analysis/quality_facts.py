"""Facts about data quality: how completely each actor answered, and how the answers read."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.results import ActorQuality, Summary
from ehport.lang.language import Text
from ehport.model.member import Source
from ehport.model.portfolio import Portfolio

_RULES = {
    "required": Text(
        "Spørsmål som må besvares, ganget med antall prosjekter i arbeidsboken",
        "Questions that must be answered, times the projects in the workbook",
    ),
    "answered": Text(
        "Spørsmål som må besvares, og som har et svar som kan leses, eller der det står at det ikke er avklart",
        "Questions that must be answered and have an answer that can be read, or that say it is undecided",
    ),
    "reserved": Text("Verdier som er lest med forbehold", "Values read with a reservation"),
    "unread": Text("Svar som ikke kan leses som en verdi", "Answers that cannot be read as a value"),
}


def quality_facts(found: Summary, portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the facts about data quality, per actor and in all; their source is the workbook as a whole."""
    files = {each.actor_id: Source(each.file.name, "", "", "") for each in portfolio.submissions}
    for each in found.quality:
        for measure, rule in _RULES.items():
            name = f"quality.{each.actor}.{measure}.count"
            yield Fact(name, getattr(each, measure), Unit.COUNT, rule, (files[each.actor],))
    for measure, rule in _RULES.items():
        total = _total(found.quality, measure)
        yield Fact(f"quality.{measure}.count", total, Unit.COUNT, rule, tuple(files.values()))


def _total(quality: tuple[ActorQuality, ...], measure: str) -> int:
    return sum(getattr(each, measure) for each in quality)
