"""Waiting: who waits for whom, among the projects of the register and the parties that several projects name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ehport.analysis.awaited import Awaited, Need, Wait, WaitingMap
from ehport.analysis.basis import Basis
from ehport.analysis.dependencies import is_overdue, needs_of, troubles
from ehport.analysis.dependency_results import Trouble
from ehport.analysis.parties import Parties, parties_of
from ehport.form.project import Dependency
from ehport.form.vocabulary import Rating, State
from ehport.lang import sorting
from ehport.model.member import Member
from ehport.model.mentions import Names, names_of
from ehport.model.submission import Entry

_OVER = frozenset({State.DELIVERED, State.CLOSED, State.DROPPED, State.NOT_APPLICABLE})
_FEWEST = 2  # projects that name a party before it is one of the map
_MOST_PARTIES, _MOST_AWAITED, _MOST_WAITING, _MOST_WAITS = 12, 24, 48, 90  # what can be read on one page

Target = tuple[str, str]
Row = tuple[Member, Entry[Dependency]]


def waiting_map(basis: Basis) -> WaitingMap:
    """Return who waits for whom; what is delivered, closed or dropped nobody waits for."""
    rows = tuple(_rows(basis))
    parties = parties_of(basis.portfolio, _present(basis), (entry.record.on or "" for _, entry in rows))
    needs, found = needs_of(basis.portfolio), dict[Target, dict[str, list[Need]]]()
    every = [_need(basis, member, entry=entry) for member, entry in rows]
    for need, (member, entry) in zip(every, rows, strict=True):
        targets = [(each, "") for each in needs(member, entry)]
        targets += [("", each) for each in parties.named_in(entry.record.on or "")]
        for target in targets:
            found.setdefault(target, {}).setdefault(member.id, []).append(need)
    kept = {target: waits for target, waits in found.items() if target[0] or len(waits) >= _FEWEST}
    shared = {need.sources for waits in kept.values() for needs in waits.values() for need in needs}
    made = (_awaited(basis, target, waits, parties=parties) for target, waits in kept.items())
    return chosen(made, tuple(need for need in every if need.sources not in shared))


def _present(basis: Basis) -> Names:
    """Return the names of the register's projects; one that has left is a party like any other."""
    names = names_of(basis.portfolio)
    return replace(names, ids={name: each for name, each in names.ids.items() if each in basis.everyone})


def _rows(basis: Basis) -> Iterator[Row]:
    for member in basis.portfolio.counted:
        for entry in member.entry.rows.get("dependencies", ()) if member.entry else ():
            if entry.record.due is None or entry.record.due.state not in _OVER:
                yield member, entry


def _need(basis: Basis, member: Member, *, entry: Entry[Dependency]) -> Need:
    record = entry.record
    return Need(
        project=member.id,
        on=entry.text("on"),
        what=entry.text("what"),
        criticality=record.criticality,
        due=record.due,
        due_text=entry.text("due"),
        status=record.status,
        is_red=record.status is Rating.RED,
        is_overdue=is_overdue(basis, record.due),
        sources=member.submitted(entry, "on") or member.submitted(entry, "project") or member.submitted(entry, "what"),
    )


def _awaited(basis: Basis, target: Target, waits: dict[str, list[Need]], *, parties: Parties) -> Awaited:
    project, party = target
    is_red = bool(project) and Trouble.RED in troubles(basis.everyone[project])
    listed = tuple(
        Wait(each, tuple(replace(need, is_red=is_red or need.is_red) for need in needs))
        for each, needs in waits.items()
    )
    return Awaited(basis.everyone[project].name if project else parties.name(party), project, listed)


def chosen(found: Iterable[Awaited], alone: tuple[Need, ...] = ()) -> WaitingMap:
    """Return the map: what there is room for, that with most waits first, and what is left out."""
    ordered = sorted(found, key=_rank)
    shown: list[Awaited] = []
    for each in ordered:
        if _fits([*shown, each]):
            shown.append(each)
    return WaitingMap(tuple(shown), tuple(each for each in ordered if each not in shown), alone)


def _rank(each: Awaited) -> tuple[object, ...]:
    return -len(each.waits), -each.troubled, not each.project, sorting.key(each.name)


def _fits(shown: Sequence[Awaited]) -> bool:
    waits = [wait for each in shown for wait in each.waits]
    return (
        len(shown) <= _MOST_AWAITED
        and sum(not each.project for each in shown) <= _MOST_PARTIES
        and len(waits) <= _MOST_WAITS
        and len({each.project for each in waits}) <= _MOST_WAITING
    )
