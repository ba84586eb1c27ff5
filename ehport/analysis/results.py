"""The summary of a round: everything that the analysis finds, as small frozen records that figures and chapters print.

Amounts are whole thousand kroner; one that nobody gave is ``None``. A total says which projects it lacks. The ``fact``
of a result is what the names of the facts about it begin with. The records stand in modules by subject; here is what
holds them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.area_deliverables import AreaDeliverables, deliverables_by_area
from ehport.analysis.awaited import WaitingMap
from ehport.analysis.baseline import Baseline
from ehport.analysis.changes_comparison import Comparison
from ehport.analysis.dependency_results import DependencyMap, FocusAreaRelevance
from ehport.analysis.exits import Exit
from ehport.analysis.listed import Listed, Total
from ehport.analysis.money_results import (
    FocusAreaBudget,
    GroupBudget,
    NextYear,
    OrganisationBudget,
    StrategicAreaBudget,
)
from ehport.analysis.movement_results import Movements
from ehport.analysis.national import National
from ehport.analysis.operations_results import Operations
from ehport.analysis.quality_results import ActorQuality, AppliedAdjustment, LateActor, UntouchedActor
from ehport.analysis.rating_results import Distribution, Matrix, RedProject
from ehport.analysis.time_results import Deliverables, Ends
from ehport.analysis.totals import (
    all_focus_areas,
    all_strategic_areas,
    area_share,
    organisation_share,
    strategic_areas_in_use,
)
from ehport.analysis.trends import Trends


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
