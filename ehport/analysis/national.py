"""The national portfolio: entry criteria, segments, roadmap and the reconciliation of operating costs."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.basis import Basis
from ehport.analysis.criteria import Criteria, criteria
from ehport.analysis.reconciliation import Reconciliation, reconciliation
from ehport.analysis.roadmap import ProjectActivities, roadmap
from ehport.analysis.segments import Segments, segments


@dataclass(frozen=True, slots=True)
class National:
    """What the projects answer about the national portfolio; empty in rounds that do not ask."""

    criteria: Criteria
    segments: Segments
    roadmap: tuple[ProjectActivities, ...]
    reconciliation: Reconciliation


def national(basis: Basis) -> National:
    """Return all results about the national portfolio."""
    return National(criteria(basis), segments(basis), roadmap(basis), reconciliation(basis))
