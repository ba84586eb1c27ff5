"""Deliverables: when they come, what became of them, and those of each focus area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ehport.analysis.areas import FocusAreaBudget
from ehport.analysis.basis import Basis, Listed
from ehport.analysis.ends import place, placed, quarter_of
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sums import how_many
from ehport.form.planned import PlannedTime
from ehport.form.project import OUTCOME_ASKED_SINCE, Deliverable
from ehport.form.vocabulary import DeliverableState
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.deliverables import outcome
from ehport.model.histories import Said, deliverable_histories, rounds_of
from ehport.model.member import Member, Source
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember
from ehport.model.submission import Entry

_NO_AREA = "none"
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
_OF = Text(
    "Leveranser fra prosjekter med {name} som primært innsatsområde",
    "Deliverables of projects with {name} as their primary focus area",
)
_OF_NONE = Text("Leveranser fra prosjekter uten innsatsområde", "Deliverables of projects without a focus area")
_EVERY = Text("Leveranser fra prosjektene i porteføljen", "Deliverables of the portfolio's projects")
_PARTS = {
    "delivered": Text("{words}, meldt levert", "{words}, reported delivered"),
    "overdue": Text(
        "{words}, ikke meldt levert og med siste mulige dag før siste frist",
        "{words}, not reported delivered, whose last possible day was before the cut-off day",
    ),
    "coming": Text("{words}, verken levert eller forbi tiden", "{words}, neither delivered nor past their time"),
    "slipped": Text(
        "{words}, planlagt senere nå enn da tidligere runder først meldte dem",
        "{words}, planned for later now than when earlier rounds first had them",
    ),
    "undated": Text("{words}, uten en tid som kan leses", "{words}, without a time that can be read"),
}


@dataclass(frozen=True, slots=True)
class PlannedDeliverable:
    """One deliverable of a counted project; ``overdue`` at the cut-off day.

    ``first`` is when earlier rounds first planned it, where it is later now.
    """

    project: Listed
    code: str
    name: str
    planned: PlannedTime | None
    planned_text: str
    delivered: bool
    overdue: bool
    sources: tuple[Source, ...]
    first: PlannedTime | None = None
    of_first: tuple[Source, ...] = ()

    @property
    def is_coming(self) -> bool:
        """Tell whether it is still to come: neither delivered nor past its time."""
        return not self.delivered and not self.overdue


@dataclass(frozen=True, slots=True)
class DeliverableSlot:
    """The deliverables of a quarter, of a year where only the year is known, or of the ``whole`` year."""

    year: int
    quarter: int | None
    deliverables: tuple[PlannedDeliverable, ...]
    whole: bool = False

    @property
    def fact(self) -> str:
        """The name of its facts."""
        within = "" if self.whole else f".q{self.quarter}" if self.quarter else ".year"
        return f"deliverables.{self.year}{within}"

    @property
    def delivered(self) -> int:
        """How many are delivered."""
        return sum(each.delivered for each in self.deliverables)

    @property
    def planned(self) -> int:
        """How many are not delivered."""
        return len(self.deliverables) - self.delivered


@dataclass(frozen=True, slots=True)
class Deliverables:
    """All deliverables of the counted projects, by quarter, by year alone, and without a readable time.

    ``is_asked`` tells that the form of the round asks what became of them.
    """

    quarters: tuple[DeliverableSlot, ...]
    years: tuple[DeliverableSlot, ...]
    undated: tuple[PlannedDeliverable, ...]
    is_asked: bool = True

    @property
    def slots(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, as precisely as it is known."""
        return (*self.quarters, *self.years)

    @property
    def every(self) -> tuple[PlannedDeliverable, ...]:
        """All of them, those without a time last."""
        return (*(each for slot in self.slots for each in slot.deliverables), *self.undated)

    @property
    def whole_years(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, year by year."""
        years: dict[int, tuple[PlannedDeliverable, ...]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.year):
            years[slot.year] = years.get(slot.year, ()) + slot.deliverables
        return tuple(DeliverableSlot(year, None, found, whole=True) for year, found in years.items())


@dataclass(frozen=True, slots=True)
class AreaDeliverables:
    """The deliverables of a focus area, or of the projects without one."""

    code: str
    name: str
    deliverables: tuple[PlannedDeliverable, ...]

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"area.{self.code or _NO_AREA}.deliverables"

    @property
    def placed(self) -> tuple[PlannedDeliverable, ...]:
        """Those with a time that can be read."""
        return tuple(each for each in self.deliverables if place(each.planned))

    @property
    def parts(self) -> dict[str, tuple[PlannedDeliverable, ...]]:
        """What becomes of them, by the ends of the facts' names; the first three make the whole."""
        return {
            "delivered": tuple(each for each in self.deliverables if each.delivered),
            "overdue": tuple(each for each in self.deliverables if each.overdue),
            "coming": tuple(each for each in self.deliverables if each.is_coming),
            "slipped": tuple(each for each in self.deliverables if each.first),
            "undated": tuple(each for each in self.deliverables if not place(each.planned)),
        }


def deliverables(basis: Basis) -> Deliverables:
    """Return the deliverables of the counted projects; those that are dropped are left out."""
    first = _first_planned(basis.portfolio)
    listed = [found for each in basis.portfolio.counted for found in _deliverables(basis, each)]
    listed = [_with_first(each, first.get(each.sources)) for each in listed]
    quarters, years, undated = placed(listed, lambda each: each.planned)
    return Deliverables(
        tuple(DeliverableSlot(year, quarter, found) for (year, quarter), found in quarters),
        tuple(DeliverableSlot(year, None, found) for (year, _), found in years),
        undated,
        is_asked=basis.portfolio.round.id >= OUTCOME_ASKED_SINCE,
    )


def deliverable_facts(found: Deliverables) -> Iterator[Fact]:
    """Yield the facts about deliverables."""
    every = found.every
    yield how_many("deliverables.count", every, _DELIVERABLES)
    yield how_many("deliverables.delivered.count", [each for each in every if each.delivered], _DELIVERED)
    yield how_many("deliverables.overdue.count", [each for each in every if each.overdue], _OVERDUE)
    yield how_many("deliverables.coming.count", [each for each in every if each.is_coming], _ALL_COMING)
    for slot in (*found.slots, *found.whole_years):
        when = rule(_IN, when=str(slot.year) if slot.whole else quarter_of(slot.year, slot.quarter))
        yield from _planned(slot.fact, slot.deliverables, when)
        to_come = [each for each in slot.deliverables if not each.delivered]
        yield how_many(f"{slot.fact}.planned", to_come, rule(_TO_COME, when=when))
    yield from _planned("deliverables.undated", found.undated, _NO_TIME)


def deliverables_by_area(found: Deliverables, areas: Sequence[FocusAreaBudget]) -> tuple[AreaDeliverables, ...]:
    """Return the areas with deliverables in the order of their numbers, the projects without an area last."""
    every = found.every
    codes = sorted({each.project.area or "" for each in every}, key=lambda code: (not code, sorting.key(code)))
    names = {area.code: area.name for area in areas}
    return tuple(
        AreaDeliverables(code, names.get(code, ""), tuple(each for each in every if (each.project.area or "") == code))
        for code in codes
    )


def area_deliverable_facts(found: Deliverables, areas: Sequence[AreaDeliverables]) -> Iterator[Fact]:
    """Yield the facts about the deliverables of each area, and how many slipped in all."""
    for area in areas:
        words = rule(_OF, name=f"{area.code} {area.name}".strip()) if area.code else _OF_NONE
        yield how_many(f"{area.fact}.count", area.deliverables, words)
        for name, listed in area.parts.items():
            told = _moved if name == "slipped" else how_many
            yield told(f"{area.fact}.{name}", listed, rule(_PARTS[name], words=words))
    slipped = tuple(each for each in found.every if each.first)
    yield _moved("deliverables.slipped.count", slipped, rule(_PARTS["slipped"], words=_EVERY))


def _moved(name: str, listed: Sequence[PlannedDeliverable], words: Text) -> Fact:
    """Return how many plans were moved, with the cells of both the first and the present one."""
    cells = tuple(cell for each in listed for cell in (*each.of_first, *each.sources))
    return Fact(name, len(listed), Unit.COUNT, words, cells)


def _with_first(found: PlannedDeliverable, first: Said | None) -> PlannedDeliverable:
    if first is None or not isinstance(first.value, PlannedTime):
        return found
    return replace(found, first=first.value, of_first=first.sources)


def _first_planned(portfolio: Portfolio) -> dict[tuple[Source, ...], Said]:
    """Return when deliverables that are later now were first planned, by the cells of their times."""
    if not portfolio.memories:
        return {}
    memories = (*portfolio.memories, remember(portfolio, is_now=True))
    found = {}
    for member in portfolio.counted:
        rounds = rounds_of((member.id, *aliases(member.register.record.aliases)), memories)
        rows = member.entry.filled_in().rows.get("deliverables", ()) if member.entry else ()
        for row, (_, history) in zip(rows, deliverable_histories(rounds), strict=True):
            if history.times and history.total > 0:
                found[member.submitted(row, "planned")] = history.said[0]
    return found


def _deliverables(basis: Basis, member: Member) -> list[PlannedDeliverable]:
    listed = member.entry.rows.get("deliverables", ()) if member.entry else ()
    return [_deliverable(basis, member, entry=each) for each in listed if outcome(each) is not DeliverableState.DROPPED]


def _deliverable(basis: Basis, member: Member, *, entry: Entry[Deliverable]) -> PlannedDeliverable:
    record = entry.record
    last = record.planned.latest() if record.planned else None
    delivered = outcome(entry) is DeliverableState.DELIVERED
    return PlannedDeliverable(
        project=basis.everyone[member.id],
        code=record.code or "",
        name=record.name or entry.text("name"),
        planned=record.planned,
        planned_text=entry.text("planned"),
        delivered=delivered,
        overdue=not delivered and last is not None and last < basis.portfolio.round.cutoff,
        sources=member.submitted(entry, "planned") or member.submitted(entry, "name"),
    )


def _planned(name: str, listed: Sequence[PlannedDeliverable], when: Text) -> Iterator[Fact]:
    """Yield how many deliverables there are at a time, and how many of them are delivered, late or still to come."""
    yield how_many(f"{name}.count", listed, rule(_PLANNED, when=when))
    yield how_many(f"{name}.delivered", [each for each in listed if each.delivered], rule(_DONE, when=when))
    yield how_many(f"{name}.overdue", [each for each in listed if each.overdue], rule(_LATE, when=when))
    yield how_many(f"{name}.coming", [each for each in listed if each.is_coming], rule(_COMING, when=when))
