"""Facts about time: when projects end and deliverables come, year by year and quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.listed import Listed
from ehport.analysis.origins import Origins
from ehport.analysis.time_results import Deliverables, Ends, PlannedDeliverable, Slot
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
_TO_COME = Text("Leveranser {when} som ikke er levert", "Deliverables {when} that are not delivered")
_PLANNED = Text("Leveranser {when}", "Deliverables {when}")
_LATE = Text(
    "Leveranser {when} som ikke er meldt levert, og der siste mulige dag var før siste frist",
    "Deliverables {when} not reported as delivered whose last possible day was before the cut-off day",
)
_COMING = Text(
    "Leveranser {when} som verken er levert eller har passert tiden",
    "Deliverables {when} that are neither delivered nor past their time",
)
_ALL_COMING = Text(
    "Leveranser som verken er levert eller har passert tiden",
    "Deliverables that are neither delivered nor past their time",
)
_IN = Text("med tid i {when}", "in {when}")
_NO_TIME = Text("uten en tid som kan leses", "without a time that can be read")
_DONE = Text("Leveranser {when} som er levert", "Deliverables {when} that are delivered")
_YEAR_ALONE = Text("{year}, uten kvartal", "{year}, without a quarter")
_QUARTER = Text("{quarter}. kvartal {year}", "Q{quarter} {year}")


def end_facts(found: Ends, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about the ends of projects."""
    slots = (*found.quarters, *found.years)
    for slot in slots:
        cells = origins.answers(slot.projects, "ends")
        named = rule(_ENDS, when=quarter_of(slot.year, slot.quarter))
        yield Fact(f"{slot.fact}.count", len(slot.projects), Unit.COUNT, named, cells)
    for year in sorted({slot.year for slot in slots}):
        projects = _of_year(slots, year)
        cells = origins.answers(projects, "ends")
        yield Fact(f"ends.{year}.count", len(projects), Unit.COUNT, rule(_ENDS, when=str(year)), cells)
    unknown = origins.answers(found.unknown, "ends")
    yield Fact("ends.unknown.count", len(found.unknown), Unit.COUNT, _ENDS_UNKNOWN, unknown)


def deliverable_facts(found: Deliverables) -> Iterator[Fact]:
    """Yield the facts about deliverables."""
    every = found.every
    yield Fact("deliverables.count", len(every), Unit.COUNT, _DELIVERABLES, _cells(every))
    yield _some("deliverables.delivered.count", [each for each in every if each.delivered], _DELIVERED)
    yield _some("deliverables.overdue.count", [each for each in every if each.overdue], _OVERDUE)
    yield _some("deliverables.coming.count", [each for each in every if each.is_coming], _ALL_COMING)
    for slot in (*found.slots, *found.whole_years):
        when = rule(_IN, when=str(slot.year) if slot.whole else quarter_of(slot.year, slot.quarter))
        yield from _planned(slot.fact, slot.deliverables, when)
        to_come = [each for each in slot.deliverables if not each.delivered]
        yield _some(f"{slot.fact}.planned", to_come, rule(_TO_COME, when=when))
    yield from _planned("deliverables.undated", found.undated, _NO_TIME)


def _planned(name: str, listed: Sequence[PlannedDeliverable], when: Text) -> Iterator[Fact]:
    """Yield how many deliverables there are at a time, and how many of them are delivered, late or still to come."""
    yield _some(f"{name}.count", listed, rule(_PLANNED, when=when))
    yield _some(f"{name}.delivered", [each for each in listed if each.delivered], rule(_DONE, when=when))
    yield _some(f"{name}.overdue", [each for each in listed if each.overdue], rule(_LATE, when=when))
    yield _some(f"{name}.coming", [each for each in listed if each.is_coming], rule(_COMING, when=when))


def _some(name: str, listed: Sequence[PlannedDeliverable], words: Text) -> Fact:
    return Fact(name, len(listed), Unit.COUNT, words, _cells(listed))


def _of_year(slots: Iterable[Slot], year: int) -> list[Listed]:
    return [project for slot in slots if slot.year == year for project in slot.projects]


def _cells(deliverables: Iterable[PlannedDeliverable]) -> tuple[Source, ...]:
    return tuple(cell for each in deliverables for cell in each.sources)


def quarter_of(year: int, quarter: int | None) -> Text:
    """Return a quarter in words, or a year where it has none."""
    return rule(_QUARTER, year=str(year), quarter=str(quarter)) if quarter else rule(_YEAR_ALONE, year=str(year))
