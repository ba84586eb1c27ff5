"""All facts of a portfolio, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ehport.analysis.area_deliverables import area_deliverable_facts
from ehport.analysis.area_facts import focus_area_facts, strategic_area_facts
from ehport.analysis.change_facts import change_facts
from ehport.analysis.fact import Fact
from ehport.analysis.lasting_facts import baseline_facts, exit_facts
from ehport.analysis.lateness import late_facts
from ehport.analysis.money_facts import group_facts, next_year_facts, organisation_facts
from ehport.analysis.national_facts import criterion_facts, roadmap_facts, segment_facts
from ehport.analysis.need_facts import dependency_facts, relevance_facts
from ehport.analysis.origins import Origins, origins_of
from ehport.analysis.project_facts import project_facts
from ehport.analysis.quality_facts import quality_facts
from ehport.analysis.rating_facts import matrix_facts, rating_facts
from ehport.analysis.reconciliation_facts import reconciliation_facts
from ehport.analysis.register_facts import office_facts, operations_facts
from ehport.analysis.results import Summary
from ehport.analysis.round_facts import round_facts
from ehport.analysis.summary import summarise
from ehport.analysis.time_facts import deliverable_facts, end_facts
from ehport.analysis.trend_facts import previous_facts, trend_facts
from ehport.analysis.untouched import untouched_facts
from ehport.analysis.waiting_facts import waiting_facts
from ehport.model.portfolio import Portfolio


def facts(portfolio: Portfolio, found: Summary | None = None) -> Mapping[str, Fact]:
    """Return every number and word that a report of the portfolio may print, by name.

    ``found`` is the portfolio's summary where it is already made.
    """
    summary = found or summarise(portfolio)
    known = _of_round(portfolio, summary)
    before = _of_round(portfolio.previous, summarise(portfolio.previous)) if portfolio.previous else {}
    known |= _by_name(previous_facts(portfolio, known, before))
    return known | _by_name(trend_facts(portfolio, summary.trends, known))


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
