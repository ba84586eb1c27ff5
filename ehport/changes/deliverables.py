"""Changes of deliverables: delivered, dropped, moved, added, taken out, renamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ehport.changes.answers import differ, difference, moved
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.changes.rows import ListPair, Row, column_changes, find_came_and_gone, find_changed
from ehport.form.field import Field, field_of
from ehport.form.kinds import Choice
from ehport.form.project import Deliverable
from ehport.form.vocabulary import DeliverableState
from ehport.model.deliverables import outcome
from ehport.model.member import Member
from ehport.model.pairing import Pair
from ehport.model.row_pairing import RowPair

_PLANNED, _STATE = "planned", "state"
_FINAL = {DeliverableState.DELIVERED: Event.DELIVERED, DeliverableState.DROPPED: Event.DROPPED}


def deliverable_changes(pair: Pair, asked: Sequence[Field]) -> Iterator[Change]:
    """Yield what became of a project's deliverables; one that is delivered or dropped has not moved as well."""
    declared = next((each for each in asked if each.name == "deliverables"), None)
    if declared is None:
        return
    listing = ListPair(pair, declared)
    rows = listing.paired()
    yield from find_came_and_gone(listing, rows)
    for same in find_changed(rows):
        yield from column_changes(listing, same, but=frozenset({_PLANNED, _STATE}))
        yield from _progress(listing, same)


def _progress(listing: ListPair, same: RowPair[Row]) -> Iterator[Change]:
    before, now = outcome(same.before), outcome(same.now)
    planned = [_side(listing, same, column=_PLANNED, of_now=of_now) for of_now in (False, True)]
    has_moved = differ(*planned)
    if before is not now and (now in _FINAL or before in _FINAL):
        said = _states(listing, same)
        yield _told(listing, same, _FINAL.get(now, Event.REOPENED), before=said[0], now=said[1])
    elif has_moved:
        yield _told(listing, same, moved(*planned), before=planned[0], now=planned[1])
    elif before is not now:
        said = _states(listing, same)
        yield _told(listing, same, Event.CHANGED, before=said[0], now=said[1])


def _states(listing: ListPair, same: RowPair[Row]) -> tuple[Side, Side]:
    """Return the state of a deliverable in both rounds, with the cells and the texts that say it."""
    kind = Choice(DeliverableState)
    found = []
    for of_now in (False, True):
        row = same.now if of_now else same.before
        column = _STATE if row.record.state is not None else _PLANNED
        said = _side(listing, same, column=column, of_now=of_now)
        typed = ", ".join(filter(None, (row.text(_PLANNED), row.text(_STATE))))
        found.append(replace(said, typed=typed, value=outcome(row), kind=kind))
    return found[0], found[1]


def _side(listing: ListPair, same: RowPair[Row], *, column: str, of_now: bool) -> Side:
    member: Member = listing.pair.now if of_now else listing.pair.before
    return listing.side(member, same.now if of_now else same.before, field_of(Deliverable, column))


def _told(listing: ListPair, same: RowPair[Row], event: Event, *, before: Side, now: Side) -> Change:
    is_state = isinstance(now.kind, Choice)
    column = field_of(Deliverable, _STATE if is_state else _PLANNED)
    return listing.change(
        ChangeKind.SCOPE,
        event,
        same.now,
        field=f"{listing.field.name}.{column.name}",
        before=before,
        now=now,
        difference=None if is_state else difference(before, now),
        alike=same.alike,
    )
