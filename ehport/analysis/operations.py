"""Operating costs: who uses which solution, what is estimated, and what the projects report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins
from ehport.analysis.sums import missing_facts
from ehport.form.register import OfficeFact, OperatingEstimate, SolutionUse
from ehport.form.vocabulary import Solution
from ehport.lang.folding import slug, words
from ehport.lang.language import Text
from ehport.model.member import registered
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.total import Total

_ESTIMATES = Text("Summen av driftsanslagene for {year} i registeret", "The register's operating estimates for {year}")
_ESTIMATE = Text(
    "Summen av driftsanslagene for {solution} i {year}", "The operating estimates for {solution} in {year}"
)
_ONE_ESTIMATE = Text("Driftsanslag for {solution}: {effect}", "Operating estimate for {solution}: {effect}")
_USES = Text(
    "Prosjekter som gir økt drift av nasjonale løsninger, i registeret",
    "Projects that raise the operating cost of national solutions, in the register",
)
_REPORTED = Text(
    "Antatt årlige forvaltningskostnader etter avslutning for prosjektene i porteføljen som oppgir et beløp",
    "Expected yearly management cost after the end, for the projects of the portfolio that give an amount",
)


@dataclass(frozen=True, slots=True)
class SolutionLine:
    """A project that makes national solutions dearer to operate, as the register writes it."""

    id: str
    name: str
    owner: str
    solutions: tuple[str, ...]
    project: Listed | None


@dataclass(frozen=True, slots=True)
class ReportedCost:
    """What a counted project reports as its yearly management cost after the end."""

    project: Listed
    amount: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Operations:
    """Chapter 7: who uses which solution, the office's estimates, and what the projects themselves report."""

    uses: tuple[SolutionLine, ...]
    solutions: tuple[str, ...]
    estimates: tuple[OperatingEstimate, ...]
    sums: Mapping[int, int]
    known: tuple[OfficeFact, ...]
    reported: tuple[ReportedCost, ...]
    reported_total: Total

    @property
    def named(self) -> tuple[tuple[str, OperatingEstimate], ...]:
        """The estimates, each with the name of its fact: numbered where a solution has several in a year."""
        solutions = [f"operations.estimates.{each.year}.{slug(each.solution or '')}" for each in self.estimates]
        numbered = (f"{name}.{solutions[: place + 1].count(name)}" for place, name in enumerate(solutions))
        return tuple(zip(numbered, self.estimates, strict=True))


def operations_facts(known: Operations, portfolio: Portfolio, *, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about operating costs."""
    uses = [cell for each in portfolio.register.rows.get("solution_uses", ()) for cell in registered(each, "project")]
    yield Fact("operations.uses.count", len(known.uses), Unit.COUNT, _USES, tuple(uses))
    estimates = portfolio.register.rows.get("operating_estimates", ())
    for year, total in known.sums.items():
        of_year = [each for each in estimates if each.record.year == year]
        cells = tuple(cell for each in of_year for cell in registered(each, "amount"))
        yield Fact(estimates_fact(year), total, Unit.TKR, rule(_ESTIMATES, year=str(year)), cells)
        for solution in dict.fromkeys(each.record.solution or "" for each in of_year):
            of_solution = [each for each in of_year if (each.record.solution or "") == solution]
            cells = tuple(cell for each in of_solution for cell in registered(each, "amount"))
            amount = sum(each.record.amount or 0 for each in of_solution)
            words = rule(_ESTIMATE, solution=solution, year=str(year))
            yield Fact(estimates_fact(year, solution), amount, Unit.TKR, words, cells)
    for (name, estimate), entry in zip(known.named, estimates, strict=True):
        words = rule(_ONE_ESTIMATE, solution=estimate.solution or "", effect=estimate.effect or "")
        yield Fact(name, estimate.amount, Unit.TKR, words, registered(entry, "amount"))
    given = tuple(each.project for each in known.reported if each.amount is not None)
    cells = origins.answers(given, "operating_cost")
    yield Fact("operations.reported.total", known.reported_total.amount, Unit.TKR, _REPORTED, cells)
    yield from missing_facts("operations.reported", known.reported_total, origins=origins)
    yield Fact("operations.reported.counted.count", len(given), Unit.COUNT, _REPORTED, cells)


def estimates_fact(year: int, solution: str = "") -> str:
    """Return the name of the sum of a year's estimates, or of those of one solution."""
    within = f".{slug(solution)}" if solution else ""
    return f"operations.estimates.{year}{within}.total"


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
