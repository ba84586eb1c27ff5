"""Slips: how many times an end, a deliverable or a cost has moved over all known rounds, and how far altogether."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ehport.form.field import field_of
from ehport.form.planned import PlannedTime
from ehport.form.project import Project
from ehport.form.vocabulary import DeliverableState
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.histories import History, Said, deliverable_histories, difference, history_of, rounds_of
from ehport.model.member import Member, Source
from ehport.model.memory import Memory
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember

ENDS, PHASE_ENDS, DELIVERABLES, TOTAL_COST = "ends", "phase_ends", "deliverables", "total_cost"
SLIPPING = (ENDS, TOTAL_COST, PHASE_ENDS, DELIVERABLES)
_BASELINES = {ENDS: "first_ends", TOTAL_COST: "first_total_cost"}
Value = PlannedTime | int


@dataclass(frozen=True, slots=True)
class Slip:
    """A time that moved to later, or a cost that grew, in the rounds that are known.

    ``total`` is in months for times and in thousand kroner for costs, since the round that first gave a value;
    ``from_baseline`` the same since what was planned first of all, where the actor says so. ``is_now`` tells that it
    slipped since the earlier of the rounds compared.
    """

    project: str
    name: str
    field: str
    row: str
    times: int
    total: int
    history: tuple[Said, ...]
    is_now: bool
    baseline: Any = None
    from_baseline: int | None = None

    @property
    def first(self) -> Said:
        """What the first round said that gave a value."""
        return self.history[0]

    @property
    def last(self) -> Said:
        """What this round says."""
        return self.history[-1]

    @property
    def moved(self) -> tuple[Source, ...]:
        """The cells of the last two rounds that said something: what it moved from and to."""
        return tuple(cell for each in self.history[-2:] for cell in each.sources)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of every round that said something."""
        return tuple(cell for each in self.history for cell in each.sources)

    @property
    def is_money(self) -> bool:
        """Tell whether it is a cost and not a time."""
        return self.field == TOTAL_COST

    @property
    def label(self) -> Text:
        """The name of what slipped."""
        return field_of(Project, self.field).label


def slips(before: Portfolio, now: Portfolio) -> tuple[Slip, ...]:
    """Return what slipped for the projects of the portfolio, the most times first, then the furthest."""
    memories = _rounds_until(before, now)
    found = [slip for member in now.counted for slip in _of_project(member, memories, before=before)]
    return tuple(sorted(found, key=_rank))


def _rounds_until(before: Portfolio, now: Portfolio) -> tuple[Memory, ...]:
    """Return all rounds that are known up to a round, that itself and the one it is compared with among them."""
    found = {each.round_id: each for each in now.memories if each.round_id < now.round.id}
    if before.round.id not in found and before.round.id < now.round.id:
        found[before.round.id] = remember(before)
    return (*sorted(found.values(), key=lambda each: each.round_id), remember(now, is_now=True))


def _of_project(member: Member, memories: Sequence[Memory], *, before: Portfolio) -> Iterator[Slip]:
    rounds = rounds_of((member.id, *aliases(member.register.record.aliases)), memories)
    told = _Told(member, before.round.id)
    for name in (ENDS, TOTAL_COST, PHASE_ENDS):
        yield from told.slip(name, history_of(name, rounds))
    for place, (deliverable, history) in enumerate(deliverable_histories(rounds)):
        if deliverable.state is not DeliverableState.DROPPED:
            yield from told.slip(DELIVERABLES, history, place=place)


@dataclass(frozen=True, slots=True)
class _Told:
    """A project in this round, and the round it is compared with."""

    member: Member
    before: str

    def slip(self, field: str, history: History, *, place: int = 0) -> Iterator[Slip]:
        """Yield the slip of one thing over the rounds, when it slipped or is later than its baseline."""
        if not history.said:
            return
        baseline = self.member.known(_BASELINES[field]).value if field in _BASELINES else None
        found = Slip(
            project=self.member.id,
            name=self.member.name,
            field=field,
            row="",
            times=history.times,
            total=history.total,
            history=history.said,
            is_now=history.has_slipped_since(self.before),
            baseline=baseline,
            from_baseline=difference(baseline, self.member.known(field).value) if field in _BASELINES else None,
        )
        if found.times or (found.from_baseline or 0) > 0:
            yield self._located(found, place) if field == DELIVERABLES else found

    def _located(self, found: Slip, place: int) -> Slip:
        rows = self.member.entry.rows[DELIVERABLES] if self.member.entry else ()
        row = rows[place]
        name = " ".join(f"{row.text('code')} {row.text('name')}".split())
        return replace(found, row=name)


def _rank(slip: Slip) -> tuple[object, ...]:
    return SLIPPING.index(slip.field), not slip.is_now, -slip.times, -slip.total, sorting.key(slip.project)
