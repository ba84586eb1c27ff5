"""What is found about money: by organisation, cost group, focus area and strategic area, and next year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehport.analysis.listed import Listed, Total
from ehport.form.vocabulary import Rating
from ehport.lang.folding import slug

ALL = "all"


@dataclass(frozen=True, slots=True)
class OrganisationBudget:
    """The projects that one organisation is responsible for, and their money this year."""

    name: str
    short_name: str
    group: str
    projects: tuple[Listed, ...]
    budget: Total

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"actor.{slug(self.short_name)}"


@dataclass(frozen=True, slots=True)
class GroupBudget:
    """A cost group with its organisations; ``share`` is its whole percentage of the portfolio's money."""

    name: str
    organisations: tuple[OrganisationBudget, ...]
    budget: Total
    share: int

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"group.{slug(self.name)}"

    @property
    def count(self) -> int:
        """The number of projects in the group."""
        return sum(len(each.projects) for each in self.organisations)


@dataclass(frozen=True, slots=True)
class StatusBudget:
    """The projects of a focus area with one status; ``None`` is paused or not rated."""

    status: Rating | None
    projects: tuple[Listed, ...]
    budget: Total

    @classmethod
    def of(cls, status: Rating | None, parts: Sequence[StatusBudget]) -> StatusBudget:
        """Return the sum of several focus areas' projects with one status."""
        projects = tuple(project for part in parts for project in part.projects)
        return cls(status, projects, Total.of(part.budget for part in parts))


@dataclass(frozen=True, slots=True)
class FocusAreaBudget:
    """A focus area's projects and money this year, also by status; the ``name`` may be unknown."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    by_status: tuple[StatusBudget, ...]

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"area.{self.code}"

    def fact_of(self, status: Rating | None) -> str:
        """Return the name of the facts about its projects with a status."""
        return f"{self.fact}.{status.value if status else 'unrated'}"

    def of(self, status: Rating | None) -> StatusBudget | None:
        """Return the projects with a status, nothing when there are none."""
        return next((part for part in self.by_status if part.status is status), None)


@dataclass(frozen=True, slots=True)
class StrategicAreaBudget:
    """A strategic area this year (counted projects) and next year (those going on, and candidates)."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    next_projects: tuple[Listed, ...]
    next_budget: Total

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"strategic.{self.code}"

    @property
    def is_lower(self) -> bool:
        """Tell whether less is reported for next year than for this year."""
        return (self.next_budget.amount or 0) < (self.budget.amount or 0)


@dataclass(frozen=True, slots=True)
class NextYear:
    """Next year's portfolio: this year's projects without those that end, and with the candidates."""

    year: int
    going_on: tuple[Listed, ...]
    ending: tuple[Listed, ...]
    candidates: tuple[Listed, ...]
    budget: Total
    money_of_ending: Total

    @property
    def projects(self) -> tuple[Listed, ...]:
        """The projects expected next year."""
        return (*self.going_on, *self.candidates)
