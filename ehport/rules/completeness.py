"""Rules about the whole: every project is reported once, under a known number and organisation."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.form.register import RegisterProject
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import REGISTER
from ehport.model.submission import Entry, Submission
from ehport.rules.comparisons import where
from ehport.rules.subject import Calendar, Subject, calendar


def a_number_stands_once_in_a_workbook(submission: Submission, when: Calendar) -> Iterator[Diagnostic]:
    """No two sheets of a workbook have the same project number."""
    first: dict[str, Subject] = {}
    for entry in submission.projects:
        about = Subject(submission, entry, when)
        if entry.record.id and (other := first.setdefault(entry.record.id, about)) is not about:
            yield _twice(about, other)


def a_number_stands_once_in_a_round(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """No two actors report the same project."""
    for submission, entry in portfolio.duplicates:
        about = _subject(submission, entry, portfolio)
        member = portfolio.member(entry.record.id or "")
        if member is None or member.entry is None or member.submission is None:
            continue
        if member.submission is not submission:
            yield _twice(about, _subject(member.submission, member.entry, portfolio))


def numbers_are_in_the_register(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """A reported project is in the register; a register without projects is told once, as a file."""
    if not portfolio.members:
        return
    for submission, entry in portfolio.unmatched:
        if entry.record.id:
            yield _subject(submission, entry, portfolio).tell(Code.ID_UNKNOWN, "id")
        elif entry.record.name:
            facts = {"name": entry.record.name, "other": where(_subject(submission, entry, portfolio))}
            yield Diagnostic(Code.NUMBER_WANTED, Location(REGISTER, project_name=entry.record.name), facts)


def projects_are_reported(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """A project of the register is reported, unless its actor's whole workbook is missing or late."""
    actors = {submission.actor_id for submission in portfolio.submissions if not submission.stands_in}
    for member in portfolio.members:
        actor = member.organisation.actor
        if member.entry is not None or (actor and actor not in actors):
            continue
        facts = {"name": member.name, "id": member.id, "responsible": member.responsible}
        code = Code.NO_SUBMISSION if member.is_active else Code.NOT_REPORTED
        yield Diagnostic(code, _in_register(member, "id"), {**facts, "state": member.state.label})


def organisations_are_in_the_register(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """The responsible organisation of a project has a cost group."""
    for member in portfolio.members:
        if not member.organisation.group:
            label = field_of(RegisterProject, "responsible").label
            at = _in_register(member, "responsible")
            yield Diagnostic(Code.ORGANISATION_UNKNOWN, at, {"label": label}, found=member.responsible)


def _subject(submission: Submission, entry: Entry[Project], portfolio: Portfolio) -> Subject:
    return Subject(submission, entry, calendar(submission, portfolio.round))


def _twice(about: Subject, other: Subject) -> Diagnostic:
    facts = {"id": about.project.id, "name": other.project.name or other.entry.sheet, "other": where(other)}
    return about.tell(Code.ID_TWICE, "id", **facts)


def _in_register(member: Member, name: str) -> Location:
    listed = member.register
    return Location(
        REGISTER,
        listed.sheet,
        listed.address(name),
        project=member.id,
        project_name=member.name,
        field=name,
    )
