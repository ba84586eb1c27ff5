"""The reconciliation: what projects report for each national solution and year, beside the register's estimates.

An estimate is the change of a solution's operating cost from the year before. What is reported is the yearly cost from
a year on. Both are added up over the years that the estimates cover, so that a cost which comes a year later than it
was estimated differs in one year and not in the next. What began before the first of these years is in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.form.vocabulary import Solution
from ehport.lang import sorting
from ehport.lang.folding import slug, words
from ehport.lang.language import Text, same
from ehport.model.member import Member, Source, registered
from ehport.model.portfolio import aliases
from ehport.model.submission import Entry

FIELD = "solutions"
_KNOWN = {words(each.label.nb): place for place, each in enumerate(Solution)}
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


class Outside(Enum):
    """Why a reported cost is in no year of the reconciliation."""

    NO_AMOUNT = "no_amount"
    NO_YEAR = "no_year"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ReportedUse:
    """What a project reports of one solution; the texts are as typed, and ``outside`` says why no year counts it."""

    project: Listed
    solution: str
    amount: int | None
    year: int | None
    texts: Mapping[str, str]
    of_amount: tuple[Source, ...]
    of_year: tuple[Source, ...]
    outside: Outside | None = None

    @property
    def fact(self) -> str:
        """The name of its amount."""
        return f"{self.project.fact}.solutions.{slug(self.solution)}.operating_cost"

    @property
    def is_usable(self) -> bool:
        """Tell whether it has an amount and a year; that a solution costs no more needs no year."""
        return self.amount == 0 or self.outside not in (Outside.NO_AMOUNT, Outside.NO_YEAR)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A project that the register has for a solution, and that reports no cost that can be counted."""

    id: str
    name: str
    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One solution in one year, or all of them where ``solution`` is empty; amounts from the first year on."""

    solution: str
    year: int
    reported: tuple[ReportedUse, ...]
    estimates: tuple[tuple[int, tuple[Source, ...]], ...]
    lacking: tuple[Lacking, ...]
    answered: tuple[ReportedUse, ...]

    @property
    def fact(self) -> str:
        """What the names of its facts begin with."""
        return f"reconciliation.{self.year}.{slug(self.solution) or 'all'}"

    @property
    def amount(self) -> int | None:
        """What is reported; zero when all who answer come later, ``None`` when nobody answers."""
        return sum(each.amount or 0 for each in self.reported) if self.answered else None

    @property
    def reporting(self) -> tuple[str, ...]:
        """The ids of the projects that make up the amount, in order."""
        return tuple(sorted({each.project.id for each in self.reported if each.amount}, key=sorting.key))

    @property
    def estimated(self) -> int | None:
        """What the register estimates, ``None`` when it has no estimate."""
        return sum(amount for amount, _ in self.estimates) if self.estimates else None

    @property
    def difference(self) -> int | None:
        """What is reported minus what is estimated; one that is lacking counts as zero, but not both."""
        if self.amount is None and self.estimated is None:
            return None
        return (self.amount or 0) - (self.estimated or 0)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every solution and year, the sum of each year, and every answer; nothing where no project answers."""

    years: tuple[int, ...]
    lines: tuple[Reconciled, ...]
    sums: tuple[Reconciled, ...]
    uses: tuple[ReportedUse, ...]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the lines from what projects report and what the register says."""

    first: int
    uses: tuple[ReportedUse, ...]
    estimates: tuple[Entry[Any], ...]
    listed: tuple[Entry[Any], ...]

    def solutions(self) -> tuple[str, ...]:
        """Return the solutions that anybody names, in the vocabulary's order and then as they are named."""
        named = (
            *(each.record.solution or "" for each in self.estimates),
            *(name for each in self.listed for name in aliases(each.record.solutions)),
            *(each.solution for each in self.uses),
        )
        found: dict[str, str] = {}
        for name in named:
            found.setdefault(words(name), name)
        return tuple(found[key] for key in sorted(found, key=lambda each: _KNOWN.get(each, len(_KNOWN))))

    def line(self, solution: str, year: int) -> Reconciled:
        """Return one solution in one year."""
        own = tuple(each for each in self.uses if words(each.solution) == words(solution) and each.is_usable)
        return Reconciled(
            solution=solution,
            year=year,
            reported=tuple(each for each in own if each.outside is None and each.year and each.year <= year),
            estimates=tuple(
                (each.record.amount or 0, registered(each, "amount"))
                for each in self.estimates
                if words(each.record.solution or "") == words(solution)
                and self.first <= (each.record.year or 0) <= year
            ),
            lacking=tuple(self._lacking(solution, {each.project.id for each in own})),
            answered=own,
        )

    def _lacking(self, solution: str, answering: set[str]) -> Iterator[Lacking]:
        for each in self.listed:
            use = each.record
            names = {words(name) for name in aliases(use.solutions)}
            if words(solution) in names and use.project not in answering:
                yield Lacking(use.project or "", use.name or "", registered(each, "solutions"))


def reconciliation(basis: Basis) -> Reconciliation:
    """Return what all projects of the register report beside what the register estimates."""
    rows = basis.portfolio.register.rows
    estimates = tuple(rows.get("operating_estimates", ()))
    found = [each for member in basis.members.values() for each in _uses(basis, member)]
    if not found:
        return Reconciliation((), (), (), ())
    years = _years(estimates, found)
    first = years[0] if estimates and years else 0
    uses = tuple(_placed(each, first=first, last=years[-1] if years else 0) for each in found)
    made = _Maker(first, uses, estimates, tuple(rows.get("solution_uses", ())))
    names = made.solutions()
    lines = tuple(made.line(name, year) for name in names for year in years)
    sums = tuple(_sum(year, [each for each in lines if each.year == year]) for year in years)
    return Reconciliation(years, lines, sums, uses)


def reconciliation_facts(found: Reconciliation) -> Iterator[Fact]:
    """Yield the facts of every solution and year, of the sums, and of each project's own cost."""
    for each in (*found.lines, *found.sums):
        yield from _line(each, found.years[0])
    for use in found.uses:
        yield Fact(use.fact, use.amount, Unit.TKR, rule(_ANSWER, solution=use.solution), use.of_amount)


def _uses(basis: Basis, member: Member) -> Iterator[ReportedUse]:
    for row in member.entry.rows.get(FIELD, ()) if member.entry else ():
        record = row.record
        texts = {name: row.text(name) for name in ("operating_cost", "from_year", "consulted")}
        yield ReportedUse(
            project=basis.everyone[member.id],
            solution=record.solution.label.nb if record.solution else row.text("solution"),
            amount=record.operating_cost,
            year=record.from_year,
            texts=texts,
            of_amount=member.submitted(row, "operating_cost"),
            of_year=member.submitted(row, "from_year"),
        )


def _years(estimates: Iterable[Entry[Any]], uses: Iterable[ReportedUse]) -> tuple[int, ...]:
    """Return the years that the register estimates; without estimates those that projects report."""
    estimated = {each.record.year for each in estimates} or {each.year for each in uses}
    return tuple(sorted(year for year in estimated if year))


def _placed(use: ReportedUse, *, first: int, last: int) -> ReportedUse:
    """Return what is reported, with why no year counts it if none does."""
    if use.amount is None:
        outside: Outside | None = Outside.NO_AMOUNT
    elif use.year is None:
        outside = Outside.NO_YEAR if use.amount else None
    else:
        outside = Outside.BEFORE if use.year < first else Outside.AFTER if use.year > last else None
    return replace(use, outside=outside)


def _sum(year: int, lines: Iterable[Reconciled]) -> Reconciled:
    parts = tuple(lines)
    lacking = {one.id: one for each in parts for one in each.lacking}
    return Reconciled(
        solution="",
        year=year,
        reported=tuple(use for each in parts for use in each.reported),
        estimates=tuple(found for each in parts for found in each.estimates),
        lacking=tuple(sorted(lacking.values(), key=lambda one: sorting.key(one.id))),
        answered=tuple(use for each in parts for use in each.answered),
    )


def _line(each: Reconciled, first: int) -> Iterator[Fact]:
    words: dict[str, str | Text] = {
        "solution": same(each.solution) if each.solution else _ALL,
        "years": str(first) if first == each.year else f"{first}–{each.year}",
    }
    reported = tuple(cell for use in each.reported for cell in (*use.of_amount, *use.of_year))
    estimates = tuple(cell for _, cells in each.estimates for cell in cells)
    lacking = tuple(cell for one in each.lacking for cell in one.source)
    yield Fact(f"{each.fact}.reported.total", each.amount, Unit.TKR, rule(_REPORTED, **words), reported)
    yield Fact(f"{each.fact}.estimated.total", each.estimated, Unit.TKR, rule(_ESTIMATED, **words), estimates)
    both = (*reported, *estimates)
    yield Fact(f"{each.fact}.difference.total", each.difference, Unit.TKR, rule(_DIFFERENCE, **words), both)
    who = rule(_LACKING, solution=words["solution"])
    yield Fact(f"{each.fact}.lacking.count", len(each.lacking), Unit.COUNT, who, lacking)
    yield Fact(f"{each.fact}.lacking.names", tuple(one.name for one in each.lacking), Unit.NAMES, who, lacking)
