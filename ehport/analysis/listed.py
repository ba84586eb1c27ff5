"""What every result is made of: a project as it is listed, and a sum of money that says what it lacks.

Amounts are whole thousand kroner; one that nobody gave is ``None``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Phase, ProjectState, Rating


@dataclass(frozen=True, slots=True)
class Listed:
    """A project as every result names it; a paused project has no ratings."""

    id: str
    name: str
    responsible: str
    organisation: str
    area: str | None
    state: ProjectState
    phase: Phase | None
    status: Rating | None
    risk: Rating | None
    budget: int | None
    next_year: int | None
    ends: PlannedTime | None
    ends_text: str

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"project.{self.id}"

    @property
    def is_paused(self) -> bool:
        """Tell whether the project stands still."""
        return self.state is ProjectState.PAUSED


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of money, how many projects it covers, and the ids of those that gave no amount."""

    amount: int | None
    counted: int
    missing: tuple[str, ...] = ()

    def over(self, projects: Collection[Listed]) -> int | None:
        """Return the amount that some projects have together: zero, not nothing, where there are none."""
        return self.amount if projects else 0

    @classmethod
    def among(cls, amounts: Mapping[str, int | None]) -> Total:
        """Return the sum of projects' amounts, given by their ids."""
        known = [amount for amount in amounts.values() if amount is not None]
        missing = tuple(project for project, amount in amounts.items() if amount is None)
        return cls(sum(known) if known else None, len(known), missing)

    @classmethod
    def of(cls, parts: Iterable[Total]) -> Total:
        """Return the sum of sums."""
        added = tuple(parts)
        known = [each.amount for each in added if each.amount is not None]
        missing = tuple(project for each in added for project in each.missing)
        return cls(sum(known) if known else None, sum(each.counted for each in added), missing)
