"""Facts about focus areas and strategic areas: projects and money, this year and next, each and in all."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.money_results import ALL, FocusAreaBudget, StatusBudget, StrategicAreaBudget
from ehport.analysis.origins import Origins
from ehport.analysis.results import Summary
from ehport.analysis.sum_facts import missing_facts, next_money, sum_facts
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


def area_facts(found: Summary, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about areas; ``all`` is the sum of them."""
    used = [area for area in found.focus_areas if area.projects]
    cells = origins.answers(found.all_focus_areas.projects, "focus_area")
    yield Fact("areas.count", len(used), Unit.COUNT, _AREAS, cells)
    for area in (*found.focus_areas, found.all_focus_areas):
        yield from _focus_area(area, found, origins)
    yield from _strategic_areas(found, origins)


def _focus_area(area: FocusAreaBudget, found: Summary, origins: Origins) -> Iterator[Fact]:
    name, label = area.fact, _label(area)
    cells = origins.answers(area.projects, "focus_area")
    yield Fact(f"{name}.count", len(area.projects), Unit.COUNT, rule(_AREA, name=label), cells)
    words = rule(_AREA_MONEY, name=label)
    yield from sum_facts(name, area.budget, projects=area.projects, words=words, origins=origins)
    share = found.area_share(area)
    yield Fact(f"{name}.share", share, Unit.PERCENT, rule(_AREA_SHARE, name=label), origins.money(found.active))
    for status in (each.status for each in found.all_focus_areas.by_status):
        part = area.of(status) or StatusBudget.of(status, ())
        of_status = rule(_OF_STATUS, words=words, status=status.label) if status else None
        of_status = of_status or rule(_WITHOUT_STATUS, words=words)
        named = area.fact_of(status)
        yield from sum_facts(named, part.budget, projects=part.projects, words=of_status, origins=origins)


def _strategic_areas(found: Summary, origins: Origins) -> Iterator[Fact]:
    whole = found.all_strategic_areas
    cells = origins.answers((*whole.projects, *whole.next_projects), "focus_area")
    yield Fact("strategies.count", len(found.strategic_areas_in_use), Unit.COUNT, _STRATEGIES, cells)
    now = [area for area in found.strategic_areas if area.projects]
    of_now = origins.answers(whole.projects, "focus_area")
    yield Fact("strategies.this_year.count", len(now), Unit.COUNT, _STRATEGIES_NOW, of_now)
    lower = [area for area in found.strategic_areas_in_use if area.is_lower]
    money = [origins.money(area.projects) for area in lower]
    money += [next_money(area.next_projects, origins) for area in lower]
    cells = tuple(cell for each in money for cell in each)
    yield Fact("strategies.lower.count", len(lower), Unit.COUNT, _LOWER, cells)
    for each in (*found.strategic_areas, whole):
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
