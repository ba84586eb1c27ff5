"""The actors who are late, and the projects that are known by what they handed in last round."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.origins import from_round
from ehport.analysis.quality_results import LateActor
from ehport.lang.language import Text
from ehport.model.member import submitted
from ehport.model.portfolio import Portfolio

_ASKED = Text("Aktører som er spurt i runden", "Actors who are asked in the round")
_LATE = Text(
    "Aktører som ikke har levert, og som rapporten bruker forrige rundes innmelding fra",
    "Actors who have not returned, and whose submissions of last round the report uses",
)
_PROJECTS = Text(
    "Aktive, nye og pausede prosjekter som er kjent fra forrige rundes innmelding, fordi aktøren ikke har levert",
    "Active, new and paused projects known by last round's submission, because the actor has not returned",
)


def late_actors(portfolio: Portfolio) -> tuple[LateActor, ...]:
    """Return the actors whose submission of last round is used, each with its projects in the register."""
    found = []
    for each in portfolio.submissions:
        if each.stands_in:
            ids = tuple(member.id for member in portfolio.members if member.submission is each)
            found.append(LateActor(each.actor_id, each.actor.record.name or each.actor_id, ids))
    return tuple(found)


def late_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield how many actors are late, of how many who are asked, and how many projects it concerns."""
    asked = portfolio.round.actors
    yield Fact("round.actors.count", len(asked), Unit.COUNT, _ASKED, from_round("actors", len(asked)))
    late = [each for each in portfolio.submissions if each.stands_in]
    names = tuple(cell for each in late for cell in submitted(each, each.actor, "name"))
    yield Fact("late.count", len(late), Unit.COUNT, _LATE, names)
    projects = [each for each in portfolio.counted if each.is_late]
    cells = tuple(cell for each in projects for cell in each.submitted(each.entry, "name"))
    yield Fact("late.projects.count", len(projects), Unit.COUNT, _PROJECTS, cells)
