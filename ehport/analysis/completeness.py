"""How completely a submission answers what must be answered."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.field import Field, answers, fields_of
from ehport.form.project import Project
from ehport.form.reading import Flag
from ehport.lang import numbers
from ehport.model.submission import Entry, Submission

_NO_ANSWER = frozenset({Flag.PLACEHOLDER, Flag.FOOTNOTE, Flag.DASH})
SAID = frozenset({Flag.UNDECIDED, Flag.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many answers a submission must have, and how many of them it has."""

    required: int
    answered: int

    @property
    def share(self) -> int | None:
        """The whole percentage that is answered, nothing when nothing must be."""
        return numbers.share(self.answered, self.required) if self.required else None


def completeness(submission: Submission, *, also_in: str = "") -> Completeness:
    """Return how completely a submission answers what its round requires, and ``also_in`` another where that is given.

    A form grows: only what both rounds require can be compared.
    """
    asked = required_fields(min(submission.round_id, also_in or submission.round_id))
    answered = sum(is_answered(project, each.name) for project in submission.projects for each in asked)
    return Completeness(len(asked) * len(submission.projects), answered)


def required_fields(round_id: str) -> tuple[Field, ...]:
    """Return the single answers that a round requires of a project."""
    return tuple(each for each in answers(fields_of(Project)) if each.required and each.asked_in(round_id))


def is_answered(project: Entry[Project], name: str) -> bool:
    """Tell whether a question is answered, also by what no analysis can use; a mark or a prompt of the form is none."""
    cell = project.cells.get(name)
    if cell is None or not cell.text.strip():
        return False
    return getattr(project.record, name) is not None or not _NO_ANSWER & set(cell.flags)
