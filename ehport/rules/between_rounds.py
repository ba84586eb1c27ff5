"""The rules between a round and the last one, in the order they are checked: of a project, an actor, and the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.pairing import Pairing, pair_projects
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.model.submission import Submission
from ehport.rules import answering, coming_and_going, jumps, moved_years, since_last, slipping
from ehport.rules.former import Followed, Former, followed, formers_in

FORMER_CHECKS: tuple[Callable[[Former], Iterator[Diagnostic]], ...] = (
    since_last.changed_answers_have_a_new_month,
    since_last.leaps_have_a_reason,
    since_last.texts_follow_the_answers,
    since_last.what_is_delivered_stays_delivered,
    jumps.amounts_keep_their_size,
    moved_years.amounts_outlive_their_year,
)
FOLLOWED_CHECKS: tuple[Callable[[Followed], Iterator[Diagnostic]], ...] = (
    since_last.names_last,
    slipping.nothing_slips,
    jumps.the_budget_keeps_its_size,
)
ACTOR_CHECKS: tuple[Callable[[Submission, Sequence[Former]], Iterator[Diagnostic]], ...] = (
    answering.answers_are_gone_through,
    answering.nothing_to_report_means_no_changes,
)
WHOLE_CHECKS: tuple[Callable[[Portfolio, Pairing], Iterator[Diagnostic]], ...] = (
    coming_and_going.numbers_stay,
    coming_and_going.projects_that_went_are_accounted_for,
    coming_and_going.projects_that_came_are_told,
    coming_and_going.projects_that_changed_actor_are_told,
)


def check_prefilled(submission: Submission, round_: Round | None) -> Iterator[Diagnostic]:
    """Yield what the rules between rounds say of a workbook by itself, from what it was prefilled with."""
    yield from _of_actor(submission, tuple(formers_in(submission, round_)))


def check_since_last(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Yield what the rules between rounds say, actor by actor and project by project, then of the whole.

    Where the last round is not there, a workbook that was prefilled is compared with itself. What was taken from the
    last round because its actor is late is not compared: it is the same.
    """
    if portfolio.previous is None:
        for submission in portfolio.submissions:
            yield from check_prefilled(submission, portfolio.round)
        return
    pairing = pair_projects(portfolio.previous, portfolio)
    found = tuple(followed(portfolio, pairing))
    for submission in portfolio.submissions:
        if submission.stands_in:
            continue
        own = [each for each in found if each.about.submission is submission]
        yield from _of_actor(submission, [each.former for each in own])
        for each in own:
            for of_project in FOLLOWED_CHECKS:
                yield from of_project(each)
    for of_whole in WHOLE_CHECKS:
        yield from of_whole(portfolio, pairing)


def _of_actor(submission: Submission, projects: Sequence[Former]) -> Iterator[Diagnostic]:
    for of_actor in ACTOR_CHECKS:
        yield from of_actor(submission, projects)
    for each in projects:
        for of_project in FORMER_CHECKS:
            yield from of_project(each)
