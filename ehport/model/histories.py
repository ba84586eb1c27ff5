"""Histories: what each round said about one thing of a project, and how often and how far it slipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, TypeGuard

from ehport.form.planned import PlannedTime
from ehport.lang.folding import words
from ehport.model.member import Source
from ehport.model.memory import Memory, Remembered, RememberedDeliverable
from ehport.model.row_pairing import pair_rows
from ehport.model.slips import is_later, months_between

TIMES = ("ends", "phase_ends")
COST = "total_cost"
_MONEY = (COST, "budget", "next_year")
Rounds = Sequence[tuple[str, Remembered]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a round said about one thing, a planned time or a cost in thousand kroner, and in which cells."""

    round_id: str
    value: PlannedTime | int
    sources: tuple[Source, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class History:
    """What the rounds said about one thing, oldest first, the newest last.

    Rounds that said nothing, or nothing that can be compared («Ikke avklart»), are left out.
    """

    said: tuple[Said, ...]

    @property
    def times(self) -> int:
        """How many times it was put off, or grew."""
        return sum(_slipped(one.value, other.value) for one, other in pairwise(self.said))

    @property
    def total(self) -> int:
        """By how much it moved in all, in months or thousand kroner."""
        return sum(difference(one.value, other.value) or 0 for one, other in pairwise(self.said))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of all that the rounds said."""
        return tuple(cell for each in self.said for cell in each.sources)

    @property
    def latest(self) -> int:
        """By how much it moved in the newest round."""
        return difference(self.said[-2].value, self.said[-1].value) or 0 if len(self.said) > 1 else 0

    def has_slipped_since(self, round_id: str) -> bool:
        """Tell whether the newest round says later, or more, than the last that said something up to a round."""
        earlier = [each for each in self.said if each.round_id <= round_id]
        since = self.said[len(earlier) :]
        return bool(earlier and since) and _slipped(earlier[-1].value, since[-1].value)


def rounds_of(ids: Sequence[str], memories: Sequence[Memory]) -> tuple[tuple[str, Remembered], ...]:
    """Return a project in each round that had it, under the first of its ids.

    Those of its ids that were projects of their own beside it are merged into it since: their money is its money.
    """
    found = ((each.round_id, [project for project in map(each.project, ids) if project]) for each in memories)
    return tuple((round_id, _merged(projects, ids[0])) for round_id, projects in found if projects)


def _merged(projects: Sequence[Remembered], own: str) -> Remembered:
    first, *others = projects
    parts = [each for each in others if each.is_counted]
    if first.id != own or not parts:
        return first
    together = (first, *parts)
    cells = {name: tuple(cell for each in together for cell in each.sources.get(name, ())) for name in _MONEY}
    money: dict[str, Any] = {name: _sum(getattr(each, name) for each in together) for name in _MONEY}
    return replace(first, **money, sources={**first.sources, **cells})


def _sum(amounts: Iterable[int | None]) -> int | None:
    found = tuple(amounts)
    return sum(each for each in found if each is not None) if None not in found else None


def history_of(name: str, rounds: Rounds) -> History:
    """Return the history of a project's end, the end of its present phase, or its total cost."""
    phase = rounds[-1][1].phase if rounds else None
    told = [(each, project) for each, project in rounds if name != "phase_ends" or project.phase is phase]
    values = ((each, getattr(project, name), project.sources.get(name, ())) for each, project in told)
    return History(tuple(Said(each, value, cells) for each, value, cells in values if _is_known(value)))


def deliverable_histories(rounds: Rounds) -> Iterator[tuple[RememberedDeliverable, History]]:
    """Yield each deliverable of the newest round with its history."""
    for chain in chains(rounds):
        said = tuple(Said(each, known.planned, known.sources) for each, known in chain if _is_known(known.planned))
        yield chain[-1][1], History(said)


def chains(rounds: Rounds) -> list[list[tuple[str, RememberedDeliverable]]]:
    """Return each deliverable of the newest round with itself in the rounds before it, oldest first."""
    if not rounds:
        return []
    newest, last = rounds[-1]
    found = [[(newest, each)] for each in last.deliverables]
    rows, places = last.deliverables, list(range(len(found)))
    for round_id, project in reversed(rounds[:-1]):
        pairs = pair_rows(project.deliverables, rows, (_code_and_name, _code, _name), _name).pairs
        was = {id(each.now): each.before for each in pairs}
        kept = [(place, was[id(row)]) for place, row in zip(places, rows, strict=True) if id(row) in was]
        for place, row in kept:
            found[place].insert(0, (round_id, row))
        places, rows = [place for place, _ in kept], tuple(row for _, row in kept)
    return found


def difference(before: object, now: object) -> int | None:
    """Return by how many months, or thousand kroner, a value is later or more than another; none when nobody knows."""
    if isinstance(before, PlannedTime) and isinstance(now, PlannedTime):
        return months_between(before, now)
    return now - before if isinstance(before, int) and isinstance(now, int) else None


def _is_known(value: object) -> TypeGuard[PlannedTime | int]:
    return isinstance(value, int) or (isinstance(value, PlannedTime) and value.latest() is not None)


def _slipped(before: PlannedTime | int, now: PlannedTime | int) -> bool:
    if isinstance(before, PlannedTime) and isinstance(now, PlannedTime):
        return is_later(now, than=before)
    return (difference(before, now) or 0) > 0


def _code_and_name(row: RememberedDeliverable) -> str:
    return words(f"{row.code} {row.name}") if row.code and row.name else ""


def _code(row: RememberedDeliverable) -> str:
    return row.code.casefold()


def _name(row: RememberedDeliverable) -> str:
    return words(row.name)
