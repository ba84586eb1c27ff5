"""A sum of money that says what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of money, how many projects it covers, and the ids of those that gave no amount."""

    amount: int | None
    counted: int
    missing: tuple[str, ...] = ()

    def over(self, projects: Sized) -> int | None:
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
