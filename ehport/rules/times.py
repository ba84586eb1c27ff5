"""Rules about planned times: passed, far away, or after the end of the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.done import says_done
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import DeliverableState, State
from ehport.model.met import is_met
from ehport.model.submission import Entry
from ehport.rules.subject import Subject, named, of_row

FIRST_YEAR, LAST_YEAR = 2000, 2045
MAY_LIE_IN_THE_PAST = frozenset({"first_ends", "dependencies.due"})
_OPEN_STATES = frozenset({State.PLANNED, State.POSTPONED, State.MISSED})
_SAYING = frozenset({"planned", "due", "state", "status"})
_STILL_PLANNED = frozenset({None, DeliverableState.PLANNED})


def what_is_past_has_a_state(about: Subject) -> Iterator[Diagnostic]:
    """A planned time before the cut-off says what became of it."""
    for time in about.times():
        if time.name in MAY_LIE_IN_THE_PAST or not _is_open(time.row):
            continue
        if time.when.state is State.PLANNED and has_passed(time.when, about):
            yield about.tell(Code.TIME_PASSED, time.name, time.row, of=of_row(time.row))


def times_are_near(about: Subject) -> Iterator[Diagnostic]:
    """A planned time lies in this generation."""
    for time in about.times():
        first, last = time.when.earliest(), time.when.latest()
        if (first and first.year < FIRST_YEAR) or (last and last.year > LAST_YEAR):
            facts = {"first": FIRST_YEAR, "last": LAST_YEAR, "of": of_row(time.row)}
            yield about.tell(Code.TIME_FAR, time.name, time.row, **facts)


def the_phase_ends_with_the_project(about: Subject) -> Iterator[Diagnostic]:
    """The current phase does not end after the project."""
    if _is_after(about.project.phase_ends, about.project.ends):
        yield about.tell(Code.PHASE_AFTER_END, "phase_ends", ends=about.typed("ends"))


def deliverables_come_before_the_end(about: Subject) -> Iterator[Diagnostic]:
    """A project delivers before it ends."""
    for row in about.rows("deliverables"):
        planned = row.record.planned
        if planned and planned.state in _OPEN_STATES and _is_after(planned, about.project.ends):
            facts = {"name": named(row.record.name), "ends": about.typed("ends")}
            yield about.tell(Code.DELIVERABLE_AFTER_END, "deliverables.planned", row, **facts)


def deadlines_lie_ahead(about: Subject) -> Iterator[Diagnostic]:
    """The deadline of a dependency that is not met lies ahead."""
    for row in about.rows("dependencies"):
        due = row.record.due
        if due and not is_met(about.entry, row) and due.state in _OPEN_STATES and has_passed(due, about):
            yield about.tell(Code.DEPENDENCY_OVERDUE, "dependencies.due", row, name=named(row.record.on))


def overdue_deliverables(about: Subject) -> tuple[Entry[Any], ...]:
    """Return the rows of deliverables that should have been delivered by the cut-off."""
    return tuple(row for row in about.rows("deliverables") if _is_overdue(row, about))


def has_passed(when: PlannedTime, about: Subject) -> bool:
    """Tell whether the last day a time may mean is before the round's cut-off."""
    latest = when.latest()
    return latest is not None and latest < about.calendar.cutoff


def _is_overdue(row: Entry[Any], about: Subject) -> bool:
    planned = row.record.planned
    if planned is None or not _is_open(row):
        return False
    return planned.state is State.MISSED or (planned.state in _OPEN_STATES and has_passed(planned, about))


def _is_open(row: Entry[Any] | None) -> bool:
    """Tell whether a row is without a state of its own that says what became of it."""
    if row is None:
        return True
    is_planned = getattr(row.record, "state", None) in _STILL_PLANNED
    return is_planned and not any(says_done(cell.text) for name, cell in row.cells.items() if name in _SAYING)


def _is_after(when: PlannedTime | None, ends: PlannedTime | None) -> bool:
    """Tell whether a time is certainly after the end."""
    first = when.earliest() if when else None
    last = ends.latest() if ends else None
    return first is not None and last is not None and first > last
