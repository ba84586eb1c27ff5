"""Slips: how many times an end, a deliverable or a cost has moved over all known rounds, and how far altogether."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ehport.form.field import field_of
from ehport.form.planned import PlannedTime
from ehport.form.project import Project
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.deliverables import is_dropped
from ehport.model.member import Member, Source
from ehport.model.memory import Memory, Remembered, RememberedDeliverable
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember
from ehport.model.row_pairing import pair_rows
from ehport.model.slips import is_later, months_between

ENDS, PHASE_ENDS, DELIVERABLES, TOTAL_COST = "ends", "phase_ends", "deliverables", "total_cost"
SLIPPING = (ENDS, TOTAL_COST, PHASE_ENDS, DELIVERABLES)
_BASELINES = {ENDS: "first_ends", TOTAL_COST: "first_total_cost"}
Value = PlannedTime | int


@dataclass(frozen=True, slots=True)
class Known:
    """What a round said about one thing."""

    round_id: str
    value: Any


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
    history: tuple[Known, ...]
    is_now: bool
    baseline: Any = None
    from_baseline: int | None = None
    sources: tuple[Source, ...] = ()

    @property
    def first(self) -> Known:
        """What the first round said that gave a value."""
        return self.history[0]

    @property
    def last(self) -> Known:
        """What this round says."""
        return self.history[-1]

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
    memories = rounds_until(before, now)
    last = {each.id: each for each in memories[-1].projects}
    found = [
        slip
        for member in now.counted
        for slip in _of_project(member, last[member.id], memories=memories, before=before)
    ]
    return tuple(sorted(found, key=_rank))


def rounds_until(before: Portfolio, now: Portfolio) -> tuple[Memory, ...]:
    """Return all rounds that are known up to a round, that itself and the one it is compared with among them."""
    own = {now.round.id: remember(now)}
    found = {each.round_id: each for each in now.memories if each.round_id < now.round.id}
    if before.round.id not in found and before.round.id < now.round.id:
        found[before.round.id] = remember(before)
    return tuple(sorted(found.values(), key=lambda each: each.round_id)) + tuple(own.values())


def _of_project(member: Member, last: Remembered, *, memories: Sequence[Memory], before: Portfolio) -> Iterator[Slip]:
    ids = (member.id, *aliases(member.register.record.aliases))
    rounds = [
        (memory.round_id, project)
        for memory in memories[:-1]
        if (project := next(filter(None, map(memory.project, ids)), None))
    ]
    rounds.append((memories[-1].round_id, last))
    told = _Told(member, before.round.id)
    for name in (ENDS, TOTAL_COST):
        yield from told.slip(name, [Known(each, getattr(project, name)) for each, project in rounds])
    of_phase = [Known(each, project.phase_ends) for each, project in rounds if project.phase is last.phase]
    yield from told.slip(PHASE_ENDS, of_phase)
    for place, chain in enumerate(_chains(rounds)):
        planned = [Known(each, known.planned) for each, known in chain]
        if not is_dropped(chain[-1][1]):
            yield from told.slip(DELIVERABLES, planned, place=place)


@dataclass(frozen=True, slots=True)
class _Told:
    """A project in this round, and the round it is compared with."""

    member: Member
    before: str

    def slip(self, field: str, said: Iterable[Known], *, place: int = 0) -> Iterator[Slip]:
        """Yield the slip of one thing over the rounds, when it slipped or is later than its baseline."""
        history = tuple(each for each in said if each.value is not None)
        if not history:
            return
        steps = list(pairwise(history))
        differences = [_difference(one.value, other.value) or 0 for one, other in steps]
        baseline = self.member.known(_BASELINES[field]).value if field in _BASELINES else None
        found = Slip(
            project=self.member.id,
            name=self.member.name,
            field=field,
            row="",
            times=sum(_has_slipped(one.value, other.value) for one, other in steps),
            total=sum(differences),
            history=history,
            is_now=self._is_now(history),
            baseline=baseline,
            from_baseline=_difference(baseline, history[-1].value),
            sources=self.member.known(field).sources if field != DELIVERABLES else (),
        )
        if found.times or (found.from_baseline or 0) > 0:
            yield self._located(found, place) if field == DELIVERABLES else found

    def _is_now(self, history: Sequence[Known]) -> bool:
        earlier = [each for each in history[:-1] if each.round_id <= self.before]
        return bool(earlier) and _has_slipped(earlier[-1].value, history[-1].value)

    def _located(self, found: Slip, place: int) -> Slip:
        rows = self.member.entry.rows[DELIVERABLES] if self.member.entry else ()
        row = rows[place]
        name = " ".join(f"{row.text('code')} {row.text('name')}".split())
        return replace(found, row=name, sources=self.member.submitted(row, "planned"))


def _chains(rounds: Sequence[tuple[str, Remembered]]) -> list[list[tuple[str, RememberedDeliverable]]]:
    """Return each deliverable of the last round with itself in the rounds before it, oldest first."""
    last_id, last = rounds[-1]
    chains = [[(last_id, each)] for each in last.deliverables]
    rows, places = last.deliverables, list(range(len(chains)))
    for round_id, project in reversed(rounds[:-1]):
        pairs = pair_rows(project.deliverables, rows, (_code_and_name, _code, _name), _name).pairs
        was = {id(each.now): each.before for each in pairs}
        kept = [(place, was[id(row)]) for place, row in zip(places, rows, strict=True) if id(row) in was]
        for place, row in kept:
            chains[place].insert(0, (round_id, row))
        places, rows = [place for place, _ in kept], tuple(row for _, row in kept)
    return chains


def _difference(before: Any, now: Any) -> int | None:
    if isinstance(before, int) and isinstance(now, int):
        return now - before
    if isinstance(before, PlannedTime) and isinstance(now, PlannedTime):
        return months_between(before, now)
    return None


def _has_slipped(before: Any, now: Any) -> bool:
    if isinstance(now, PlannedTime):
        return is_later(now, than=before)
    return bool((_difference(before, now) or 0) > 0)


def _rank(slip: Slip) -> tuple[object, ...]:
    return SLIPPING.index(slip.field), not slip.is_now, -slip.times, -slip.total, sorting.key(slip.project)


def _code_and_name(row: RememberedDeliverable) -> str:
    return f"{row.code}|{row.name}".casefold() if row.code and row.name else ""


def _code(row: RememberedDeliverable) -> str:
    return row.code.casefold()


def _name(row: RememberedDeliverable) -> str:
    return row.name
