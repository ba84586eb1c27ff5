"""Rules about projects that came, went, or changed their number since the last round."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.model.member import EXITS, Member
from ehport.model.pairing import Pairing
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.round import REGISTER
from ehport.rules.former import Last


def numbers_stay(portfolio: Portfolio, pairing: Pairing) -> Iterator[Diagnostic]:
    """A project keeps its number; one that was given a new one has the old among its earlier numbers."""
    for each in pairing.namesakes:
        facts = {"name": each.now.name, "id": each.now.id, "was": each.before.id, "then": _last(portfolio).then}
        yield Diagnostic(Code.NUMBER_CHANGED, _in_register(each.now), facts)


def projects_that_went_are_accounted_for(portfolio: Portfolio, pairing: Pairing) -> Iterator[Diagnostic]:
    """A project that was reported in the last round is in the register, or the register says what became of it."""
    accounted_for = _accounted_for(portfolio, pairing)
    for member in pairing.gone:
        if member.id not in accounted_for and (member.entry or member.is_counted):
            facts = {"name": member.name, "id": member.id, "then": _last(portfolio).then}
            at = Location(REGISTER, member.register.sheet, project=member.id, project_name=member.name, field="state")
            yield Diagnostic(Code.PROJECT_VANISHED, at, facts)


def projects_that_came_are_told(portfolio: Portfolio, pairing: Pairing) -> Iterator[Diagnostic]:
    """A project that the last round did not have, or only as a candidate, is told to the office."""
    known = {each.now.id for each in pairing.namesakes} | {part.id for each in pairing.split for part in each.parts}
    known |= {each.into.id for each in pairing.merged} | {each.of.id for each in pairing.spun_off}
    begun = (each.now for each in pairing.pairs if each.now.is_counted and not each.before.is_counted)
    for member in (*pairing.added, *begun):
        if member.id not in known and member.state not in EXITS:
            facts = {"name": member.name, "id": member.id, "since": _last(portfolio).since, "state": member.state.label}
            yield Diagnostic(Code.PROJECT_NEW, _in_register(member), facts)


def projects_that_changed_actor_are_told(portfolio: Portfolio, pairing: Pairing) -> Iterator[Diagnostic]:
    """A project that another actor reported in the last round is told to the office."""
    names = {actor.id: actor.name for actor in portfolio.round.actors}
    for each in pairing.pairs:
        before, now = each.before.submission, each.now.submission
        if before and now and each.now.entry and before.actor_id != now.actor_id:
            entry = each.now.entry
            at = Location(now.file.name, entry.sheet, entry.address("id"), each.now.id, each.now.name, "id")
            facts = {"id": each.now.id, "name": each.now.name, "then": _last(portfolio).then}
            actors = {"was": before.actor_id, "actor": now.actor_id}
            yield Diagnostic(Code.ACTOR_CHANGED, at, facts | {key: names.get(id_, id_) for key, id_ in actors.items()})


def numbers_are_not_used_again(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """A number on the sheet of former projects belongs to no project of the round."""
    for entry in portfolio.register.rows.get("former_projects", ()):
        member = portfolio.member(entry.record.id or "")
        if member is not None:
            at = Location(REGISTER, entry.sheet, entry.address("id"), project=member.id, project_name=member.name)
            facts = {"name": member.name, "id": member.id, "was": entry.record.name, "round": entry.record.last_round}
            yield Diagnostic(Code.NUMBER_TAKEN, at, facts, found=entry.text("id"))


def _accounted_for(portfolio: Portfolio, pairing: Pairing) -> frozenset[str]:
    """Return the numbers of projects that ended, live on in others, or are told elsewhere."""
    ended = (each.id for each in pairing.gone if each.state in EXITS)
    joined = (part.id for each in pairing.merged for part in each.parts)
    split = (each.of.id for each in pairing.split)
    renumbered = (each.before.id for each in pairing.namesakes)
    reported = (entry.record.id or "" for _, entry in portfolio.unmatched)
    listed = portfolio.former.items()
    former = (name for number, each in listed for name in (number, *aliases(each.record.aliases)))
    return frozenset((*ended, *joined, *split, *renumbered, *reported, *former))


def _in_register(member: Member) -> Location:
    listed = member.register
    return Location(
        REGISTER, listed.sheet, listed.address("id"), project=member.id, project_name=member.name, field="id"
    )


def _last(portfolio: Portfolio) -> Last:
    return Last(portfolio.previous.round.id if portfolio.previous else "")
