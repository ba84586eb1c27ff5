"""The summary of a round: everything that the analysis finds, computed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.areas import (
    FocusAreaBudget,
    StrategicAreaBudget,
    all_focus_areas,
    all_strategic_areas,
    area_share,
    by_focus_area,
    by_strategic_area,
    strategic_areas_in_use,
)
from ehport.analysis.baseline import Baseline, baselines
from ehport.analysis.basis import Basis, Listed, basis_of, total
from ehport.analysis.criteria import Criteria, criteria
from ehport.analysis.deliverables import AreaDeliverables, Deliverables, deliverables, deliverables_by_area
from ehport.analysis.dependencies import DependencyMap, dependency_map
from ehport.analysis.ends import Ends, ends
from ehport.analysis.exits import Exit, exits
from ehport.analysis.movements import Movements, movements
from ehport.analysis.next_year import NextYear, expected, next_year
from ehport.analysis.operations import Operations, operations
from ehport.analysis.organisations import (
    GroupBudget,
    OrganisationBudget,
    by_cost_group,
    by_organisation,
    organisation_share,
)
from ehport.analysis.quality import ActorQuality, AppliedAdjustment, applied_adjustments, quality
from ehport.analysis.ratings import Distribution, Matrix, RedProject, distribution, matrix, red
from ehport.analysis.reconciliation import Reconciliation, reconciliation
from ehport.analysis.relevance import FocusAreaRelevance, by_relevance
from ehport.analysis.roadmap import ProjectActivities, roadmap
from ehport.analysis.segments import Segments, segments
from ehport.analysis.submissions import LateActor, UntouchedActor, late_actors, untouched_actors
from ehport.analysis.trends import Trends, trends
from ehport.analysis.waiting import WaitingMap, waiting_map
from ehport.changes.comparison import Comparison, compare
from ehport.model.portfolio import Portfolio
from ehport.model.total import Total


@dataclass(frozen=True, slots=True)
class National:
    """What the projects answer about the national portfolio; empty in rounds that do not ask."""

    criteria: Criteria
    segments: Segments
    roadmap: tuple[ProjectActivities, ...]
    reconciliation: Reconciliation


@dataclass(frozen=True, slots=True)
class Summary:
    """All results of a round: what figures, chapters and the open data are made from."""

    projects: tuple[Listed, ...]
    active: tuple[Listed, ...]
    everyone: Mapping[str, Listed]
    budget: Total
    budget_year: int
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
    baselines: tuple[Baseline, ...] = ()
    exits: tuple[Exit, ...] = ()
    late: tuple[LateActor, ...] = ()
    untouched: tuple[UntouchedActor, ...] = ()
    comparison: Comparison | None = None

    def organisation_share(self, organisation: OrganisationBudget) -> int:
        """Return an organisation's whole percentage of the money of all, half rounded up."""
        return organisation_share(organisation, self.organisations)

    def area_share(self, area: FocusAreaBudget) -> int:
        """Return a focus area's whole percentage of the money of all, half rounded up."""
        return area_share(area, self.all_focus_areas)

    @property
    def all_focus_areas(self) -> FocusAreaBudget:
        """The sum of the focus areas."""
        return all_focus_areas(self.focus_areas)

    @property
    def strategic_areas_in_use(self) -> tuple[StrategicAreaBudget, ...]:
        """The strategic areas with projects this year or next."""
        return strategic_areas_in_use(self.strategic_areas)

    @property
    def all_strategic_areas(self) -> StrategicAreaBudget:
        """The sum of the strategic areas."""
        return all_strategic_areas(self.strategic_areas)

    @property
    def deliverables_by_area(self) -> tuple[AreaDeliverables, ...]:
        """The areas with deliverables in the order of their numbers, the projects without an area last."""
        return deliverables_by_area(self.deliverables, self.focus_areas)


def national(basis: Basis) -> National:
    """Return all results about the national portfolio."""
    return National(criteria(basis), segments(basis), roadmap(basis), reconciliation(basis))


def summarise(portfolio: Portfolio) -> Summary:
    """Return all results of a portfolio."""
    basis = basis_of(portfolio)
    counted = basis.listed(basis.counted)
    return Summary(
        projects=counted,
        active=basis.listed(basis.active),
        everyone=basis.everyone,
        budget=total(counted),
        budget_year=portfolio.round.budget_year,
        organisations=by_organisation(basis),
        groups=by_cost_group(basis),
        status=distribution(basis, "status"),
        risk=distribution(basis, "risk"),
        matrix=matrix(basis),
        focus_areas=by_focus_area(basis),
        strategic_areas=by_strategic_area(basis, expected(basis)),
        next_year=next_year(basis),
        ends=ends(basis),
        deliverables=deliverables(basis),
        movements=movements(basis),
        red_status=red(basis, "status"),
        red_risk=red(basis, "risk"),
        dependencies=dependency_map(basis),
        waiting=waiting_map(basis),
        operations=operations(basis),
        relevance=by_relevance(basis),
        quality=quality(basis),
        adjustments=applied_adjustments(basis),
        trends=trends(portfolio),
        national=national(basis),
        baselines=baselines(portfolio),
        exits=exits(portfolio),
        late=late_actors(portfolio),
        untouched=untouched_actors(portfolio),
        comparison=compare(portfolio.previous, portfolio) if portfolio.previous else None,
    )
