"""What is found about operating costs: who uses which solution, what is estimated and reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.listed import Listed, Total
from ehport.form.register import OfficeFact, OperatingEstimate
from ehport.lang.folding import slug


@dataclass(frozen=True, slots=True)
class SolutionLine:
    """A project that makes national solutions dearer to operate, as the register writes it."""

    id: str
    name: str
    owner: str
    solutions: tuple[str, ...]
    project: Listed | None


@dataclass(frozen=True, slots=True)
class ReportedCost:
    """What a counted project reports as its yearly operating cost after the end."""

    project: Listed
    amount: int | None
    text: str


def estimates_fact(year: int, solution: str = "") -> str:
    """Return the name of the sum of a year's estimates, or of those of one solution."""
    within = f".{slug(solution)}" if solution else ""
    return f"operations.estimates.{year}{within}.total"


@dataclass(frozen=True, slots=True)
class Operations:
    """Chapter 7: who uses which solution, the office's estimates, and what the projects themselves report."""

    uses: tuple[SolutionLine, ...]
    solutions: tuple[str, ...]
    estimates: tuple[OperatingEstimate, ...]
    sums: Mapping[int, int]
    known: tuple[OfficeFact, ...]
    reported: tuple[ReportedCost, ...]
    reported_total: Total

    @property
    def named(self) -> tuple[tuple[str, OperatingEstimate], ...]:
        """The estimates, each with the name of its fact: numbered where a solution has several in a year."""
        solutions = [f"operations.estimates.{each.year}.{slug(each.solution or '')}" for each in self.estimates]
        numbered = (f"{name}.{solutions[: place + 1].count(name)}" for place, name in enumerate(solutions))
        return tuple(zip(numbered, self.estimates, strict=True))
