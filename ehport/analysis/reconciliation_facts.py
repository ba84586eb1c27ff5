"""Facts about the reconciliation: what is reported, what is estimated, the difference, and who is lacking."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.reconciliation import Reconciled, Reconciliation
from ehport.lang.language import Text, same

_REPORTED = Text(
    "Årlig driftskostnad som prosjektene melder for {solution} fra et år i {years}",
    "Yearly operating cost that projects report for {solution} from a year in {years}",
)
_ESTIMATED = Text(
    "Driftsanslagene i registeret for {solution} i {years}, til sammen",
    "The register's operating estimates for {solution} in {years}, in all",
)
_DIFFERENCE = Text(
    "Det prosjektene melder for {solution}, minus anslagene i registeret, i {years}; det som mangler, teller som null",
    "What projects report for {solution} minus the register's estimates, in {years}; what is lacking counts as zero",
)
_LACKING = Text(
    "Prosjekter som registeret har på {solution}, og som ikke melder et beløp med år",
    "Projects that the register has for {solution}, and that report no amount with a year",
)
_ANSWER = Text("Som meldt for {solution}", "As submitted for {solution}")
_ALL = Text("alle nasjonale løsninger", "all national solutions")


def reconciliation_facts(found: Reconciliation) -> Iterator[Fact]:
    """Yield the facts of every solution and year, of the sums, and of each project's own cost."""
    for each in (*found.lines, *found.sums):
        yield from _line(each, found.years[0])
    for use in found.uses:
        yield Fact(use.fact, use.amount, Unit.TKR, rule(_ANSWER, solution=use.solution), use.sources)


def _line(each: Reconciled, first: int) -> Iterator[Fact]:
    words: dict[str, str | Text] = {
        "solution": same(each.solution) if each.solution else _ALL,
        "years": str(first) if first == each.year else f"{first}–{each.year}",
    }
    reported = tuple(cell for use in each.reported for cell in use.sources)
    estimates = tuple(cell for _, cells in each.estimates for cell in cells)
    lacking = tuple(cell for one in each.lacking for cell in one.source)
    yield Fact(f"{each.fact}.reported.total", each.amount, Unit.TKR, rule(_REPORTED, **words), reported)
    yield Fact(f"{each.fact}.estimated.total", each.estimated, Unit.TKR, rule(_ESTIMATED, **words), estimates)
    both = (*reported, *estimates)
    yield Fact(f"{each.fact}.difference.total", each.difference, Unit.TKR, rule(_DIFFERENCE, **words), both)
    who = rule(_LACKING, solution=words["solution"])
    yield Fact(f"{each.fact}.lacking.count", len(each.lacking), Unit.COUNT, who, lacking)
    yield Fact(f"{each.fact}.lacking.names", tuple(one.name for one in each.lacking), Unit.NAMES, who, lacking)
