"""Data quality: how completely actors answer, how their answers read, and what the office replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.analysis.basis import Basis
from ehport.analysis.completeness import SAID, is_answered, required_fields
from ehport.analysis.quality_results import ActorQuality, AppliedAdjustment
from ehport.form.field import Field
from ehport.model.member import Member, source_in
from ehport.model.portfolio import PERIODS
from ehport.model.submission import Cell, Entry, Submission


def quality(basis: Basis) -> tuple[ActorQuality, ...]:
    """Return the quality of each submission of the round."""
    asked = required_fields(basis.portfolio.round.id)
    return tuple(_quality(each, asked) for each in basis.portfolio.submissions)


def applied_adjustments(basis: Basis) -> tuple[AppliedAdjustment, ...]:
    """Return every submitted value that the office replaced, by project."""
    found = []
    for member in basis.portfolio.members:
        for name, adjusted in member.adjustments.items():
            submitted = _submitted(member, name)
            found.append(
                AppliedAdjustment(
                    basis.everyone[member.id],
                    name,
                    submitted,
                    adjusted.record.value or "",
                    adjusted.record.reason or "",
                    adjusted.record.agreed_with or "",
                )
            )
    return tuple(found)


def _submitted(member: Member, field: str) -> str:
    """Return what was handed in for a field as typed; for a period its sources, and the total behind a slash."""
    if member.entry is None:
        return ""
    if field not in PERIODS:
        return member.entry.text(field)
    sources, stated = (member.entry.rows.get(name, ()) for name in ("financing", "financing_total"))
    sides = (filter(None, (row.text(field) for row in rows)) for rows in (sources, stated))
    return " / ".join(filter(None, (" + ".join(side) for side in sides)))


def _quality(submission: Submission, asked: tuple[Field, ...]) -> ActorQuality:
    actor, file = submission.actor.record, submission.source
    cells = [cell for project in submission.projects for cell in _cells(project)]
    answered = [
        (project.cells[each.name], getattr(project.record, each.name))
        for project in submission.projects
        for each in asked
        if is_answered(project, each.name)
    ]
    found = {
        "answered": answered,
        "reserved": [(cell, value) for cell, value in cells if cell.flags and value is not None],
        "unread": [(cell, value) for cell, value in cells if value is None and cell.flags and not SAID & {*cell.flags}],
    }
    return ActorQuality(
        actor=submission.actor_id,
        name=actor.name or submission.actor_id,
        projects=len(submission.projects),
        required=len(submission.projects) * len(asked),
        answered=len(found["answered"]),
        reserved=len(found["reserved"]),
        unread=len(found["unread"]),
        cells={name: tuple(source_in(file, cell, value) for cell, value in listed) for name, listed in found.items()},
    )


def _cells(entry: Entry[Any]) -> Iterator[tuple[Cell, object]]:
    """Yield every answered cell of an entry and its lists, and the value it gave."""
    for name, cell in entry.cells.items():
        yield cell, getattr(entry.record, name)
    for listed in entry.rows.values():
        for each in listed:
            yield from _cells(each)
