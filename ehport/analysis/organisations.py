"""Organisations and cost groups: the projects they are responsible for, and this year's money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed, total
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins
from ehport.analysis.sums import sum_facts
from ehport.form.vocabulary import Rating
from ehport.lang import numbers, sorting
from ehport.lang.folding import slug
from ehport.lang.language import Text
from ehport.model.total import Total

_PAUSED = len(Rating)
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
    "Kostnadsgruppens andel av budsjettet i år, hele prosent, avrundet slik at gruppene blir 100 til sammen",
    "The cost group's share of this year's budget, whole percentages, rounded so that the groups are 100 in all",
)


@dataclass(frozen=True, slots=True)
class OrganisationBudget:
    """The projects that one organisation is responsible for, and their money this year."""

    name: str
    short_name: str
    group: str
    projects: tuple[Listed, ...]
    budget: Total

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"actor.{slug(self.short_name)}"


@dataclass(frozen=True, slots=True)
class GroupBudget:
    """A cost group with its organisations; ``share`` is its whole percentage of the portfolio's money."""

    name: str
    organisations: tuple[OrganisationBudget, ...]
    budget: Total
    share: int

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"group.{slug(self.name)}"

    @property
    def count(self) -> int:
        """The number of projects in the group."""
        return sum(len(each.projects) for each in self.organisations)


def by_organisation(basis: Basis) -> tuple[OrganisationBudget, ...]:
    """Return the organisations that are responsible for counted projects, the largest budget first."""
    found = [
        _organisation(basis, str(name), projects=basis.listed(part))
        for name, part in basis.counted.groupby("organisation")
    ]
    return tuple(sorted(found, key=_by_budget))


def by_cost_group(basis: Basis) -> tuple[GroupBudget, ...]:
    """Return the cost groups in the register's order, their organisations with the largest budget first."""
    organisations = by_organisation(basis)
    names = [each.group for each in basis.portfolio.organisations] + [each.group for each in organisations]
    groups = {name or "": tuple(each for each in organisations if each.group == name) for name in dict.fromkeys(names)}
    sums = [total(project for each in found for project in each.projects) for found in groups.values()]
    shares = numbers.shares(tuple(each.amount or 0 for each in sums))
    return tuple(
        GroupBudget(name, found, budget, share)
        for (name, found), budget, share in zip(groups.items(), sums, shares, strict=True)
        if found
    )


def red_first(projects: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return projects in the order of their status, unrated ones last, and then by number."""
    order = {rating: place for place, rating in enumerate(Rating)}
    return tuple(
        sorted(projects, key=lambda each: (order[each.status] if each.status else _PAUSED, sorting.key(each.id)))
    )


def organisation_share(organisation: OrganisationBudget, every: Sequence[OrganisationBudget]) -> int:
    """Return an organisation's whole percentage of the money of all, half rounded up."""
    whole = Total.of(each.budget for each in every)
    return numbers.share(organisation.budget.amount or 0, whole.amount or 0)


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


def _organisation(basis: Basis, short_name: str, *, projects: tuple[Listed, ...]) -> OrganisationBudget:
    known = basis.members[projects[0].id].organisation
    return OrganisationBudget(
        name=known.name or short_name,
        short_name=short_name,
        group=known.group or "",
        projects=red_first(projects),
        budget=total(projects),
    )


def _by_budget(found: OrganisationBudget) -> tuple[int, int, tuple[object, ...]]:
    amount = -1 if found.budget.amount is None else found.budget.amount
    return -amount, -len(found.projects), sorting.key(found.short_name)
