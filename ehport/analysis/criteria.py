"""The entry criteria: how the counted projects answer them, and which do not meet both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis
from ehport.analysis.listed import Listed
from ehport.form.project import CRITERIA
from ehport.form.vocabulary import Answer

BOTH = "criterion_both"
_REASON = "{}_reason"
Projects = tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class CriterionAnswers:
    """The counted projects by what they answer about a criterion, or about both together; ``None`` is no answer."""

    name: str
    projects: Mapping[Answer | None, Projects]

    def fact(self, answer: Answer | None) -> str:
        """Return the name of how many projects give an answer."""
        return f"criteria.{self.name.removeprefix('criterion_')}.{answer.value if answer else 'none'}.count"


@dataclass(frozen=True, slots=True)
class NotMet:
    """A project that does not wholly meet both criteria: its answers, and the reasons for those that are not yes."""

    project: Listed
    answers: Mapping[str, Answer | None]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """Each criterion and both together; nothing where no project answers."""

    lines: tuple[CriterionAnswers, ...]
    not_met: tuple[NotMet, ...]

    @property
    def is_answered(self) -> bool:
        """Tell whether any project says anything about the criteria."""
        return any(projects for line in self.lines for answer, projects in line.projects.items() if answer)


def criteria(basis: Basis) -> Criteria:
    """Return how the counted projects answer the entry criteria."""
    given = {each: _answers(basis, each) for each in basis.counted["id"]}
    lines = [_line(basis, name, {each: found[name] for each, found in given.items()}) for name in CRITERIA]
    together = {each: both(found.values()) for each, found in given.items()}
    failing = (each for each, answer in together.items() if answer in (Answer.NO, Answer.PARTLY))
    return Criteria(
        lines=(*lines, _line(basis, BOTH, together)),
        not_met=tuple(_not_met(basis, each, given[each]) for each in failing),
    )


def both(answers: Iterable[Answer | None]) -> Answer | None:
    """Return how a project meets all criteria: one no decides, then one without an answer, then one partly."""
    given = tuple(answers)
    deciding = (Answer.NO, None, Answer.PARTLY)
    return next((each for each in deciding if each in given), Answer.YES)


def _answers(basis: Basis, project_id: str) -> dict[str, Answer | None]:
    return {name: basis.members[project_id].known(name).value for name in CRITERIA}


def _line(basis: Basis, name: str, given: Mapping[str, Answer | None]) -> CriterionAnswers:
    found = {answer: basis.of(each for each, own in given.items() if own is answer) for answer in (*Answer, None)}
    return CriterionAnswers(name, found)


def _not_met(basis: Basis, project_id: str, given: Mapping[str, Answer | None]) -> NotMet:
    entry = basis.members[project_id].entry
    reasons = (entry.text(_REASON.format(name)) for name in CRITERIA if entry and given[name] is not Answer.YES)
    return NotMet(basis.everyone[project_id], given, tuple(filter(str.strip, reasons)))
