"""All facts of a portfolio, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ehport.analysis.areas import focus_area_facts, strategic_area_facts
from ehport.analysis.baseline import baseline_facts
from ehport.analysis.changes import change_facts
from ehport.analysis.criteria import criterion_facts
from ehport.analysis.deliverables import area_deliverable_facts, deliverable_facts
from ehport.analysis.dependencies import dependency_facts
from ehport.analysis.ends import end_facts
from ehport.analysis.exits import exit_facts
from ehport.analysis.fact import Fact
from ehport.analysis.history import memory_facts
from ehport.analysis.next_year import next_year_facts
from ehport.analysis.office import office_facts
from ehport.analysis.operations import operations_facts
from ehport.analysis.organisations import group_facts, organisation_facts
from ehport.analysis.projects import project_facts
from ehport.analysis.quality import quality_facts
from ehport.analysis.ratings import matrix_facts, rating_facts
from ehport.analysis.reconciliation import reconciliation_facts
from ehport.analysis.relevance import relevance_facts
from ehport.analysis.roadmap import roadmap_facts
from ehport.analysis.segments import segment_facts
from ehport.analysis.sources import Origins, origins_of
from ehport.analysis.submissions import late_facts, round_facts, untouched_facts
from ehport.analysis.summary import Summary, summarise
from ehport.analysis.trends import previous_facts, trend_facts
from ehport.analysis.waiting import waiting_facts
from ehport.model.portfolio import Portfolio


def facts(portfolio: Portfolio, found: Summary | None = None) -> Mapping[str, Fact]:
    """Return every number and word that a report of the portfolio may print, by name.

    ``found`` is the portfolio's summary where it is already made.
    """
    summary = found or summarise(portfolio)
    known = _of_round(portfolio, summary)
    before = _of_round(portfolio.previous, summarise(portfolio.previous)) if portfolio.previous else {}
    known |= _by_name(previous_facts(portfolio, known, before))
    return known | _by_name((*trend_facts(portfolio, summary.trends, known), *memory_facts(portfolio)))


def _of_round(portfolio: Portfolio, found: Summary) -> dict[str, Fact]:
    """Return what a round says of itself, without what was before it."""
    return _by_name(_computed(portfolio, found, origins=origins_of(portfolio)))


def _computed(portfolio: Portfolio, found: Summary, *, origins: Origins) -> Iterator[Fact]:
    yield from round_facts(portfolio)
    yield from late_facts(portfolio)
    yield from untouched_facts(portfolio)
    yield from project_facts(found, origins)
    yield from organisation_facts(found.organisations, found.projects, origins=origins)
    yield from group_facts(found.groups, found.projects, found.active, origins=origins)
    yield from next_year_facts(found.next_year, origins)
    yield from focus_area_facts(found.focus_areas, found.active, origins=origins)
    yield from strategic_area_facts(found.strategic_areas, origins)
    yield from rating_facts(found.status, origins)
    yield from rating_facts(found.risk, origins)
    yield from matrix_facts(found.matrix, origins)
    yield from end_facts(found.ends, origins)
    yield from deliverable_facts(found.deliverables)
    yield from area_deliverable_facts(found.deliverables, found.deliverables_by_area)
    yield from dependency_facts(found.dependencies)
    yield from relevance_facts(found.relevance, origins)
    yield from waiting_facts(found.waiting)
    yield from baseline_facts(found.baselines)
    yield from exit_facts(found.exits)
    yield from operations_facts(found.operations, portfolio, origins=origins)
    yield from criterion_facts(found.national.criteria, origins)
    yield from segment_facts(found.national.segments, origins)
    yield from roadmap_facts(found.national.roadmap)
    yield from reconciliation_facts(found.national.reconciliation)
    yield from quality_facts(found.quality, portfolio)
    yield from change_facts(found.comparison)
    yield from office_facts(portfolio)


def _by_name(made: Iterable[Fact]) -> dict[str, Fact]:
    known: dict[str, Fact] = {}
    for each in made:
        known.setdefault(each.name, each)
    return known
