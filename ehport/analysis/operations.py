"""Operating costs: which projects make national solutions dearer, and by how much."""

from __future__ import annotations

from ehport.analysis.basis import Basis
from ehport.analysis.listed import Total
from ehport.analysis.operations_results import Operations, ReportedCost, SolutionLine
from ehport.form.register import OperatingEstimate, SolutionUse
from ehport.form.vocabulary import Solution
from ehport.lang.folding import words
from ehport.model.portfolio import aliases


def operations(basis: Basis) -> Operations:
    """Return what the register knows of operating costs, and what the projects report."""
    register = basis.portfolio.register.rows
    uses = tuple(_line(basis, each.record) for each in register.get("solution_uses", ()))
    estimates: tuple[OperatingEstimate, ...] = tuple(each.record for each in register.get("operating_estimates", ()))
    reported = tuple(_reported(basis, each) for each in basis.counted["id"])
    given = [each.amount for each in reported if each.amount is not None]
    return Operations(
        uses=uses,
        solutions=_solutions(uses),
        estimates=estimates,
        sums=_sums(estimates),
        known=tuple(each.record for each in register.get("office_facts", ())),
        reported=reported,
        reported_total=Total(
            sum(given) if given else None,
            len(given),
            tuple(each.project.id for each in reported if each.amount is None),
        ),
    )


def _line(basis: Basis, use: SolutionUse) -> SolutionLine:
    project = basis.everyone.get(use.project or "")
    return SolutionLine(use.project or "", use.name or "", use.owner or "", aliases(use.solutions), project)


def _reported(basis: Basis, project_id: str) -> ReportedCost:
    member = basis.members[project_id]
    text = member.entry.text("operating_cost") if member.entry else ""
    return ReportedCost(basis.everyone[project_id], member.known("operating_cost").value, text)


def _solutions(uses: tuple[SolutionLine, ...]) -> tuple[str, ...]:
    """Return the solutions in use in the vocabulary's order, and others as they are named."""
    used = dict.fromkeys(solution for each in uses for solution in each.solutions)
    known = {words(each.label.nb): place for place, each in enumerate(Solution)}
    return tuple(sorted(used, key=lambda each: known.get(words(each), len(known))))


def _sums(estimates: tuple[OperatingEstimate, ...]) -> dict[int, int]:
    years = sorted({each.year for each in estimates if each.year is not None})
    return {year: sum(each.amount or 0 for each in estimates if each.year == year) for year in years}
