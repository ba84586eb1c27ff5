"""What the analysis finds: small frozen records that figures and chapters print, never frames.

Amounts are whole thousand kroner; one that nobody gave is ``None``. A total says which projects it lacks. The ``fact``
of a result is what the names of the facts about it begin with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ehport.analysis.awaited import WaitingMap
from ehport.analysis.listed import Listed as Listed
from ehport.analysis.listed import Total as Total
from ehport.analysis.national import National
from ehport.analysis.trends import Trends
from ehport.form.planned import PlannedTime
from ehport.form.register import OfficeFact, OperatingEstimate
from ehport.form.vocabulary import Answer, Criticality, Level, Rating
from ehport.lang import numbers
from ehport.lang.folding import slug
from ehport.model.member import Source

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

    @property
    def amount(self) -> int:
        """The money of the rated projects: what the shares of money are shares of."""
        return sum(each.budget.amount or 0 for each in self.ratings)

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

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"matrix.{self.status.value}.{self.risk.value}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Status against risk, every combination in the vocabulary's order."""

    cells: tuple[MatrixCell, ...]

    @property
    def projects(self) -> tuple[Listed, ...]:
        """The projects with both ratings."""
        return tuple(project for cell in self.cells for project in cell.projects)

    @property
    def amount(self) -> int:
        """The money of the projects with both ratings."""
        return sum(cell.budget.amount or 0 for cell in self.cells)

    def share(self, cell: MatrixCell) -> int:
        """Return a combination's whole percentage of the money, half rounded up."""
        return numbers.share(cell.budget.amount or 0, self.amount)

    def of(self, status: Rating, risk: Rating) -> MatrixCell:
        """Return one combination."""
        return next(each for each in self.cells if each.status is status and each.risk is risk)


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

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"ends.{self.year}.q{self.quarter}" if self.quarter else f"ends.{self.year}.year"


@dataclass(frozen=True, slots=True)
class Ends:
    """When the counted projects end: by quarter, by year alone, and without an end that could be read."""

    quarters: tuple[Slot, ...]
    years: tuple[Slot, ...]
    unknown: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PlannedDeliverable:
    """One deliverable of a counted project; ``overdue`` at the cut-off day.

    ``first`` is when earlier rounds first planned it, where it is later now.
    """

    project: Listed
    code: str
    name: str
    planned: PlannedTime | None
    planned_text: str
    delivered: bool
    overdue: bool
    sources: tuple[Source, ...]
    first: PlannedTime | None = None

    @property
    def is_coming(self) -> bool:
        """Tell whether it is still to come: neither delivered nor past its time."""
        return not self.delivered and not self.overdue


@dataclass(frozen=True, slots=True)
class DeliverableSlot:
    """The deliverables of a quarter, of a year where only the year is known, or of the ``whole`` year."""

    year: int
    quarter: int | None
    deliverables: tuple[PlannedDeliverable, ...]
    whole: bool = False

    @property
    def fact(self) -> str:
        """The name of its facts."""
        within = "" if self.whole else f".q{self.quarter}" if self.quarter else ".year"
        return f"deliverables.{self.year}{within}"

    @property
    def delivered(self) -> int:
        """How many are delivered."""
        return sum(each.delivered for each in self.deliverables)

    @property
    def planned(self) -> int:
        """How many are not delivered."""
        return len(self.deliverables) - self.delivered


@dataclass(frozen=True, slots=True)
class Deliverables:
    """All deliverables of the counted projects, by quarter, by year alone, and without a readable time."""

    quarters: tuple[DeliverableSlot, ...]
    years: tuple[DeliverableSlot, ...]
    undated: tuple[PlannedDeliverable, ...]

    @property
    def slots(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, as precisely as it is known."""
        return (*self.quarters, *self.years)

    @property
    def whole_years(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, year by year."""
        years: dict[int, tuple[PlannedDeliverable, ...]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.year):
            years[slot.year] = years.get(slot.year, ()) + slot.deliverables
        return tuple(DeliverableSlot(year, None, found, whole=True) for year, found in years.items())


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

    @property
    def fact(self) -> str:
        """The name of how many need it."""
        return f"{self.project.fact}.needed_by.count"


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

    ``reserved`` counts values read with a reservation, ``unread`` answers that gave no value. ``cells`` has the
    cells of those that are answered, reserved or unread.
    """

    actor: str
    name: str
    projects: int
    required: int
    answered: int
    reserved: int
    unread: int
    cells: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"quality.{self.actor}"

    @property
    def share(self) -> int:
        """The whole percentage of the required answers that were given."""
        return numbers.shares((self.answered, self.required - self.answered))[0]


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
    waiting: WaitingMap
    operations: Operations
    relevance: tuple[FocusAreaRelevance, ...]
    quality: tuple[ActorQuality, ...]
    adjustments: tuple[AppliedAdjustment, ...]
    trends: Trends
    national: National

    def organisation_share(self, organisation: OrganisationBudget) -> int:
        """Return an organisation's whole percentage of the money of all, half rounded up."""
        whole = Total.of(each.budget for each in self.organisations)
        return numbers.share(organisation.budget.amount or 0, whole.amount or 0)

    def area_share(self, area: FocusAreaBudget) -> int:
        """Return a focus area's whole percentage of the money of all, half rounded up."""
        return numbers.share(area.budget.amount or 0, self.all_focus_areas.budget.amount or 0)

    @property
    def all_focus_areas(self) -> FocusAreaBudget:
        """The sum of the focus areas."""
        areas = self.focus_areas
        parts = {status: [part for area in areas if (part := area.of(status))] for status in (*Rating, None)}
        by_status = tuple(StatusBudget.of(status, found) for status, found in parts.items() if found)
        projects = tuple(project for area in areas for project in area.projects)
        return FocusAreaBudget(ALL, "", projects, Total.of(area.budget for area in areas), by_status)

    @property
    def strategic_areas_in_use(self) -> tuple[StrategicAreaBudget, ...]:
        """The strategic areas with projects this year or next."""
        return tuple(area for area in self.strategic_areas if area.projects or area.next_projects)

    @property
    def all_strategic_areas(self) -> StrategicAreaBudget:
        """The sum of the strategic areas."""
        areas = self.strategic_areas
        now, then = Total.of(each.budget for each in areas), Total.of(each.next_budget for each in areas)
        projects = tuple(project for area in areas for project in area.projects)
        following = tuple(project for area in areas for project in area.next_projects)
        return StrategicAreaBudget(ALL, "", projects, now, following, then)
