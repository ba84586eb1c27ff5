"""The timeline: when projects end and when deliverables come, by quarter or by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from ehport.analysis.basis import Basis
from ehport.analysis.time_results import Deliverables, DeliverableSlot, Ends, PlannedDeliverable, Slot
from ehport.form.planned import PlannedTime
from ehport.form.project import Deliverable
from ehport.model.deliverables import is_delivered, is_dropped
from ehport.model.histories import deliverable_histories, rounds_of
from ehport.model.member import Member, Source
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember
from ehport.model.submission import Entry

T = TypeVar("T")
Place = tuple[int, int | None]


def place(time: PlannedTime | None) -> Place | None:
    """Return the year and quarter a time lies in; a longer time has the year of its last day."""
    first, last = (time.earliest(), time.latest()) if time else (None, None)
    if first is None or last is None:
        return None
    quarter = (last.month + 2) // 3
    return last.year, quarter if (first.year, (first.month + 2) // 3) == (last.year, quarter) else None


def ends(basis: Basis) -> Ends:
    """Return when the counted projects end."""
    quarters, years, unknown = _placed(basis.listed(basis.counted), lambda each: each.ends)
    return Ends(
        tuple(Slot(year, quarter, found) for (year, quarter), found in quarters),
        tuple(Slot(year, None, found) for (year, _), found in years),
        unknown,
    )


def deliverables(basis: Basis) -> Deliverables:
    """Return the deliverables of the counted projects; those that are dropped are left out."""
    first = _first_planned(basis.portfolio)
    listed = [found for each in basis.portfolio.counted for found in _deliverables(basis, each)]
    listed = [replace(each, first=first.get(each.sources)) for each in listed]
    quarters, years, undated = _placed(listed, lambda each: each.planned)
    return Deliverables(
        tuple(DeliverableSlot(year, quarter, found) for (year, quarter), found in quarters),
        tuple(DeliverableSlot(year, None, found) for (year, _), found in years),
        undated,
    )


def _first_planned(portfolio: Portfolio) -> dict[tuple[Source, ...], PlannedTime]:
    """Return when deliverables that are later now were first planned, by the cells of their times."""
    if not portfolio.memories:
        return {}
    memories = (*portfolio.memories, remember(portfolio))
    found = {}
    for member in portfolio.counted:
        rounds = rounds_of((member.id, *aliases(member.register.record.aliases)), memories)
        rows = member.entry.filled_in().rows.get("deliverables", ()) if member.entry else ()
        for row, (_, history) in zip(rows, deliverable_histories(rounds), strict=True):
            first = history.said[0].value if history.times and history.total > 0 else None
            if isinstance(first, PlannedTime):
                found[member.submitted(row, "planned")] = first
    return found


def _placed(
    found: Iterable[T], time: Callable[[T], PlannedTime | None]
) -> tuple[list[tuple[Place, tuple[T, ...]]], list[tuple[Place, tuple[T, ...]]], tuple[T, ...]]:
    """Return what has a time, by quarter and by year alone, and what has none."""
    slots: dict[Place | None, list[T]] = {}
    for each in found:
        slots.setdefault(place(time(each)), []).append(each)
    unknown = tuple(slots.pop(None, ()))
    dated = {where: tuple(each) for where, each in slots.items() if where is not None}
    quarters = sorted((item for item in dated.items() if item[0][1]), key=lambda item: item[0])
    years = sorted((item for item in dated.items() if not item[0][1]), key=lambda item: item[0][0])
    return quarters, years, unknown


def _deliverables(basis: Basis, member: Member) -> list[PlannedDeliverable]:
    listed = member.entry.rows.get("deliverables", ()) if member.entry else ()
    return [_deliverable(basis, member, entry=each) for each in listed if not is_dropped(each.record)]


def _deliverable(basis: Basis, member: Member, *, entry: Entry[Deliverable]) -> PlannedDeliverable:
    record = entry.record
    last = record.planned.latest() if record.planned else None
    delivered = is_delivered(record)
    return PlannedDeliverable(
        project=basis.everyone[member.id],
        code=record.code or "",
        name=record.name or entry.text("name"),
        planned=record.planned,
        planned_text=entry.text("planned"),
        delivered=delivered,
        overdue=not delivered and last is not None and last < basis.portfolio.round.cutoff,
        sources=member.submitted(entry, "planned") or member.submitted(entry, "name"),
    )
