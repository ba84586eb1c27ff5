"""The rules in the order they are checked: those of one project, and those between projects and actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.mentions import names_of
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.model.submission import Submission
from ehport.rules import (
    coming_and_going,
    comparisons,
    completeness,
    money,
    national,
    personal,
    ratings,
    signs,
    times,
    units,
)
from ehport.rules.between_rounds import check_since_last
from ehport.rules.comparisons import ProjectComparison
from ehport.rules.completeness import a_number_stands_once_in_a_workbook
from ehport.rules.subject import Subject, calendar

FIELD_CHECKS: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    times.what_is_past_has_a_state,
    times.times_are_near,
    personal.what_is_printed_is_not_personal,
    signs.what_is_printed_can_be_drawn,
)
PROJECT_CHECKS: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    money.sources_make_up_the_total,
    money.financing_covers_the_total_cost,
    ratings.yellow_and_red_have_a_reason,
    ratings.green_has_no_reason_for_another_colour,
    ratings.green_is_green_all_through,
    times.the_phase_ends_with_the_project,
    times.deliverables_come_before_the_end,
    times.deadlines_lie_ahead,
    ratings.the_primary_area_is_highly_relevant,
    money.foundation_cost_belongs_to_area_5,
    money.amounts_have_one_size,
    money.total_cost_has_the_size_of_the_financing,
    money.there_is_a_budget,
    ratings.the_name_has_no_number_of_its_own,
    national.both_criteria_are_met,
    national.every_criterion_has_a_reason,
    national.operating_costs_have_a_year,
    national.years_have_an_operating_cost,
    national.norsk_helsenett_knows,
    national.operation_begins_with_the_end,
    national.activities_have_a_time,
    national.the_first_end_is_the_earliest,
)
COMPARISON_CHECKS: tuple[Callable[[ProjectComparison], Iterator[Diagnostic]], ...] = (
    comparisons.the_number_is_given,
    comparisons.the_name_is_known,
    comparisons.the_responsible_is_known,
    comparisons.the_area_is_that_of_the_register,
    comparisons.a_paused_project_has_no_rating,
    comparisons.numbers_lead_to_projects,
    comparisons.others_are_under_way,
    comparisons.others_have_not_left,
    comparisons.others_are_not_red,
    comparisons.others_deliver_in_time,
    comparisons.others_know_who_waits,
    national.the_segment_is_that_of_the_register,
    national.the_solutions_of_the_register_are_reported,
    national.reported_solutions_are_in_the_register,
)
PORTFOLIO_CHECKS: tuple[Callable[[Portfolio], Iterator[Diagnostic]], ...] = (
    completeness.a_number_stands_once_in_a_round,
    completeness.numbers_are_in_the_register,
    completeness.projects_are_reported,
    completeness.organisations_are_in_the_register,
    coming_and_going.numbers_are_not_used_again,
    personal.the_register_is_not_personal,
    units.amounts_are_in_millions,
)


def check_submission(submission: Submission, round_: Round | None) -> Iterator[Diagnostic]:
    """Yield what the rules of one field and one project say, project by project."""
    when = calendar(submission, round_)
    for entry in submission.projects:
        about = Subject(submission, entry, when)
        for rule in (*FIELD_CHECKS, *PROJECT_CHECKS):
            yield from rule(about)
    yield from a_number_stands_once_in_a_workbook(submission, when)
    yield from personal.the_actor_is_not_personal(submission)


def check_portfolio(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Yield what the rules between projects and actors say, of the whole, and since the last round."""
    names = names_of(portfolio)
    for member in portfolio.members:
        if member.entry is None or member.submission is None:
            continue
        when = calendar(member.submission, portfolio.round)
        about = Subject(member.submission, member.entry, when, member.id)
        for rule in COMPARISON_CHECKS:
            yield from rule(ProjectComparison(about, member, portfolio, names))
    for check in PORTFOLIO_CHECKS:
        yield from check(portfolio)
    yield from check_since_last(portfolio)
