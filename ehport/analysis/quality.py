"""Data quality: how completely actors answer, how their answers read, and what the office replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.completeness import SAID, is_answered, required_fields
from ehport.analysis.fact import Fact, Unit
from ehport.form.field import Field
from ehport.lang import numbers
from ehport.lang.language import Text
from ehport.model.member import Member, Source, source_in, submitted
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.submission import Cell, Entry, Submission

_RULES = {
    "projects": Text("Prosjekter i arbeidsboken", "Projects in the workbook"),
    "required": Text(
        "Spørsmål som må besvares, ganget med antall prosjekter i arbeidsboken",
        "Questions that must be answered, times the projects in the workbook",
    ),
    "answered": Text(
        "Spørsmål som må besvares, og som er besvart, også med et svar som analysene ikke kan bruke",
        "Questions that must be answered and are, also by an answer that the analyses cannot use",
    ),
    "reserved": Text("Verdier som er lest med forbehold", "Values read with a reservation"),
    "unread": Text("Svar som ikke kan leses som en verdi", "Answers that cannot be read as a value"),
}
_SHARE = Text(
    "Andelen av spørsmålene som må besvares, som er besvart, i hele prosent",
    "The share of the questions that must be answered that are answered, in whole percentages",
)


@dataclass(frozen=True, slots=True)
class ActorQuality:
    """How completely an actor answered: required answers asked for and given, and how the other values read.

    ``reserved`` counts values read with a reservation, ``unread`` answers that gave no value. ``cells`` has the
    cells of those that are answered, reserved or unread.
    """

    actor: str
    name: str
    projects: int
    required: int
    answered: int
    reserved: int
    unread: int
    cells: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"quality.{self.actor}"

    @property
    def share(self) -> int:
        """The whole percentage of the required answers that were given."""
        return numbers.share(self.answered, self.required)


@dataclass(frozen=True, slots=True)
class AppliedAdjustment:
    """A submitted value that the office replaced: what was sent in, what counts, and why."""

    project: Listed
    field: str
    submitted: str
    value: str
    reason: str
    agreed_with: str


def quality(basis: Basis) -> tuple[ActorQuality, ...]:
    """Return the quality of each submission of the round."""
    portfolio = basis.portfolio
    asked = required_fields(portfolio.round.id)
    return tuple(_quality(each, portfolio.called(each), asked) for each in portfolio.submissions)


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


def quality_facts(actors: Sequence[ActorQuality], portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the facts about data quality, per actor and in all; a question asked is told by the project's name."""
    projects = {
        each.actor_id: tuple(cell for project in each.projects for cell in submitted(each, project, "name"))
        for each in portfolio.submissions
    }
    for measure, rule in _RULES.items():
        cells = {each.actor: each.cells.get(measure, projects[each.actor]) for each in actors}
        for each in actors:
            name = f"{each.fact}.{measure}.count"
            yield Fact(name, getattr(each, measure), Unit.COUNT, rule, cells[each.actor])
        total = sum(getattr(each, measure) for each in actors)
        every = tuple(cell for each in cells.values() for cell in each)
        yield Fact(f"quality.{measure}.count", total, Unit.COUNT, rule, every)
    for each in actors:
        yield Fact(f"{each.fact}.share", each.share, Unit.PERCENT, _SHARE, each.cells.get("answered", ()))


def _submitted(member: Member, field: str) -> str:
    """Return what was handed in for a field as typed; for a period its sources, and the total behind a slash."""
    if member.entry is None:
        return ""
    if field not in PERIODS:
        return member.entry.text(field)
    sources, stated = (member.entry.rows.get(name, ()) for name in ("financing", "financing_total"))
    sides = (filter(None, (row.text(field) for row in rows)) for rows in (sources, stated))
    return " / ".join(filter(None, (" + ".join(side) for side in sides)))


def _quality(submission: Submission, name: str, asked: tuple[Field, ...]) -> ActorQuality:
    file = submission.source
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
        name=name,
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
