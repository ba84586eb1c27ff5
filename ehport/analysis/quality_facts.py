"""Facts about data quality: how completely each actor answered, and how the answers read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.quality_results import ActorQuality
from ehport.lang.language import Text
from ehport.model.member import submitted
from ehport.model.portfolio import Portfolio

_RULES = {
    "projects": Text("Prosjekter i arbeidsboken", "Projects in the workbook"),
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
_SHARE = Text(
    "Andelen av spørsmålene som må besvares, som er besvart, i hele prosent",
    "The share of the questions that must be answered that are answered, in whole percentages",
)


def quality_facts(actors: Sequence[ActorQuality], portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the facts about data quality, per actor and in all; a question asked is told by the project's name."""
    projects = {
        each.actor_id: tuple(cell for project in each.projects for cell in submitted(each, project, "name"))
        for each in portfolio.submissions
    }
    for measure, rule in _RULES.items():
        cells = {each.actor: each.cells.get(measure, projects[each.actor]) for each in actors}
        for each in actors:
            name = f"{each.fact}.{measure}.count"
            yield Fact(name, getattr(each, measure), Unit.COUNT, rule, cells[each.actor])
        total = sum(getattr(each, measure) for each in actors)
        every = tuple(cell for each in cells.values() for cell in each)
        yield Fact(f"quality.{measure}.count", total, Unit.COUNT, rule, every)
    for each in actors:
        yield Fact(f"{each.fact}.share", each.share, Unit.PERCENT, _SHARE, each.cells.get("answered", ()))
