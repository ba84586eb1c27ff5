"""The basis of the analysis: a portfolio with its frames, and every project as results list it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Phase, ProjectState, Rating, Vocabulary
from ehport.model.frames import list_frame, project_frame
from ehport.model.member import EXITS, Member
from ehport.model.portfolio import Portfolio
from ehport.model.total import Total

_NOT_PAID = frozenset({ProjectState.PAUSED, *EXITS})
_COLUMNS = ["id", "state", "is_counted", "is_active", "organisation", "group", "focus_area"]
_COLUMNS += ["status", "risk", "ends_latest", "ends_state"]


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
    def mark(self) -> Vocabulary | None:
        """What it is marked with: that it is paused, or its status, if it has one."""
        return self.state if self.is_paused else self.status

    @property
    def is_paused(self) -> bool:
        """Tell whether the project stands still."""
        return self.state is ProjectState.PAUSED


@dataclass(frozen=True, slots=True)
class Basis:
    """What every result is computed from: the projects by id, and as frames."""

    portfolio: Portfolio
    members: Mapping[str, Member]
    everyone: Mapping[str, Listed]
    counted: pd.DataFrame
    active: pd.DataFrame
    candidates: pd.DataFrame
    relevance: pd.DataFrame

    def listed(self, projects: pd.DataFrame) -> tuple[Listed, ...]:
        """Return the projects of a frame, in its order."""
        return self.of(projects["id"])

    def of(self, ids: Iterable[str]) -> tuple[Listed, ...]:
        """Return projects by their ids."""
        return tuple(self.everyone[each] for each in ids)


def basis_of(portfolio: Portfolio) -> Basis:
    """Return the basis of a portfolio's analysis."""
    projects = project_frame(portfolio)[_COLUMNS]
    return Basis(
        portfolio=portfolio,
        members={each.id: each for each in portfolio.members},
        everyone={each.id: _listed(each) for each in portfolio.members},
        counted=projects[projects["is_counted"]],
        active=projects[projects["is_active"]],
        candidates=projects[projects["state"] == ProjectState.CANDIDATE.value],
        relevance=list_frame(portfolio, "relevance"),
    )


def total(projects: Iterable[Listed], *, of_next_year: bool = False) -> Total:
    """Return the projects' money this year or next; a paused project's neither counts nor is missing."""
    return Total.among(
        {each.id: each.next_year if of_next_year else each.budget for each in projects if each.state not in _NOT_PAID}
    )


def _listed(member: Member) -> Listed:
    paid = member.state not in _NOT_PAID
    return Listed(
        id=member.id,
        name=member.name,
        responsible=member.responsible,
        organisation=member.organisation.short_name or member.responsible,
        area=member.area.value,
        state=member.state,
        phase=member.known("phase").value,
        status=member.status.value,
        risk=member.risk.value,
        budget=member.amount("budget_year").value if paid else None,
        next_year=member.amount("next_year").value if paid else None,
        ends=member.known("ends").value,
        ends_text=member.entry.text("ends") if member.entry else "",
    )
