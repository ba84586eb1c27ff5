"""The budget bridge: from one round's total budget to the next one's, step by step, to the krone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.member import Known, Member
from ehport.model.pairing import Pairing
from ehport.model.portfolio import Portfolio
from ehport.model.total import Total

_BUDGET = "budget_year"


class Step(Enum):
    """Why the total changed, in the order of the bridge."""

    NEW = Text("Nye prosjekter", "New projects")
    GONE = Text("Prosjekter som er ute", "Projects that left")
    PAUSED = Text("Satt på pause", "Paused")
    RESUMED = Text("Gjenopptatt", "Resumed")
    JOINED = Text("Slått sammen eller delt", "Merged or split")
    UP = Text("Økt budsjett", "Higher budgets")
    DOWN = Text("Redusert budsjett", "Lower budgets")
    GIVEN = Text("Oppgitt nå, ikke sist", "Given now, not last time")
    NOT_GIVEN = Text("Oppgitt sist, ikke nå", "Given last time, not now")
    UNCERTAIN = Text("Meldt igjen uten et sikkert beløp", "Reported again without a certain amount")
    ADJUSTED = Text("Justert av porteføljekontoret", "Adjusted by the portfolio office")
    LAPSED = Text("Tidligere justering gjelder ikke lenger", "An earlier adjustment no longer holds")

    @property
    def word(self) -> str:
        """The step's word in exports."""
        return self.name.lower()


_REPORTED = frozenset({Step.UP, Step.DOWN, Step.GIVEN})


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one project adds to a step, thousand kroner; ``before`` and ``now`` are what counts in either total."""

    step: Step
    project: str
    name: str
    amount: int
    before: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """A step with its projects, the largest first."""

    step: Step
    amount: int
    projects: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """The total budgets of two rounds, each for its own budget year, and the steps between them."""

    before: Total
    now: Total
    year_before: int
    year_now: int
    steps: tuple[BridgeStep, ...]

    @property
    def is_other_year(self) -> bool:
        """Tell whether the budget year has moved, so that the totals are of two years."""
        return self.year_before != self.year_now

    @property
    def difference(self) -> int:
        """How much the total changed."""
        return (self.now.amount or 0) - (self.before.amount or 0)


def bridge(before: Portfolio, now: Portfolio, *, pairing: Pairing, joined: frozenset[str]) -> Bridge:
    """Return the bridge between the totals; ``joined`` are the projects of mergers and splits."""
    found = tuple(each for each in _contributions(pairing, joined) if each.amount)
    steps = []
    for step in Step:
        projects = [each for each in found if each.step is step]
        if projects:
            projects.sort(key=lambda each: (-abs(each.amount), sorting.key(each.project)))
            steps.append(BridgeStep(step, sum(each.amount for each in projects), tuple(projects)))
    return Bridge(
        _total(before.active), _total(now.active), before.round.budget_year, now.round.budget_year, tuple(steps)
    )


def _total(members: Iterable[Member]) -> Total:
    return Total.among({each.id: each.amount(_BUDGET).value for each in members})


def _contributions(pairing: Pairing, joined: frozenset[str]) -> Iterator[Contribution]:
    for pair in pairing.pairs:
        yield from _of_project(pair.before, pair.now, joined=joined)
    for added in pairing.added:
        yield from _of_project(None, added, joined=joined)
    for gone in pairing.gone:
        yield from _of_project(gone, None, joined=joined)


def _of_project(before: Member | None, now: Member | None, *, joined: frozenset[str]) -> Iterator[Contribution]:
    """Yield what a project adds: first what its actor reported, then what the office made of that."""
    first, last = _paid(before), _paid(now)
    named = now or before
    if named is None or first.value == last.value:
        return
    total = (last.value or 0) - (first.value or 0)
    step = _step(before, now, joined=joined)
    adjusted, lapsed = _adjusted(before, now, total) if step in _REPORTED else (0, 0)
    rest = total - adjusted - lapsed
    if step in (Step.UP, Step.DOWN):
        step = Step.UP if rest > 0 else Step.DOWN
    for each, amount in ((step, rest), (Step.ADJUSTED, adjusted), (Step.LAPSED, lapsed)):
        yield Contribution(each, named.id, named.name, amount, first.value, last.value)


def _step(before: Member | None, now: Member | None, *, joined: frozenset[str]) -> Step:
    named = now or before
    if named is not None and named.id in joined:
        return Step.JOINED
    if before is None or not before.is_counted:
        return Step.NEW
    if now is None or not now.is_counted:
        return Step.GONE
    if not now.is_active:
        return Step.PAUSED
    if not before.is_active:
        return Step.RESUMED
    first, last = before.amount(_BUDGET).value, now.amount(_BUDGET).value
    if first is None or last is None:
        return Step.GIVEN if first is None else Step.UNCERTAIN if now.typed(_BUDGET) else Step.NOT_GIVEN
    return Step.UP if last > first else Step.DOWN


def _paid(member: Member | None) -> Known[int]:
    return member.amount(_BUDGET) if member and member.is_active else Known()


def _adjusted(before: Member | None, now: Member | None, total: int) -> tuple[int, int]:
    """Return how much of a difference the office's adjustments make, and how much it is that earlier ones have lapsed.

    All of it is the adjustment's when the actor reported nothing now.
    """
    if now and _BUDGET in now.adjustments:
        return (total if now.reported(_BUDGET).value is None else _effect(now) - _effect(before)), 0
    return 0, -_effect(before)


def _effect(member: Member | None) -> int:
    """Return what an adjustment adds to what was reported, zero when nothing was."""
    reported = member.reported(_BUDGET).value if member and _BUDGET in member.adjustments else None
    return 0 if member is None or reported is None else (member.amount(_BUDGET).value or 0) - reported
