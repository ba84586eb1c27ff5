"""What later rounds remember of a round: ratings, money, times and deliverables of its projects, with their cells.

Small enough to keep for thirty rounds; amounts are whole thousand kroner, adjusted where the register says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import DeliverableState, Phase, ProjectState, Rating
from ehport.model.member import ACTIVE, COUNTED, Source


@dataclass(frozen=True, slots=True)
class RememberedDeliverable:
    """One deliverable of a project as a round had it; ``planned_text`` is the time as typed."""

    name: str
    code: str
    planned: PlannedTime | None
    planned_text: str
    state: DeliverableState | None
    sources: tuple[Source, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One project as a round had it; ``budget`` is for the round's budget year and ``ends_text`` as typed.

    ``sources`` are the cells that its values came from, by their names.
    """

    id: str
    name: str
    responsible: str
    organisation: str
    state: ProjectState
    area: str | None
    phase: Phase | None
    status: Rating | None
    risk: Rating | None
    budget: int | None
    next_year: int | None
    total_cost: int | None
    ends: PlannedTime | None
    ends_text: str
    phase_ends: PlannedTime | None
    deliverables: tuple[RememberedDeliverable, ...]
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict, compare=False)

    @property
    def is_counted(self) -> bool:
        """Tell whether it was one of the portfolio's projects: active, new or paused."""
        return self.state in COUNTED

    @property
    def is_active(self) -> bool:
        """Tell whether its ratings and money counted: active or new."""
        return self.state in ACTIVE


@dataclass(frozen=True, slots=True)
class Memory:
    """One round in short; ``month`` is the ISO month its data is from."""

    round_id: str
    month: str
    budget_year: int
    projects: tuple[Remembered, ...]

    def project(self, project_id: str) -> Remembered | None:
        """Return a project by its id, none when the round did not have it."""
        return next((each for each in self.projects if each.id == project_id), None)
