"""The entry criteria: how the counted projects answer them, and which do not meet both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins
from ehport.form.field import field_of
from ehport.form.project import CRITERIA, Project
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text

_CRITERION = Text(
    "Prosjekter i porteføljen som svarer {answer} på «{criterion}»",
    "Projects of the portfolio that answer {answer} to «{criterion}»",
)
_TOGETHER = Text(
    "Prosjekter i porteføljen etter begge inngangskriteriene samlet: {answer}. Ett nei avgjør, så et svar som mangler, "
    "så et delvis",
    "Projects of the portfolio by both entry criteria together: {answer}. One no decides, then a lacking answer, then "
    "a partly",
)
_NO_ANSWER = Text("ikke besvart", "not answered")
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


def criterion_facts(found: Criteria, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about the entry criteria; none where no project answers them."""
    if not found.is_answered:
        return
    for line in found.lines:
        for answer, projects in line.projects.items():
            words = _criterion_rule(line, answer)
            names = CRITERIA if line.name == BOTH else (line.name,)
            cells = tuple(cell for name in names for cell in origins.answers(projects, name))
            cells = cells or origins.registered(projects, "id")
            yield Fact(line.fact(answer), len(projects), Unit.COUNT, words, cells)
            listed = tuple(each.name for each in projects)
            yield Fact(line.fact(answer).replace(".count", ".names"), listed, Unit.NAMES, words, cells)


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


def _criterion_rule(line: CriterionAnswers, answer: Answer | None) -> Text:
    said = answer.label if answer else _NO_ANSWER
    if line.name == BOTH:
        return rule(_TOGETHER, answer=said)
    return rule(_CRITERION, answer=said, criterion=field_of(Project, line.name).label)


def _answers(basis: Basis, project_id: str) -> dict[str, Answer | None]:
    return {name: basis.members[project_id].known(name).value for name in CRITERIA}


def _line(basis: Basis, name: str, given: Mapping[str, Answer | None]) -> CriterionAnswers:
    found = {answer: basis.of(each for each, own in given.items() if own is answer) for answer in (*Answer, None)}
    return CriterionAnswers(name, found)


def _not_met(basis: Basis, project_id: str, given: Mapping[str, Answer | None]) -> NotMet:
    entry = basis.members[project_id].entry
    reasons = (entry.text(_REASON.format(name)) for name in CRITERIA if entry and given[name] is not Answer.YES)
    return NotMet(basis.everyone[project_id], given, tuple(filter(str.strip, reasons)))
