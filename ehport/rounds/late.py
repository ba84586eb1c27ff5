"""Last round's submissions, taken for actors who are late: what they say now, until their own comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.member import Adjusted, Member
from ehport.model.periods import years_later
from ehport.model.portfolio import PERIODS, Portfolio, collect
from ehport.model.round import AskedActor, Round
from ehport.model.standing import standing_of
from ehport.model.submission import Entry, Submission
from ehport.rounds.named import actor_named
from ehport.system.errors import UsageError

Told = tuple[Diagnostic, ...]
_BY_PERIOD = ("financing", "financing_total")


def with_late(portfolio: Portfolio, told: Told, late: Sequence[str]) -> tuple[Portfolio, Told]:
    """Return a portfolio with last round's submissions of late actors, and what was told without their files.

    The office's adjustments of those submissions hold too, except where this round's register has one. Raises
    `UsageError` when an actor is not asked or has returned, or when there is nothing of last round to take.
    """
    if not late:
        return portfolio, told
    actors = tuple(_late_actor(each, portfolio) for each in dict.fromkeys(late))
    previous = _previous(portfolio)
    taken = {actor.id: _taken(actor, previous, portfolio.round) for actor in actors}
    own = (each for each in portfolio.submissions if each.actor_id not in taken)
    submissions = _in_order((*own, *taken.values()), portfolio.round)
    joined, _ = collect(portfolio.round, portfolio.register, submissions)
    files = {portfolio.round.workbook(actor).name for actor in actors}
    members = tuple(_adjusted(each, previous, portfolio.round) for each in joined.members)
    kept = replace(joined, members=members, previous=portfolio.previous, memories=portfolio.memories)
    return kept, tuple(each for each in told if each.at.file not in files)


def _late_actor(name: str, portfolio: Portfolio) -> AskedActor:
    """Return the actor who is late, by its id or name."""
    round_ = portfolio.round
    actor = actor_named(round_, name)
    sent = next((each for each in portfolio.submissions if each.actor_id == actor.id), None)
    if standing_of(sent, is_there=False).is_returned:
        raise UsageError(_HAS_RETURNED.format(actor=actor.name, file=sent.file.name if sent else "", name=actor.id))
    return actor


def _previous(portfolio: Portfolio) -> Portfolio:
    if portfolio.previous is None:
        raise UsageError(_NO_PREVIOUS.format(round=portfolio.round.id, previous=portfolio.round.previous or "–"))
    return portfolio.previous


def _taken(actor: AskedActor, previous: Portfolio, round_: Round) -> Submission:
    """Return what an actor sent last time, its money under this round's periods."""
    sent = next((each for each in previous.submissions if each.actor_id == actor.id), None)
    if sent is None:
        raise UsageError(_NOT_THEN_EITHER.format(actor=actor.name, round=previous.round.id))
    years = round_.budget_year - previous.round.budget_year
    projects = tuple(_a_year_on(each.not_prefilled(), years) for each in sent.projects)
    return replace(sent, projects=projects, stands_in=True)


def _in_order(submissions: Iterable[Submission], round_: Round) -> tuple[Submission, ...]:
    order = {actor.id: place for place, actor in enumerate(round_.actors)}
    return tuple(sorted(submissions, key=lambda each: order.get(each.actor_id, len(order))))


def _a_year_on(entry: Entry[Project], years: int) -> Entry[Project]:
    if years == 0:
        return entry
    moved = {name: tuple(_moved(row, years) for row in entry.rows.get(name, ())) for name in _BY_PERIOD}
    sources = tuple(row.record for row in moved["financing"])
    total = moved["financing_total"][0].record if moved["financing_total"] else None
    record = replace(entry.record, financing=sources, financing_total=total)
    return replace(entry, record=record, rows={**entry.rows, **moved})


def _moved(row: Entry[Any], years: int) -> Entry[Any]:
    amounts = years_later({period: getattr(row.record, period) for period in PERIODS}, years)
    record = replace(row.record, **{period: amounts.get(period) for period in PERIODS})
    return replace(row, record=record, cells=years_later(row.cells, years), places=years_later(row.places, years))


def _adjusted(member: Member, previous: Portfolio, round_: Round) -> Member:
    """Return a project with the adjustments that its submission had last round, below this round's own."""
    before = previous.member(member.id) if member.is_late else None
    if before is None:
        return member
    years = round_.budget_year - previous.round.budget_year
    kept = years_later(before.adjustments, years)
    named = {name: _from_register_of(each, previous.round) for name, each in kept.items()}
    return replace(member, adjustments={**named, **member.adjustments})


def _from_register_of(adjusted: Adjusted, round_: Round) -> Adjusted:
    return replace(adjusted, source=replace(adjusted.source, file=f"{round_.id}/{adjusted.source.file}"))


_HAS_RETURNED = Text(
    "{actor} har levert {file} i denne runden. Ta bort --late {name}.",
    "{actor} has returned {file} in this round. Take away --late {name}.",
)
_NO_PREVIOUS = Text(
    "Runde {round} har ingen forrige runde å ta innmeldinger fra. I round.toml er «previous» {previous}, og den runden "
    "har ingen mappe.",
    "Round {round} has no previous round to take submissions from. In round.toml «previous» is {previous}, and that "
    "round has no folder.",
)
_NOT_THEN_EITHER = Text(
    "{actor} leverte ikke i runde {round} heller, så det er ingen innmelding å ta. Bygg et utkast med --draft.",
    "{actor} did not return in round {round} either, so there is no submission to take. Build a draft with --draft.",
)
