"""Focus areas and strategic areas: projects and money, this year and next, each and in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from ehport.analysis.basis import Basis, Listed, total
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins, Sources
from ehport.analysis.sums import missing_facts, next_money, sum_facts
from ehport.form.vocabulary import Rating
from ehport.lang import numbers, sorting
from ehport.lang.language import Text
from ehport.model.round import Round
from ehport.model.total import Total

ALL = "all"
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
_KNOWN_BOTH = Text(
    "Strategiområder med beløp for både i år og neste år",
    "Strategic areas with an amount for both this year and next",
)
_LOWER = Text(
    "Strategiområder der det er meldt mindre for neste år enn for i år",
    "Strategic areas with less money reported for next year than for this year",
)


@dataclass(frozen=True, slots=True)
class StatusBudget:
    """The projects of a focus area with one status; ``None`` is paused or not rated."""

    status: Rating | None
    projects: tuple[Listed, ...]
    budget: Total

    @classmethod
    def of(cls, status: Rating | None, parts: Sequence[StatusBudget]) -> StatusBudget:
        """Return the sum of several focus areas' projects with one status."""
        projects = tuple(project for part in parts for project in part.projects)
        return cls(status, projects, Total.of(part.budget for part in parts))


@dataclass(frozen=True, slots=True)
class FocusAreaBudget:
    """A focus area's projects and money this year, also by status; the ``name`` may be unknown."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    by_status: tuple[StatusBudget, ...]

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"area.{self.code}"

    def fact_of(self, status: Rating | None) -> str:
        """Return the name of the facts about its projects with a status."""
        return f"{self.fact}.{status.value if status else 'unrated'}"

    def of(self, status: Rating | None) -> StatusBudget | None:
        """Return the projects with a status, nothing when there are none."""
        return next((part for part in self.by_status if part.status is status), None)


@dataclass(frozen=True, slots=True)
class StrategicAreaBudget:
    """A strategic area this year (counted projects) and next year (those going on, and candidates)."""

    code: str
    name: str
    projects: tuple[Listed, ...]
    budget: Total
    next_projects: tuple[Listed, ...]
    next_budget: Total

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"strategic.{self.code}"

    @property
    def is_lower(self) -> bool:
        """Tell whether less is reported for next year than for this year."""
        return self.is_known and (self.next_budget.over(self.next_projects) or 0) < (self.budget.amount or 0)

    @property
    def is_known(self) -> bool:
        """Tell whether there is money to compare: what nobody has given for a year is not less than the other's."""
        then = self.next_budget.over(self.next_projects)
        return self.budget.amount is not None and then is not None


def by_focus_area(basis: Basis) -> tuple[FocusAreaBudget, ...]:
    """Return the focus areas of the round that have a name or a project, in the order of their codes."""
    names = basis.portfolio.round.focus_areas
    used = set(basis.counted["focus_area"].dropna())
    codes = sorted({code for code, name in names.items() if name} | used, key=sorting.key)
    return tuple(
        _focus_area(
            code, names.get(code, ""), projects=basis.listed(basis.counted[basis.counted["focus_area"] == code])
        )
        for code in codes
    )


def by_strategic_area(basis: Basis, expected: pd.DataFrame) -> tuple[StrategicAreaBudget, ...]:
    """Return the strategic areas this year and, for the projects ``expected`` then, next year."""
    found, round_ = [], basis.portfolio.round
    for code, name in round_.strategic_areas.items():
        this_year = basis.listed(_in_area(basis.counted, code, round_))
        next_year = basis.listed(_in_area(expected, code, round_))
        money = total(this_year), total(next_year, of_next_year=True)
        found.append(StrategicAreaBudget(code, name, this_year, money[0], next_year, money[1]))
    return tuple(found)


def all_focus_areas(areas: Sequence[FocusAreaBudget]) -> FocusAreaBudget:
    """Return the sum of the focus areas."""
    parts = {status: [part for area in areas if (part := area.of(status))] for status in (*Rating, None)}
    by_status = tuple(StatusBudget.of(status, found) for status, found in parts.items() if found)
    projects = tuple(project for area in areas for project in area.projects)
    return FocusAreaBudget(ALL, "", projects, Total.of(area.budget for area in areas), by_status)


def area_share(area: FocusAreaBudget, whole: FocusAreaBudget) -> int:
    """Return a focus area's whole percentage of the money of all, half rounded up."""
    return numbers.share(area.budget.amount or 0, whole.budget.amount or 0)


def strategic_areas_in_use(areas: Sequence[StrategicAreaBudget]) -> tuple[StrategicAreaBudget, ...]:
    """Return the strategic areas with projects this year or next."""
    return tuple(area for area in areas if area.projects or area.next_projects)


def all_strategic_areas(areas: Sequence[StrategicAreaBudget]) -> StrategicAreaBudget:
    """Return the sum of the strategic areas."""
    now, then = Total.of(each.budget for each in areas), Total.of(each.next_budget for each in areas)
    projects = tuple(project for area in areas for project in area.projects)
    following = tuple(project for area in areas for project in area.next_projects)
    return StrategicAreaBudget(ALL, "", projects, now, following, then)


def focus_area_facts(areas: Sequence[FocusAreaBudget], active: Sequence[Listed], *, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about focus areas; ``all`` is the sum of them."""
    used, whole = [area for area in areas if area.projects], all_focus_areas(areas)
    cells, money = origins.answers(whole.projects, "focus_area"), origins.money(active)
    yield Fact("areas.count", len(used), Unit.COUNT, _AREAS, cells)
    for area in (*areas, whole):
        yield from _facts_of_focus_area(area, whole, money=money, origins=origins)


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
    both = tuple(cell for area in used if area.is_known for cell in origins.money(area.projects))
    yield Fact("strategies.known.count", sum(area.is_known for area in used), Unit.COUNT, _KNOWN_BOTH, both)
    yield Fact("strategies.lower.count", len(lower), Unit.COUNT, _LOWER, cells)
    for each in (*areas, whole):
        yield from _facts_of_strategic_area(each, origins)


def _focus_area(code: str, name: str, *, projects: tuple[Listed, ...]) -> FocusAreaBudget:
    parts = {rating: tuple(each for each in projects if each.status is rating) for rating in (*Rating, None)}
    by_status = tuple(StatusBudget(rating, part, total(part)) for rating, part in parts.items() if part)
    return FocusAreaBudget(code, name, projects, total(projects), by_status)


def _in_area(projects: pd.DataFrame, code: str, round_: Round) -> pd.DataFrame:
    strategic = projects["focus_area"].map(round_.strategic_of, na_action="ignore")
    return projects[(strategic == code).fillna(False).astype(bool)]


def _facts_of_focus_area(
    area: FocusAreaBudget, whole: FocusAreaBudget, *, money: Sources, origins: Origins
) -> Iterator[Fact]:
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


def _facts_of_strategic_area(area: StrategicAreaBudget, origins: Origins) -> Iterator[Fact]:
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
