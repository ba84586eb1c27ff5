"""The summary of a round: every result, computed once."""

from __future__ import annotations

from ehport.analysis.baseline import baselines
from ehport.analysis.basis import basis_of, total
from ehport.analysis.budgets import by_cost_group, by_focus_area, by_organisation, by_strategic_area
from ehport.analysis.changes_comparison import compare
from ehport.analysis.dependencies import dependency_map
from ehport.analysis.exits import exits
from ehport.analysis.lateness import late_actors
from ehport.analysis.movements import movements
from ehport.analysis.national import national
from ehport.analysis.next_year import expected, next_year
from ehport.analysis.operations import operations
from ehport.analysis.quality import applied_adjustments, quality
from ehport.analysis.ratings import distribution, matrix, red
from ehport.analysis.relevance import by_relevance
from ehport.analysis.results import Summary
from ehport.analysis.timeline import deliverables, ends
from ehport.analysis.trends import trends
from ehport.analysis.untouched import untouched_actors
from ehport.analysis.waiting import waiting_map
from ehport.model.portfolio import Portfolio


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
