"""Deliverables by focus area: those of the projects that have the area as their primary one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.money_results import FocusAreaBudget
from ehport.analysis.time_results import Deliverables, PlannedDeliverable
from ehport.analysis.timeline import place
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.member import Source

_NO_AREA = "none"
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
        yield Fact(f"{area.fact}.count", len(area.deliverables), Unit.COUNT, words, _cells(area.deliverables))
        for name, listed in area.parts.items():
            yield Fact(f"{area.fact}.{name}", len(listed), Unit.COUNT, rule(_PARTS[name], words=words), _cells(listed))
    slipped = tuple(each for each in found.every if each.first)
    words = rule(_PARTS["slipped"], words=_EVERY)
    yield Fact("deliverables.slipped.count", len(slipped), Unit.COUNT, words, _cells(slipped))


def _cells(deliverables: Iterable[PlannedDeliverable]) -> tuple[Source, ...]:
    return tuple(cell for each in deliverables for cell in each.sources)
