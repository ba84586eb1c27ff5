"""All figures by the names that chapters use, in the order of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ehport.analysis.summary import Summary
from ehport.figures.actors import actors
from ehport.figures.bridge import bridge
from ehport.figures.cost_groups import cost_groups
from ehport.figures.cover import cover
from ehport.figures.deliverables import deliverables
from ehport.figures.dependency_map import dependency_map
from ehport.figures.ends import ends
from ehport.figures.figure import Edition, Figure
from ehport.figures.focus_areas import focus_areas
from ehport.figures.next_year import next_year
from ehport.figures.operations import operations
from ehport.figures.portfolio_map import portfolio_map
from ehport.figures.ratings import risk, status
from ehport.figures.reconciliation import reconciliation
from ehport.figures.segments import segments
from ehport.figures.status_risk import status_risk
from ehport.figures.timeline import deliverables_timeline
from ehport.figures.transitions import transitions_risk, transitions_status
from ehport.figures.trend import trend_risk, trend_status
from ehport.figures.trend_money import trend_money

Draw = Callable[[Summary, Edition], Figure | None]

FIGURES: Mapping[str, Draw] = MappingProxyType(
    {
        "cover": cover,
        "actors": actors,
        "cost-groups": cost_groups,
        "status": status,
        "risk": risk,
        "status-risk": status_risk,
        "portfolio-map": portfolio_map,
        "focus-areas": focus_areas,
        "dependency-map": dependency_map,
        "next-year": next_year,
        "ends": ends,
        "deliverables": deliverables,
        "deliverables-timeline": deliverables_timeline,
        "operations": operations,
        "reconciliation": reconciliation,
        "segments": segments,
        "transitions-status": transitions_status,
        "transitions-risk": transitions_risk,
        "bridge": bridge,
        "trend-status": trend_status,
        "trend-risk": trend_risk,
        "trend-money": trend_money,
    }
)
