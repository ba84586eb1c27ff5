"""Facts about money and projects: in all, per organisation, cost group, focus area and strategic area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import Origins, Sources
from ehport.analysis.results import Listed, NextYear, StrategicAreaBudget, Summary, Total
from ehport.lang.folding import slug
from ehport.lang.language import Text

_TOTAL = Text(
    "Budsjettet i år for aktive og nye prosjekter; et pauset prosjekt teller som prosjekt, pengene teller ikke",
    "This year's budget of active and new projects; a paused project counts as a project, its money does not",
)
_KNOWN = Text("Prosjekter som summen omfatter", "Projects that the sum covers")
_MISSING = Text(
    "Prosjekter som mangler i summen fordi de ikke har oppgitt et beløp som kan leses; pausede regnes ikke med",
    "Projects that the sum lacks because they give no amount that can be read; paused ones are left out",
)
_ORGANISATION = Text(
    "Prosjekter der registeret sier at {name} er ansvarlig", "Projects that {name} is responsible for in the register"
)
_ORGANISATION_MONEY = Text(
    "Budsjettet i år for prosjekter der {name} er ansvarlig; pausede prosjekters penger teller ikke",
    "This year's budget of projects that {name} is responsible for; paused projects' money does not count",
)
_GROUP = Text(
    "Prosjektene til virksomhetene i kostnadsgruppen {name}", "Projects of the organisations in the cost group {name}"
)
_GROUP_MONEY = Text("Summen for virksomhetene i kostnadsgruppen {name}", "The sum of the cost group {name}")
_GROUP_SHARE = Text(
    "Kostnadsgruppens andel av budsjettet i år, hele prosent etter største rest",
    "The cost group's share of this year's budget, whole percentages by largest remainder",
)
_AREA = Text("Prosjekter med {name} som primært innsatsområde", "Projects with {name} as their primary focus area")
_AREA_MONEY = Text(
    "Budsjettet i år for prosjekter med {name} som primært innsatsområde",
    "This year's budget of projects with {name} as their primary focus area",
)
_AREA_STATUS_MONEY = Text(
    "Budsjettet i år for prosjekter med {name} som primært innsatsområde og status {status}",
    "This year's budget of projects with {name} as their primary focus area and status {status}",
)
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
_NEXT = Text(
    "Årets prosjekter uten dem som slutter i år, og med kandidatene",
    "This year's projects without those that end this year, and with the candidates",
)
_NEXT_MONEY = Text(
    "Budsjettet neste år for prosjektene som ventes da: årets uten dem som slutter, og kandidatene",
    "Next year's budget of the projects expected then: this year's without those that end, and the candidates",
)
_ENDING = Text(
    "Prosjekter der siste dag i meldt slutt er i eller før budsjettåret, eller slutten er meldt som levert",
    "Projects whose last possible day of the reported end lies in or before the budget year, or whose end is delivered",
)
_GOING_ON = Text("Årets prosjekter uten dem som slutter i år", "This year's projects without those that end this year")


def money_facts(found: Summary, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about money."""
    yield from _total("budget", found.budget, projects=found.projects, words=_TOTAL, origins=origins)
    yield from _organisations(found, origins)
    yield from _focus_areas(found, origins)
    yield from _strategic_areas(found, origins)
    yield from _next_year(found.next_year, origins)


def _organisations(found: Summary, origins: Origins) -> Iterator[Fact]:
    for each in found.organisations:
        name = f"actor.{slug(each.short_name)}"
        cells = origins.registered(each.projects, "responsible")
        named = rule(_ORGANISATION, name=each.name)
        yield Fact(f"{name}.count", len(each.projects), Unit.COUNT, named, cells)
        words = rule(_ORGANISATION_MONEY, name=each.name)
        yield from _total(name, each.budget, projects=each.projects, words=words, origins=origins)
    everything = origins.money(found.active)
    for group in found.groups:
        name = f"group.{slug(group.name)}"
        projects = [project for each in group.organisations for project in each.projects]
        cells = origins.registered(projects, "responsible")
        yield Fact(f"{name}.count", group.count, Unit.COUNT, rule(_GROUP, name=group.name), cells)
        words = rule(_GROUP_MONEY, name=group.name)
        yield from _total(name, group.budget, projects=projects, words=words, origins=origins)
        yield Fact(f"{name}.share", group.share, Unit.PERCENT, _GROUP_SHARE, everything)


def _focus_areas(found: Summary, origins: Origins) -> Iterator[Fact]:
    for area in found.focus_areas:
        name, label = f"area.{area.code}", f"{area.code} {area.name}".strip()
        cells = origins.answers(area.projects, "focus_area")
        yield Fact(f"{name}.count", len(area.projects), Unit.COUNT, rule(_AREA, name=label), cells)
        words = rule(_AREA_MONEY, name=label)
        yield from _total(name, area.budget, projects=area.projects, words=words, origins=origins)
        for part in area.by_status:
            if part.status is not None:
                words = rule(_AREA_STATUS_MONEY, name=label, status=part.status.label)
                of_status = f"{name}.{part.status.value}"
                yield from _total(of_status, part.budget, projects=part.projects, words=words, origins=origins)


def _strategic_areas(found: Summary, origins: Origins) -> Iterator[Fact]:
    for area in found.strategic_areas:
        name, label = f"strategic.{area.code}", f"{area.code} {area.name}".strip()
        cells = origins.answers(area.projects, "focus_area")
        yield Fact(f"{name}.count", len(area.projects), Unit.COUNT, rule(_STRATEGIC, name=label), cells)
        words = rule(_STRATEGIC_MONEY, name=label)
        yield from _total(name, area.budget, projects=area.projects, words=words, origins=origins)
        yield from _next_in_area(name, label, area=area, origins=origins)


def _next_in_area(name: str, label: str, *, area: StrategicAreaBudget, origins: Origins) -> Iterator[Fact]:
    cells = origins.answers(area.next_projects, "focus_area")
    expected = rule(_STRATEGIC_NEXT, name=label)
    yield Fact(f"{name}.next.count", len(area.next_projects), Unit.COUNT, expected, cells)
    words, money = rule(_STRATEGIC_NEXT_MONEY, name=label), _next_money(area.next_projects, origins)
    yield Fact(f"{name}.next", area.next_budget.amount, Unit.TKR, words, money)
    yield from _missing(f"{name}.next", area.next_budget, origins=origins)


def _next_year(found: NextYear, origins: Origins) -> Iterator[Fact]:
    ends = origins.answers(found.ending, "ends")
    yield Fact("ending.count", len(found.ending), Unit.COUNT, _ENDING, ends)
    yield Fact("ending.names", tuple(each.name for each in found.ending), Unit.NAMES, _ENDING, ends)
    states = origins.registered(found.projects, "state")
    cells = states + origins.answers(found.going_on, "ends")
    yield Fact("next.projects.count", len(found.projects), Unit.COUNT, _NEXT, cells)
    yield Fact("next.going_on.count", len(found.going_on), Unit.COUNT, _GOING_ON, cells)
    money = _next_money(found.projects, origins)
    yield Fact("budget.next.total", found.budget.amount, Unit.TKR, _NEXT_MONEY, money)
    yield Fact("budget.next.counted.count", found.budget.counted, Unit.COUNT, _KNOWN, money)
    yield from _missing("budget.next", found.budget, origins=origins)


def _total(name: str, total: Total, *, projects: Iterable[Listed], words: Text, origins: Origins) -> Iterator[Fact]:
    """Yield a sum of this year's money, how many projects it covers and how many it lacks."""
    paid = [each for each in projects if each.budget is not None]
    money = origins.money(paid)
    whole = f"{name}.total" if name == "budget" else f"{name}.budget"
    yield Fact(whole, total.amount, Unit.TKR, words, money)
    yield Fact(f"{name}.counted.count", total.counted, Unit.COUNT, _KNOWN, money)
    yield from _missing(name, total, origins=origins)


def _next_money(projects: Iterable[Listed], origins: Origins) -> Sources:
    return origins.money([each for each in projects if each.next_year is not None], "next_year")


def _missing(name: str, total: Total, *, origins: Origins) -> Iterator[Fact]:
    lacking = [origins.members[each] for each in total.missing]
    cells = tuple(cell for each in lacking for cell in each.registered("id"))
    yield Fact(f"{name}.missing.count", len(lacking), Unit.COUNT, _MISSING, cells)
    yield Fact(f"{name}.missing.names", tuple(each.name for each in lacking), Unit.NAMES, _MISSING, cells)
