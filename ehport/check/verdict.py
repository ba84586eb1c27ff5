"""The verdict on a workbook or a round: everything there is to say about it, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.check.rules import check_portfolio, check_submission
from ehport.check.settling import settle
from ehport.check.subject import calendar
from ehport.check.weighing import in_portfolio, weighed
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.model.submission import Submission


def of_workbook(submission: Submission, read: Iterable[Diagnostic], round_: Round | None) -> tuple[Diagnostic, ...]:
    """Return what was found when a workbook was read, and what the rules of one project say about it."""
    found = (*read, *check_submission(submission, round_))
    return tuple(weighed(found, submission, calendar(submission, round_)))


def of_round(portfolio: Portfolio, read: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what was found when a round was read, and what all rules say about it, settled by the office."""
    found = tuple(read)
    for submission in portfolio.submissions:
        found = of_workbook(submission, found, portfolio.round)
    return settle(in_portfolio((*found, *check_portfolio(portfolio)), portfolio), portfolio)
