"""The verdict on a workbook or a round: everything there is to say about it, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.model.submission import Submission
from ehport.rules.between_rounds import check_prefilled
from ehport.rules.repeats import drop_repeats
from ehport.rules.rules import check_portfolio, check_submission
from ehport.rules.settling import settle, settle_chapters
from ehport.rules.subject import calendar
from ehport.rules.units import amounts_are_like_those_of_the_actor
from ehport.rules.validity import drop_not_in_force
from ehport.rules.weighing import weigh, weigh_in_portfolio


def check_workbook(submission: Submission, read: Iterable[Diagnostic], round_: Round | None) -> tuple[Diagnostic, ...]:
    """Return what was found when a workbook was read, and what the rules of one project say about it."""
    found = (
        *_of_workbook(submission, read, round_),
        *check_prefilled(submission, round_),
        *_by_itself(submission, round_),
    )
    return tuple(drop_repeats(tuple(drop_not_in_force(found, round_.id if round_ else submission.round_id))))


def check_round(portfolio: Portfolio, read: Iterable[Diagnostic], trying: Code | None = None) -> tuple[Diagnostic, ...]:
    """Return what was found when a round was read, and what all rules say about it, settled by the office.

    Rules that are not valid in the round say nothing, unless they are being tried.
    """
    found = tuple(read)
    for submission in portfolio.submissions:
        found = _of_workbook(submission, found, portfolio.round)
    told = weigh_in_portfolio((*found, *check_portfolio(portfolio)), portfolio)
    found = tuple(drop_not_in_force(told, portfolio.round.id, trying))
    return settle(drop_repeats(found), portfolio)


def check_workbooks(
    portfolio: Portfolio, read: Iterable[Diagnostic], trying: Code | None = None
) -> tuple[Diagnostic, ...]:
    """Return what was found when the workbooks of a round were read, and what the rules of one project say about it."""
    found = tuple(read)
    for submission in portfolio.submissions:
        found = _of_workbook(submission, found, portfolio.round)
    return tuple(drop_repeats(tuple(drop_not_in_force(found, portfolio.round.id, trying))))


def check_chapters(
    portfolio: Portfolio, read: Iterable[Diagnostic], trying: Code | None = None
) -> tuple[Diagnostic, ...]:
    """Return what was found in the office's chapters, settled by the office."""
    return settle_chapters(drop_not_in_force(read, portfolio.round.id, trying), portfolio)


def _by_itself(submission: Submission, round_: Round | None) -> Iterable[Diagnostic]:
    return amounts_are_like_those_of_the_actor(submission, calendar(submission, round_))


def _of_workbook(submission: Submission, read: Iterable[Diagnostic], round_: Round | None) -> tuple[Diagnostic, ...]:
    found = (*read, *check_submission(submission, round_))
    return tuple(weigh(found, submission, calendar(submission, round_)))
