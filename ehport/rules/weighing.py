"""How much a fault weighs in its context: an error only where the report really uses the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.vocabulary import ProjectState
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Submission
from ehport.rules.money import MONEY, PERIODS, period
from ehport.rules.subject import Calendar, Subject


def weigh(diagnostics: Iterable[Diagnostic], submission: Submission, when: Calendar) -> Iterator[Diagnostic]:
    """Yield a submission's diagnostics; a source that cannot be read is no error when the stated total can."""
    sheets = {entry.sheet: Subject(submission, entry, when) for entry in submission.projects}
    for each in diagnostics:
        about = sheets.get(each.at.sheet) if each.at.file == submission.file.name else None
        part, _, name = each.at.field.partition(".")
        readable = about and part in MONEY and name in PERIODS and period(about, name).amount is not None
        yield _not_counted(each) if readable and each.code is not Code.SUM_DIFFERS else each


def weigh_in_portfolio(diagnostics: Iterable[Diagnostic], portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Yield the diagnostics under the register's numbers, weighed by the state of their project.

    A missing number is left out when the project was recognised by its name, because a rule of its own tells it.
    """
    members = {
        (member.submission.file.name, member.entry.sheet): member
        for member in portfolio.members
        if member.entry and member.submission
    }
    for each in diagnostics:
        member = members.get((each.at.file, each.at.sheet))
        if member is None:
            yield each
        elif each.at.field != "id" or each.code is not Code.NUMBER_TO_COME:
            known = replace(each, at=replace(each.at, project=member.id))
            yield known if _uses(member, each.at.field) else _not_counted(known)


def _uses(member: Member, name: str) -> bool:
    """Tell whether the report counts an answer: of a candidate next year's money, and no number of a known project."""
    if name == "id":
        return False
    if member.is_active:
        return True
    return member.state is ProjectState.CANDIDATE and name.endswith(".next_year")


def _not_counted(each: Diagnostic) -> Diagnostic:
    return replace(each, facts={**each.facts, "counted": False}) if each.facts.get("counted") else each
