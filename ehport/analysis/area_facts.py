"""Facts about focus areas and strategic areas: projects and money, this year and next, each and in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.listed import Listed
from ehport.analysis.money_results import ALL, FocusAreaBudget, StatusBudget, StrategicAreaBudget
from ehport.analysis.origins import Origins, Sources
from ehport.analysis.sum_facts import missing_facts, next_money, sum_facts
from ehport.analysis.totals import all_focus_areas, all_strategic_areas, area_share, strategic_areas_in_use
from ehport.lang.language import Text

_AREA = Text("Prosjekter med {name} som primært innsatsområde", "Projects with {name} as their primary focus area")
_AREA_MONEY = Text(
    "Budsjettet i år for prosjekter med {name} som primært innsatsområde",
    "This year's budget of projects with {name} as their primary focus area",
)
_AREA_SHARE = Text(
    "Andelen av budsjettet i år til prosjekter med {name} som primært innsatsområde, i hele prosent",
    "The share of this year's budget of projects with {name} as their primary focus area, in whole percentages",
)
_OF_STATUS = Text("{words} og status {status}", "{words} and status {status}")
_WITHOUT_STATUS = Text("{words}, uten status eller på pause", "{words}, without a status or paused")
_AREAS = Text("Innsatsområder med prosjekter", "Focus areas with projects")
_STRATEGIC = Text(
    "Prosjekter med primært innsatsområde under {name}", "Projects with their primary focus area under {name}"
)
_STRATEGIC_MONEY = Text(
    "Budsjettet i år for prosjekter med primært innsatsområde under {name}",
    "This year's budget of projects with their primary focus area under {name}",
)
_STRATEGIC_NEXT = Text(
    "Prosjekter som ventes neste år, med primært innsatsområde under {name}",
    "Projects expected next year, with their primary focus area under {name}",
)
_STRATEGIC_NEXT_MONEY = Text(
    "Budsjettet neste år for prosjekter som ventes da, med primært innsatsområde under {name}",
    "Next year's budget of the projects expected then, with their primary focus area under {name}",
)
_ANY = Text("et av områdene", "one of the areas")
_STRATEGIES = Text(
    "Strategiområder med prosjekter i år eller neste år", "Strategic areas with projects this year or next"
)
_STRATEGIES_NOW = Text("Strategiområder med prosjekter i år", "Strategic areas with projects this year")
_LOWER = Text(
    "Strategiområder der det er meldt mindre for neste år enn for i år",
    "Strategic areas with less money reported for next year than for this year",
)


def focus_area_facts(areas: Sequence[FocusAreaBudget], active: Sequence[Listed], *, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about focus areas; ``all`` is the sum of them."""
    used, whole = [area for area in areas if area.projects], all_focus_areas(areas)
    cells, money = origins.answers(whole.projects, "focus_area"), origins.money(active)
    yield Fact("areas.count", len(used), Unit.COUNT, _AREAS, cells)
    for area in (*areas, whole):
        yield from _focus_area(area, whole, money=money, origins=origins)


def _focus_area(area: FocusAreaBudget, whole: FocusAreaBudget, *, money: Sources, origins: Origins) -> Iterator[Fact]:
    name, label = area.fact, _label(area)
    cells = origins.answers(area.projects, "focus_area")
    yield Fact(f"{name}.count", len(area.projects), Unit.COUNT, rule(_AREA, name=label), cells)
    words = rule(_AREA_MONEY, name=label)
    yield from sum_facts(name, area.budget, projects=area.projects, words=words, origins=origins)
    yield Fact(f"{name}.share", area_share(area, whole), Unit.PERCENT, rule(_AREA_SHARE, name=label), money)
    for status in (each.status for each in whole.by_status):
        part = area.of(status) or StatusBudget.of(status, ())
        of_status = rule(_OF_STATUS, words=words, status=status.label) if status else None
        of_status = of_status or rule(_WITHOUT_STATUS, words=words)
        named = area.fact_of(status)
        yield from sum_facts(named, part.budget, projects=part.projects, words=of_status, origins=origins)


def strategic_area_facts(areas: Sequence[StrategicAreaBudget], origins: Origins) -> Iterator[Fact]:
    """Yield the facts about strategic areas, this year and next; ``all`` is the sum of them."""
    whole, used = all_strategic_areas(areas), strategic_areas_in_use(areas)
    cells = origins.answers((*whole.projects, *whole.next_projects), "focus_area")
    yield Fact("strategies.count", len(used), Unit.COUNT, _STRATEGIES, cells)
    now = [area for area in areas if area.projects]
    of_now = origins.answers(whole.projects, "focus_area")
    yield Fact("strategies.this_year.count", len(now), Unit.COUNT, _STRATEGIES_NOW, of_now)
    lower = [area for area in used if area.is_lower]
    money = [origins.money(area.projects) for area in lower]
    money += [next_money(area.next_projects, origins) for area in lower]
    cells = tuple(cell for each in money for cell in each)
    yield Fact("strategies.lower.count", len(lower), Unit.COUNT, _LOWER, cells)
    for each in (*areas, whole):
        yield from _strategic_area(each, origins)


def _strategic_area(area: StrategicAreaBudget, origins: Origins) -> Iterator[Fact]:
    name, label = area.fact, _label(area)
    cells = origins.answers(area.projects, "focus_area")
    yield Fact(f"{name}.count", len(area.projects), Unit.COUNT, rule(_STRATEGIC, name=label), cells)
    words = rule(_STRATEGIC_MONEY, name=label)
    yield from sum_facts(name, area.budget, projects=area.projects, words=words, origins=origins)
    cells = origins.answers(area.next_projects, "focus_area")
    expected = rule(_STRATEGIC_NEXT, name=label)
    yield Fact(f"{name}.next.count", len(area.next_projects), Unit.COUNT, expected, cells)
    words, money = rule(_STRATEGIC_NEXT_MONEY, name=label), next_money(area.next_projects, origins)
    yield Fact(f"{name}.next", area.next_budget.over(area.next_projects), Unit.TKR, words, money)
    yield from missing_facts(f"{name}.next", area.next_budget, origins=origins)


def _label(area: FocusAreaBudget | StrategicAreaBudget) -> str | Text:
    return f"{area.code} {area.name}".strip() if area.code != ALL else _ANY
