"""The portfolio: the register's projects joined with all submissions of a round, adjustments applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import field_of
from ehport.form.field_names import field_name
from ehport.form.kinds import Amount
from ehport.form.project import Project
from ehport.form.register import Adjustment, Exemption, FormerProject, Organisation, Register, RegisterProject
from ehport.form.vocabulary import ProjectState
from ehport.lang import sorting
from ehport.lang.folding import words
from ehport.model.member import Adjusted, Member, source_in
from ehport.model.memory import Memory
from ehport.model.round import REGISTER, Round
from ehport.model.submission import Entry, Submission

PERIODS = ("earlier", "previous_year", "budget_year", "next_year", "later")
_TOTAL = "financing_total."


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything a report is made from; ``members`` are in the order of their numbers.

    ``previous`` is the portfolio of the round before, where its folder is there; ``memories`` are all earlier rounds
    with a folder, oldest first.
    """

    round: Round
    register: Entry[Register]
    submissions: tuple[Submission, ...]
    members: tuple[Member, ...]
    unmatched: tuple[tuple[Submission, Entry[Project]], ...] = ()
    duplicates: tuple[tuple[Submission, Entry[Project]], ...] = ()
    previous: Portfolio | None = None
    memories: tuple[Memory, ...] = ()

    @property
    def counted(self) -> tuple[Member, ...]:
        """The portfolio's projects: active, new and paused."""
        return tuple(each for each in self.members if each.is_counted)

    @property
    def active(self) -> tuple[Member, ...]:
        """The projects whose ratings and money count: active and new."""
        return tuple(each for each in self.members if each.is_active)

    def in_state(self, *states: ProjectState) -> tuple[Member, ...]:
        """Return the projects in any of the states."""
        return tuple(each for each in self.members if each.state in states)

    def member(self, project_id: str) -> Member | None:
        """Return a project by its id."""
        return next((each for each in self.members if each.id == project_id), None)

    @property
    def late(self) -> Mapping[str, str]:
        """The round whose submission stands in for a late actor, by actor."""
        return {each.actor_id: each.round_id for each in self.submissions if each.stands_in}

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations of the register, in its order."""
        return tuple(each.record for each in self.register.rows.get("organisations", ()))

    def called(self, submission: Submission) -> str:
        """Return what the actor of a submission is called: as its organisation in the register, else as it says."""
        own = [each for each in self.organisations if each.actor == submission.actor_id]
        stated = submission.actor.record.name or submission.actor_id
        return (own[0].short_name or own[0].name or stated) if len(own) == 1 else stated

    @property
    def exemptions(self) -> tuple[Entry[Exemption], ...]:
        """The diagnostics that the office accepts."""
        return self.register.rows.get("exemptions", ())

    @property
    def former(self) -> Mapping[str, Entry[FormerProject]]:
        """The projects that left in earlier rounds, by number, but for those that are back."""
        members = {each.id for each in self.members}
        listed = self.register.rows.get("former_projects", ())
        return {each.record.id: each for each in listed if each.record.id and each.record.id not in members}


def collect(
    round_: Round, register: Entry[Register], submissions: Sequence[Submission]
) -> tuple[Portfolio, tuple[Diagnostic, ...]]:
    """Join a round's submissions with its register; what cannot be joined or applied is told, never dropped."""
    listed: tuple[Entry[RegisterProject], ...] = register.rows.get("projects", ())
    ids = _identities(listed)
    matched: dict[str, tuple[Submission, Entry[Project]]] = {}
    unmatched: list[tuple[Submission, Entry[Project]]] = []
    duplicates: list[tuple[Submission, Entry[Project]]] = []
    for submission in submissions:
        for entry in submission.projects:
            known = identify(entry, ids)
            if known is None:
                unmatched.append((submission, entry))
            elif known in matched:
                duplicates.append((submission, entry))
            else:
                matched[known] = (submission, entry)
    ids_listed = {each.record.id or "" for each in listed}
    adjustments, told = _adjustments(register.rows.get("adjustments", ()), ids_listed, budget_year=round_.budget_year)
    organisations = _organisations(register)
    members = [
        _member(each, matched.get(each.record.id or ""), adjustments.get(each.record.id or "", {}), organisations)
        for each in listed
        if each.record.id
    ]
    members.sort(key=lambda each: sorting.key(each.id))
    joined = Portfolio(round_, register, tuple(submissions), tuple(members), tuple(unmatched), tuple(duplicates))
    return joined, tuple(told)


def identify(entry: Entry[Project], ids: Mapping[str, str]) -> str | None:
    """Return the register's id of a submitted project: by its number, else by the number or name in an alias."""
    if entry.record.id:
        return ids.get(entry.record.id) or (None if entry.record.id.isdigit() else ids.get(words(entry.text("id"))))
    return ids.get(words(entry.text("name")))


def aliases(text: str | None) -> tuple[str, ...]:
    """Return the parts of a cell that lists several names, separated by semicolons."""
    return tuple(part.strip() for part in (text or "").split(";") if part.strip())


def _identities(listed: Iterable[Entry[RegisterProject]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in listed:
        record = each.record
        if record.id:
            for name in (*aliases(record.aliases), record.name or ""):
                found.setdefault(words(name), record.id)
    for each in listed:
        if each.record.id:
            found[each.record.id] = each.record.id
    return found


def _organisations(register: Entry[Register]) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for each in register.rows.get("organisations", ()):
        record: Organisation = each.record
        for name in (record.name, record.short_name, *aliases(record.aliases)):
            found.setdefault(words(name or ""), record)
    return found


def _member(
    listed: Entry[RegisterProject],
    found: tuple[Submission, Entry[Project]] | None,
    adjustments: Mapping[str, Adjusted],
    organisations: Mapping[str, Organisation],
) -> Member:
    responsible = listed.record.responsible or ""
    known = organisations.get(words(responsible)) or Organisation(name=responsible, short_name=responsible)
    submission, entry = found or (None, None)
    return Member(listed, known, entry, submission, adjustments)


def _adjustments(
    listed: Iterable[Entry[Adjustment]], ids: set[str], *, budget_year: int
) -> tuple[dict[str, dict[str, Adjusted]], list[Diagnostic]]:
    found: dict[str, dict[str, Adjusted]] = {}
    told: list[Diagnostic] = []
    for each in listed:
        project, name = each.record.project or "", _adjusted_name(each.record.field or "", budget_year)
        kind = _adjusted_kind(name)
        if project not in ids or kind is None:
            told += _told(each, Code.ADJUSTMENT_UNKNOWN)
            continue
        value = kind.parse(each.record.value or "").value
        if value is None:
            told += _told(each, Code.ADJUSTMENT_UNREADABLE, field=name)
            continue
        cell = each.cells["value"]
        source = replace(source_in(REGISTER, cell, value, kind=kind), adjustment=each.record.reason or "")
        found.setdefault(project, {})[name] = Adjusted(replace(each.record, field=name), value, source)
    return found, told


def _adjusted_name(typed: str, budget_year: int) -> str:
    """Return the name of the field that an adjustment replaces; the total of a period stands for the period."""
    return (field_name(typed, budget_year) or "").removeprefix(_TOTAL)


def _adjusted_kind(name: str) -> Any:
    """Return the kind of an adjusted value; nothing for what no adjustment can be of, such as an answer in a list."""
    if name in PERIODS:
        return Amount()
    if not name or "." in name:
        return None
    declared = field_of(Project, name)
    return None if declared.is_list else declared.one


def _told(each: Entry[Adjustment], code: Code, *, field: str = "") -> Iterator[Diagnostic]:
    record = each.record
    named = field or record.field or ""
    at = Location(REGISTER, each.sheet, each.address("field"), project=record.project or "", field=named)
    yield Diagnostic(code, at, {"name": record.field or "", "value": record.value or ""}, found=record.value or "")
