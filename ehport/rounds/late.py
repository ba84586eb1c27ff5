"""Last round's submissions, taken for actors who are late: what they say now, until their own comes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.kinds import Amount
from ehport.form.project import Project
from ehport.model.member import Adjusted, Member
from ehport.model.moved_money import EARLIER, LATER, moved_row
from ehport.model.periods import years_later
from ehport.model.portfolio import PERIODS, Portfolio, collect
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.standing import standing_of
from ehport.model.submission import Entry, Submission

Told = tuple[Diagnostic, ...]
_BY_PERIOD = ("financing", "financing_total")


def with_late(portfolio: Portfolio, told: Told) -> tuple[Portfolio, Told]:
    """Return a portfolio with last round's submissions of its round's late actors, and what there is to say of it.

    The office's adjustments of those submissions hold too, except where this round's register has one. An actor who
    has returned after all is taken at its word, and one that said nothing last round either stays missing; both are
    told.
    """
    if not portfolio.round.late:
        return portfolio, told
    late = [each for each in portfolio.round.actors if each.id in portfolio.round.late]
    returned = [each for each in late if _has_returned(each.id, portfolio.submissions)]
    before = {each.id: _sent(each.id, portfolio.previous) for each in late if each not in returned}
    taken = {name: _a_round_on(sent, portfolio) for name, sent in before.items() if sent}
    files = {each.id: portfolio.round.workbook(each).name for each in late}
    passed_over = {files[name] for name in taken}
    found = [each for each in told if each.at.file not in passed_over]
    found += [_diagnostic(Code.LATE_BUT_RETURNED, each, portfolio.round) for each in returned]
    nothing = [each for each in late if each.id in before and each.id not in taken]
    found += [_diagnostic(Code.LATE_WITHOUT_ANSWERS, each, portfolio.round) for each in nothing]
    return _joined(portfolio, taken) if taken else portfolio, tuple(found)


def _has_returned(actor_id: str, submissions: Iterable[Submission]) -> bool:
    sent = next((each for each in submissions if each.actor_id == actor_id), None)
    return standing_of(sent, is_there=False).is_returned


def _sent(actor_id: str, previous: Portfolio | None) -> Submission | None:
    return next((each for each in previous.submissions if each.actor_id == actor_id), None) if previous else None


def _diagnostic(code: Code, actor: AskedActor, round_: Round) -> Diagnostic:
    facts = {"actor": actor.name, "id": actor.id, "round": round_.previous or "–"}
    return Diagnostic(code, Location(FILE), facts, found=actor.id)


def _joined(portfolio: Portfolio, taken: Mapping[str, Submission]) -> Portfolio:
    """Return a portfolio with submissions in the place of those of the same actors."""
    round_, previous = portfolio.round, portfolio.previous
    assert previous is not None  # it is what was taken from
    own = (each for each in portfolio.submissions if each.actor_id not in taken)
    joined, _ = collect(round_, portfolio.register, _in_order((*own, *taken.values()), round_))
    members = tuple(_adjusted(each, previous, round_) for each in joined.members)
    return replace(joined, members=members, previous=previous, memories=portfolio.memories)


def _a_round_on(sent: Submission, portfolio: Portfolio) -> Submission:
    """Return what an actor sent last time, its money under this round's periods."""
    years = portfolio.round.budget_year - (portfolio.previous or portfolio).round.budget_year
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
    """Return a row with its amounts under this round's periods; one that cannot be divided has a mark."""
    texts = moved_row({name: cell.text for name, cell in row.cells.items()}, years)
    cells = years_later(row.cells, years)
    read = {name: Amount().parse(texts.get(name, "")) for name in PERIODS}
    for name, before in ((EARLIER, PERIODS[: years + 1]), (LATER, (LATER,))):
        first = next((row.cells[each] for each in before if each in row.cells), None)
        if name in texts and first:
            cells[name] = replace(first, text=texts[name], flags=read[name].flags)
    record = replace(row.record, **{name: found.value for name, found in read.items()})
    return replace(row, record=record, cells=cells, places=years_later(row.places, years))


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
