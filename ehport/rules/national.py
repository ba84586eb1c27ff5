"""Rules about the national portfolio: entry criteria, segment, national solutions, roadmap and baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.field import field_of
from ehport.form.project import CRITERIA, Project, SolutionCost
from ehport.form.vocabulary import Answer, Solution
from ehport.lang.folding import words
from ehport.lang.language import Text
from ehport.model.portfolio import aliases
from ehport.model.submission import Entry
from ehport.rules.comparisons import ProjectComparison
from ehport.rules.money import million
from ehport.rules.subject import Subject, named

SOLUTIONS, ROADMAP = "solutions", "roadmap"
EARLY = 2  # years between the first operation and the end that are still one plan
_COST, _YEAR, _CONSULTED = (f"{SOLUTIONS}.{name}" for name in ("operating_cost", "from_year", "consulted"))
_IS_EMPTY = Text("er tom", "is empty")
_IS = Text("er «{answer}»", "is «{answer}»")


def both_criteria_are_met(about: Subject) -> Iterator[Diagnostic]:
    """A project of the portfolio meets both entry criteria."""
    for name in CRITERIA:
        if getattr(about.project, name) in (Answer.NO, Answer.PARTLY):
            yield about.tell(Code.CRITERION_NOT_MET, name)


def every_criterion_has_a_reason(about: Subject) -> Iterator[Diagnostic]:
    """An answer about a criterion says why."""
    for name in CRITERIA:
        reason = f"{name}_reason"
        if about.typed(name).strip() and not about.typed(reason).strip():
            facts = {"criterion": about.label(name), "answer": about.typed(name)}
            yield about.tell(Code.CRITERION_NEEDS_REASON, reason, **facts)


def operating_costs_have_a_year(about: Subject) -> Iterator[Diagnostic]:
    """Who makes a solution dearer to operate says from which year."""
    for row in _costly(about):
        if not row.text("from_year").strip():
            yield about.tell(Code.COST_WITHOUT_YEAR, _YEAR, row, **_of(row))


def years_have_an_operating_cost(about: Subject) -> Iterator[Diagnostic]:
    """Who says from which year a solution is dearer to operate says by how much."""
    for row in about.rows(SOLUTIONS):
        if row.text("from_year").strip() and not row.text("operating_cost").strip():
            dated = field_of(SolutionCost, "from_year").label
            facts = {"solution": row.text("solution"), "dated": dated, "year": row.text("from_year")}
            yield about.tell(Code.YEAR_WITHOUT_COST, _COST, row, **facts)


def norsk_helsenett_knows(about: Subject) -> Iterator[Diagnostic]:
    """Norsk helsenett was consulted about every operating cost."""
    for row in _costly(about):
        typed = row.text("consulted").strip()
        if not typed or row.record.consulted is Answer.NO:
            state = _IS.format(answer=typed) if typed else _IS_EMPTY
            yield about.tell(Code.NOT_CONSULTED, _CONSULTED, row, state=state, **_of(row))


def operation_begins_with_the_end(about: Subject) -> Iterator[Diagnostic]:
    """A solution is not dearer to operate years before the project that makes it so ends."""
    ends = about.project.ends
    earliest = ends.earliest() if ends else None
    for row in _costly(about):
        year = row.record.from_year
        if earliest and year and earliest.year - year > EARLY:
            facts = {"solution": row.text("solution"), "ends": about.typed("ends")}
            yield about.tell(Code.OPERATED_EARLY, _YEAR, row, **facts)


def activities_have_a_time(about: Subject) -> Iterator[Diagnostic]:
    """An activity of the roadmap has a planned time."""
    for row in about.rows(ROADMAP):
        if row.text("activity").strip() and not row.text("planned").strip():
            name = named(row.text("activity"))
            yield about.tell(Code.ACTIVITY_WITHOUT_TIME, f"{ROADMAP}.planned", row, name=name)


def the_first_end_is_the_earliest(about: Subject) -> Iterator[Diagnostic]:
    """The end of the first plan is not after the end as it is planned now."""
    first, now = about.project.first_ends, about.project.ends
    begins, ends = first.earliest() if first else None, now.latest() if now else None
    if begins and ends and begins > ends:
        yield about.tell(Code.FIRST_END_IS_LATER, "first_ends", ends=about.typed("ends"))


def the_segment_is_that_of_the_register(each: ProjectComparison) -> Iterator[Diagnostic]:
    """Actor and office see the project in the same segment."""
    own, known = each.about.project.segment, each.member.register.record.segment
    if own and known and own is not known:
        yield each.about.tell(Code.SEGMENT_DIFFERS, "segment", segment=known.label)


def the_solutions_of_the_register_are_reported(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project says something about every solution that the register has for it."""
    if not field_of(Project, SOLUTIONS).asked_in(each.about.submission.round_id) or not each.member.is_counted:
        return
    reported = _reported(each)
    lacking = [solution for key, solution in _listed(each).items() if key not in reported]
    if lacking:
        yield each.about.tell(Code.SOLUTION_NOT_REPORTED, SOLUTIONS, solutions=", ".join(lacking))


def reported_solutions_are_in_the_register(each: ProjectComparison) -> Iterator[Diagnostic]:
    """The register has every solution that a project makes dearer to operate."""
    known = _listed(each)
    for key, row in _reported(each).items():
        if key not in known and row.record.operating_cost:
            yield each.about.tell(Code.SOLUTION_NOT_IN_REGISTER, _COST, row, **_of(row))


def _costly(about: Subject) -> Iterator[Entry[Any]]:
    """Yield the rows of solutions that the project makes dearer or cheaper to operate."""
    return (row for row in about.rows(SOLUTIONS) if row.record.operating_cost)


def _of(row: Entry[Any]) -> Mapping[str, object]:
    return {"solution": row.text("solution"), "amount": million(row.record.operating_cost)}


def _reported(each: ProjectComparison) -> Mapping[str, Entry[Any]]:
    """Return the rows of solutions by the solution."""
    return {_key(row): row for row in each.about.rows(SOLUTIONS)}


def _listed(each: ProjectComparison) -> Mapping[str, str]:
    """Return the solutions that the register has for the project, as it writes them, by what they are known as."""
    uses = each.portfolio.register.rows.get("solution_uses", ())
    own = (use.record for use in uses if use.record.project == each.member.id)
    return {words(name): name for use in own for name in aliases(use.solutions)}


def _key(row: Entry[Any]) -> str:
    solution: Solution | None = row.record.solution
    return words(solution.label.nb if solution else row.text("solution"))
