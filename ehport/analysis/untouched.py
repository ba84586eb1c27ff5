"""The projects that came back as their prefilled workbook was sent out: nobody changed or confirmed an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.quality_results import UntouchedActor
from ehport.lang.language import Text
from ehport.model.member import Member, Source, submitted
from ehport.model.portfolio import Portfolio
from ehport.model.standing import Standing, standing_of
from ehport.model.submission import Submission
from ehport.model.touched import touched

_PROJECTS = Text(
    "Aktive, nye og pausede prosjekter der ingen har endret eller bekreftet et svar siden arbeidsboken ble sendt ut",
    "Active, new and paused projects of which nobody changed or confirmed an answer since the workbook was sent out",
)
_ACTORS = Text(
    "Aktører som ikke har rørt noe prosjekt i arbeidsboken siden den ble sendt ut",
    "Actors who touched no project in their workbook since it was sent out",
)
_OF_ACTOR = Text(
    "Prosjekter hos {name} der ingen har endret eller bekreftet et svar siden arbeidsboken ble sendt ut",
    "Projects of {name} of which nobody changed or confirmed an answer since the workbook was sent out",
)


def untouched_actors(portfolio: Portfolio) -> tuple[UntouchedActor, ...]:
    """Return the actors with a counted project that nobody touched, in the order of their submissions."""
    return tuple(_actor(each, found) for each, found in _by_actor(portfolio))


def untouched_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield how many projects nobody touched, of each actor too, and how many actors touched nothing at all."""
    by_actor = _by_actor(portfolio)
    names = [source for _, found in by_actor for source in _names(found)]
    count = sum(len(found) for _, found in by_actor)
    yield Fact("untouched.projects.count", count, Unit.COUNT, _PROJECTS, tuple(names))
    whole = [each for each, _ in by_actor if _is_whole(each)]
    actors = tuple(source for each in whole for source in submitted(each, each.actor, "name"))
    yield Fact("untouched.actors.count", len(whole), Unit.COUNT, _ACTORS, actors)
    for each, found in by_actor:
        actor = _actor(each, found)
        yield Fact(actor.fact, len(found), Unit.COUNT, rule(_OF_ACTOR, name=actor.name), _names(found))


def _by_actor(portfolio: Portfolio) -> list[tuple[Submission, tuple[Member, ...]]]:
    return [(each, found) for each in portfolio.submissions if (found := _untouched(portfolio, each))]


def _actor(submission: Submission, found: tuple[Member, ...]) -> UntouchedActor:
    name = submission.actor.record.name or submission.actor_id
    return UntouchedActor(submission.actor_id, name, tuple(each.id for each in found), _is_whole(submission))


def _untouched(portfolio: Portfolio, submission: Submission) -> tuple[Member, ...]:
    """Return the counted projects of a submission of this round that nobody touched."""
    own = (each for each in portfolio.counted if each.submission is submission and not submission.stands_in)
    return tuple(each for each in own if each.entry and touched(each.entry).is_untouched)


def _is_whole(submission: Submission) -> bool:
    return standing_of(submission, is_there=True) is Standing.UNTOUCHED


def _names(members: tuple[Member, ...]) -> tuple[Source, ...]:
    return tuple(source for each in members for source in each.submitted(each.entry, "name"))
