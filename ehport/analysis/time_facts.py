"""Facts about time: when projects end and deliverables come, year by year and quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import Origins
from ehport.analysis.results import Deliverables, Ends, Listed, PlannedDeliverable, Slot, Summary
from ehport.lang.language import Text
from ehport.model.member import Source

_ENDS = Text(
    "Prosjekter i porteføljen der meldt slutt ligger i {when}",
    "Projects of the portfolio whose reported end lies in {when}",
)
_ENDS_UNKNOWN = Text(
    "Prosjekter i porteføljen uten en slutt som kan leses", "Projects of the portfolio without an end that can be read"
)
_DELIVERABLES = Text(
    "Leveranser fra prosjektene i porteføljen, uten dem som utgår",
    "Deliverables of the portfolio's projects, without those that are dropped",
)
_DELIVERED = Text("Leveranser som er meldt levert", "Deliverables reported as delivered")
_OVERDUE = Text(
    "Leveranser som ikke er meldt levert, og der siste mulige dag var før siste frist",
    "Deliverables not reported as delivered whose last possible day was before the cut-off day",
)
_UNDATED = Text("Leveranser uten en tid som kan leses", "Deliverables without a time that can be read")
_TO_COME = Text("Leveranser med tid i {when} som ikke er levert", "Deliverables in {when} that are not delivered")
_DONE = Text("Leveranser med tid i {when} som er levert", "Deliverables in {when} that are delivered")
_YEAR_ALONE = Text("{year}, uten kvartal", "{year}, without a quarter")
_QUARTER = Text("{quarter}. kvartal {year}", "Q{quarter} {year}")


def time_facts(found: Summary, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about ends and deliverables."""
    yield from _ends(found.ends, origins)
    yield from _deliverables(found.deliverables)


def _ends(found: Ends, origins: Origins) -> Iterator[Fact]:
    slots = (*found.quarters, *found.years)
    for slot in slots:
        cells = origins.answers(slot.projects, "ends")
        named = rule(_ENDS, when=_when(slot.year, slot.quarter))
        yield Fact(f"ends.{_place(slot.year, slot.quarter)}.count", len(slot.projects), Unit.COUNT, named, cells)
    for year in sorted({slot.year for slot in slots}):
        projects = _of_year(slots, year)
        cells = origins.answers(projects, "ends")
        yield Fact(f"ends.{year}.count", len(projects), Unit.COUNT, rule(_ENDS, when=str(year)), cells)
    unknown = origins.answers(found.unknown, "ends")
    yield Fact("ends.unknown.count", len(found.unknown), Unit.COUNT, _ENDS_UNKNOWN, unknown)


def _deliverables(found: Deliverables) -> Iterator[Fact]:
    slots = (*found.quarters, *found.years)
    dated = [each for slot in slots for each in slot.deliverables]
    every = [*dated, *found.undated]
    delivered = [each for each in every if each.delivered]
    overdue = [each for each in every if each.overdue]
    yield Fact("deliverables.count", len(every), Unit.COUNT, _DELIVERABLES, _cells(every))
    yield Fact("deliverables.delivered.count", len(delivered), Unit.COUNT, _DELIVERED, _cells(delivered))
    yield Fact("deliverables.overdue.count", len(overdue), Unit.COUNT, _OVERDUE, _cells(overdue))
    yield Fact("deliverables.undated.count", len(found.undated), Unit.COUNT, _UNDATED, _cells(found.undated))
    for slot in slots:
        name = f"deliverables.{_place(slot.year, slot.quarter)}"
        when = _when(slot.year, slot.quarter)
        done = [each for each in slot.deliverables if each.delivered]
        to_come = [each for each in slot.deliverables if not each.delivered]
        yield Fact(f"{name}.planned", slot.planned, Unit.COUNT, rule(_TO_COME, when=when), _cells(to_come))
        yield Fact(f"{name}.delivered", slot.delivered, Unit.COUNT, rule(_DONE, when=when), _cells(done))


def _of_year(slots: Iterable[Slot], year: int) -> list[Listed]:
    return [project for slot in slots if slot.year == year for project in slot.projects]


def _cells(deliverables: Iterable[PlannedDeliverable]) -> tuple[Source, ...]:
    return tuple(cell for each in deliverables for cell in each.sources)


def _place(year: int, quarter: int | None) -> str:
    return f"{year}.q{quarter}" if quarter else f"{year}.year"


def _when(year: int, quarter: int | None) -> Text:
    return rule(_QUARTER, year=str(year), quarter=str(quarter)) if quarter else rule(_YEAR_ALONE, year=str(year))
