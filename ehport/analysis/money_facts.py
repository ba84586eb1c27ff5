"""Facts about money and projects: in all, per organisation and cost group, and next year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.listed import Listed
from ehport.analysis.money_results import GroupBudget, NextYear, OrganisationBudget
from ehport.analysis.origins import Origins
from ehport.analysis.sum_facts import KNOWN, missing_facts, next_money, sum_facts
from ehport.analysis.totals import organisation_share
from ehport.lang.language import Text

_ORGANISATION = Text(
    "Prosjekter der registeret sier at {name} er ansvarlig", "Projects that {name} is responsible for in the register"
)
_ORGANISATION_MONEY = Text(
    "Budsjettet i år for prosjekter der {name} er ansvarlig; pausede prosjekters penger teller ikke",
    "This year's budget of projects that {name} is responsible for; paused projects' money does not count",
)
_ORGANISATION_SHARE = Text(
    "Andelen {name} har av budget.total, i hele prosent; cellene er de som andelen kommer fra",
    "The share that {name} has of budget.total, in whole percentages; the cells are those that the share comes from",
)
_ORGANISATIONS = Text("Virksomheter med ansvar for prosjekter", "Organisations that are responsible for projects")
_GROUPS = Text(
    "Kostnadsgrupper med ansvar for prosjekter, etter virksomhetene i registeret",
    "Cost groups that are responsible for projects, by the organisations in the register",
)
_GROUP = Text(
    "Prosjektene til virksomhetene i kostnadsgruppen {name}", "Projects of the organisations in the cost group {name}"
)
_GROUP_MONEY = Text("Summen for virksomhetene i kostnadsgruppen {name}", "The sum of the cost group {name}")
_GROUP_SHARE = Text(
    "Kostnadsgruppens andel av budsjettet i år, hele prosent etter største rest",
    "The cost group's share of this year's budget, whole percentages by largest remainder",
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


def organisation_facts(
    organisations: Sequence[OrganisationBudget], projects: Sequence[Listed], *, origins: Origins
) -> Iterator[Fact]:
    """Yield the facts about the organisations that are responsible for projects."""
    everyone = origins.registered(projects, "responsible")
    yield Fact("organisations.count", len(organisations), Unit.COUNT, _ORGANISATIONS, everyone)
    for each in organisations:
        name, cells = each.fact, origins.registered(each.projects, "responsible")
        named = rule(_ORGANISATION, name=each.name)
        yield Fact(f"{name}.count", len(each.projects), Unit.COUNT, named, cells)
        words = rule(_ORGANISATION_MONEY, name=each.name)
        yield from sum_facts(name, each.budget, projects=each.projects, words=words, origins=origins)
        share, money = rule(_ORGANISATION_SHARE, name=each.name), origins.money(each.projects)
        yield Fact(f"{name}.share", organisation_share(each, organisations), Unit.PERCENT, share, money)


def group_facts(
    groups: Sequence[GroupBudget], projects: Sequence[Listed], active: Sequence[Listed], *, origins: Origins
) -> Iterator[Fact]:
    """Yield the facts about the cost groups; their shares are of the money of the active projects."""
    everyone, everything = origins.registered(projects, "responsible"), origins.money(active)
    yield Fact("groups.count", len(groups), Unit.COUNT, _GROUPS, everyone)
    for group in groups:
        name, own = group.fact, [project for each in group.organisations for project in each.projects]
        cells = origins.registered(own, "responsible")
        yield Fact(f"{name}.count", group.count, Unit.COUNT, rule(_GROUP, name=group.name), cells)
        words = rule(_GROUP_MONEY, name=group.name)
        yield from sum_facts(name, group.budget, projects=own, words=words, origins=origins)
        yield Fact(f"{name}.share", group.share, Unit.PERCENT, _GROUP_SHARE, everything)


def next_year_facts(found: NextYear, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about next year's portfolio."""
    ends = origins.answers(found.ending, "ends")
    yield Fact("ending.count", len(found.ending), Unit.COUNT, _ENDING, ends)
    yield Fact("ending.names", tuple(each.name for each in found.ending), Unit.NAMES, _ENDING, ends)
    states = origins.registered(found.projects, "state")
    cells = states + origins.answers(found.going_on, "ends")
    yield Fact("next.projects.count", len(found.projects), Unit.COUNT, _NEXT, cells)
    yield Fact("next.going_on.count", len(found.going_on), Unit.COUNT, _GOING_ON, cells)
    money = next_money(found.projects, origins)
    yield Fact("budget.next.total", found.budget.amount, Unit.TKR, _NEXT_MONEY, money)
    yield Fact("budget.next.counted.count", found.budget.counted, Unit.COUNT, KNOWN, money)
    yield from missing_facts("budget.next", found.budget, origins=origins)
