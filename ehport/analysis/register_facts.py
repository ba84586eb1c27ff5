"""Facts the office has from elsewhere: its own figures, and operating costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from ehport.analysis.fact import Fact, Unit, Value, rule
from ehport.analysis.operations_results import Operations, estimates_fact
from ehport.analysis.origins import Origins
from ehport.analysis.sum_facts import missing_facts
from ehport.form.kinds import Amount
from ehport.form.register import OfficeFact
from ehport.lang.folding import fold
from ehport.lang.language import Text, same
from ehport.model.member import registered
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.submission import Entry

_ESTIMATES = Text("Summen av driftsanslagene for {year} i registeret", "The register's operating estimates for {year}")
_ESTIMATE = Text(
    "Summen av driftsanslagene for {solution} i {year}", "The operating estimates for {solution} in {year}"
)
_ONE_ESTIMATE = Text("Driftsanslag for {solution}: {effect}", "Operating estimate for {solution}: {effect}")
_USES = Text(
    "Prosjekter som gir økt drift av nasjonale løsninger, i registeret",
    "Projects that make national solutions dearer to operate, in the register",
)
_REPORTED = Text(
    "Årlig driftskostnad etter prosjektslutt for prosjektene i porteføljen som oppgir et beløp",
    "Yearly operating cost after the end, for the projects of the portfolio that give an amount",
)
_MILLIONS = frozenset({"mill. kr", "mill kr", "mill.kr", "mill. kroner", "mnok"})
_PERCENT = frozenset({"%", "prosent", "per cent"})
_LISTED = ";"


def office_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the figures that the office knows, each under the name it has in the register."""
    for entry in portfolio.register.rows.get("office_facts", ()):
        if entry.record.name and entry.record.value:
            yield _office(entry)


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


def _office(entry: Entry[OfficeFact]) -> Fact:
    record = entry.record
    value, unit = _valued(record.value or "", fold(record.unit or ""))
    return Fact(f"office.{record.name}", value, unit, same(record.meaning or ""), registered(entry, "value"))


def _valued(text: str, unit: str) -> tuple[Value, Unit]:
    """Return what the office wrote as a value: money, a share, a day, a number, a list, or the text itself."""
    if unit in _MILLIONS:
        amount = Amount().parse(text).value
        return (text, Unit.TEXT) if amount is None else (amount, Unit.TKR)
    if _LISTED in text:
        return aliases(text), Unit.NAMES
    try:
        return date.fromisoformat(text), Unit.DATE
    except ValueError:
        pass
    try:
        number = _whole(Decimal(text.replace(",", ".")))
    except InvalidOperation:
        return text, Unit.TEXT
    if unit in _PERCENT:
        return number, Unit.PERCENT
    return number, Unit.COUNT if isinstance(number, int) else Unit.NUMBER


def _whole(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number
