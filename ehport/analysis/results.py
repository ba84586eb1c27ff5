"""What the analysis finds: small frozen records that figures and chapters print, never frames.

Amounts are whole thousand kroner; one that nobody gave is ``None``. A total says which projects it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ehport.form.planned import PlannedTime
from ehport.form.register import OfficeFact, OperatingEstimate
from ehport.form.vocabulary import Answer, Criticality, Level, Phase, ProjectState, Rating
from ehport.model.member import Source


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
    def is_paused(self) -> bool:
        """Tell whether the project stands still."""
        return self.state is ProjectState.PAUSED


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of money, how many projects it covers, and the ids of those that gave no amount."""

    amount: int | None
    counted: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationBudget:
    """The projects that one organisation is responsible for, and their money this year."""

    name: str
    short_name: str
    group: str
    projects: tuple[Listed, ...]
    budget: Total


@dataclass(frozen=True, slots=True)
class GroupBudget:
    """A cost group with its organisations; ``share`` is its whole percentage of the portfolio's money."""

    name: str
    organisations: tuple[OrganisationBudget, ...]
    budget: Total
    share: int

    @property
    def count(self) -> int:
        """The number of projects in the group."""
        return sum(len(each.projects) for each in self.organisations)


@dataclass(frozen=True, slots=True)
class RatingShare:
    """The active projects with one rating; shares are whole percentages that add up to 100 over all ratings.

    ``previous`` is the share of projects in the previous round, ``None`` where it was never published.
    """

    rating: Rating
    projects: tuple[Listed, ...]
    share: int
    budget: Total
    budget_share: int
    previous: int | None

    @property
    def count(self) -> int:
        """The number of projects with the rating."""
        return len(self.projects)


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the ratings of one field (``status`` or ``risk``) are spread over the active projects."""

    field: str
    ratings: tuple[RatingShare, ...]
    unrated: tuple[Listed, ...]

    @property
    def count(self) -> int:
        """The number of rated projects: what the shares are shares of."""
        return sum(each.count for each in self.ratings)

    def of(self, rating: Rating) -> RatingShare:
        """Return what is known about one rating."""
        return next(each for each in self.ratings if each.rating is rating)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The active projects with one status and one risk, and their money this year."""

    status: Rating
    risk: Rating
    projects: tuple[Listed, ...]
    budget: Total


@dataclass(frozen=True, slots=True)
class Matrix:
    """Status against risk, every combination in the vocabulary's order."""

    cells: tuple[MatrixCell, ...]

    def of(self, status: Rating, risk: Rating) -> MatrixCell:
        """Return one combination."""
        return next(each for each in self.cells if each.status is status and each.risk is risk)


@dataclass(frozen=True, slots=True)
class StatusBudget:
    """The projects of a focus area with one status; ``None`` is paused or not rated."""

    status: Rating | None
    projects: tuple[Listed, ...]
    budget: Total


@dataclass(frozen=True, slots=True)
class FocusAreaBudget:
    """A focus area's projects and money this year, also by status; the ``name`` may be unknown."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    by_status: tuple[StatusBudget, ...]


@dataclass(frozen=True, slots=True)
class StrategicAreaBudget:
    """A strategic area this year (counted projects) and next year (those going on, and candidates)."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    next_projects: tuple[Listed, ...]
    next_budget: Total


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


@dataclass(frozen=True, slots=True)
class Movement:
    """A project that is new, paused, leaving, completed or a candidate, with the register's words about it.

    ``budget`` is the project's own money this year and ``next_year`` next year's; no total counts it when the
    project is paused or leaves.
    """

    project: Listed
    budget: int | None
    next_year: int | None
    next_steps: str
    description: str
    result: str
    remaining: str
    on_time: Answer | None
    paused_until: str


@dataclass(frozen=True, slots=True)
class Movements:
    """What came, stands still, goes and may come; a completed project also leaves."""

    new: tuple[Movement, ...]
    paused: tuple[Movement, ...]
    leaving: tuple[Movement, ...]
    completed: tuple[Movement, ...]
    candidates: tuple[Movement, ...]


@dataclass(frozen=True, slots=True)
class RedProject:
    """An active project with a red rating, and the actor's own explanation as typed."""

    project: Listed
    reason: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter, or a whole year where ``quarter`` is ``None``, and the projects that end in it."""

    year: int
    quarter: int | None
    projects: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """When the counted projects end: by quarter, by year alone, and without an end that could be read."""

    quarters: tuple[Slot, ...]
    years: tuple[Slot, ...]
    unknown: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PlannedDeliverable:
    """One deliverable of a counted project; ``overdue`` at the cut-off day."""

    project: Listed
    code: str
    name: str
    planned: PlannedTime | None
    planned_text: str
    delivered: bool
    overdue: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class DeliverableSlot:
    """The deliverables of a quarter, or of a year where only the year is known."""

    year: int
    quarter: int | None
    deliverables: tuple[PlannedDeliverable, ...]

    @property
    def delivered(self) -> int:
        """How many are delivered."""
        return sum(each.delivered for each in self.deliverables)

    @property
    def planned(self) -> int:
        """How many are still to come."""
        return len(self.deliverables) - self.delivered


@dataclass(frozen=True, slots=True)
class Deliverables:
    """All deliverables of the counted projects, by quarter, by year alone, and without a readable time."""

    quarters: tuple[DeliverableSlot, ...]
    years: tuple[DeliverableSlot, ...]
    undated: tuple[PlannedDeliverable, ...]


class Trouble(Enum):
    """What makes a project hard to depend on."""

    RED = "red"
    PAUSED = "paused"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Link:
    """A project that depends on another project of the register."""

    needs: Listed
    needed: Listed
    what: str
    criticality: Criticality | None
    due: PlannedTime | None
    due_text: str
    status: Rating | None
    overdue: bool
    troubles: tuple[Trouble, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Hub:
    """A project that others depend on, and which."""

    project: Listed
    needed_by: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class DependencyMap:
    """Dependencies between projects; ``others`` are the cells of those on others than the register's projects."""

    links: tuple[Link, ...]
    hubs: tuple[Hub, ...]
    others: tuple[Source, ...]

    @property
    def elsewhere(self) -> int:
        """The number of dependencies on others than projects of the register."""
        return len(self.others)

    @property
    def troubled(self) -> tuple[Link, ...]:
        """The dependencies on projects that are red, paused or leaving."""
        return tuple(each for each in self.links if each.troubles)


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


@dataclass(frozen=True, slots=True)
class FocusAreaRelevance:
    """The counted projects that find themselves relevant to a focus area, by level."""

    code: str
    name: str
    projects: Mapping[Level, tuple[Listed, ...]]

    def count(self, level: Level) -> int:
        """Return how many projects have the level."""
        return len(self.projects[level])


@dataclass(frozen=True, slots=True)
class ActorQuality:
    """How completely an actor answered: required answers asked for and given, and how the other values read.

    ``reserved`` counts values read with a reservation, ``unread`` answers that gave no value.
    """

    actor: str
    name: str
    projects: int
    required: int
    answered: int
    reserved: int
    unread: int


@dataclass(frozen=True, slots=True)
class AppliedAdjustment:
    """A submitted value that the office replaced: what was sent in, what counts, and why."""

    project: Listed
    field: str
    submitted: str
    value: str
    reason: str
    agreed_with: str


@dataclass(frozen=True, slots=True)
class Summary:
    """All results of a round: what figures, chapters and the open data are made from."""

    projects: tuple[Listed, ...]
    active: tuple[Listed, ...]
    everyone: Mapping[str, Listed]
    budget: Total
    budget_year: int
    previous_budget: int | None
    organisations: tuple[OrganisationBudget, ...]
    groups: tuple[GroupBudget, ...]
    status: Distribution
    risk: Distribution
    matrix: Matrix
    focus_areas: tuple[FocusAreaBudget, ...]
    strategic_areas: tuple[StrategicAreaBudget, ...]
    next_year: NextYear
    ends: Ends
    deliverables: Deliverables
    movements: Movements
    red_status: tuple[RedProject, ...]
    red_risk: tuple[RedProject, ...]
    dependencies: DependencyMap
    operations: Operations
    relevance: tuple[FocusAreaRelevance, ...]
    quality: tuple[ActorQuality, ...]
    adjustments: tuple[AppliedAdjustment, ...]
