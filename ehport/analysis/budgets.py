"""This year's money: by responsible organisation, cost group and focus area."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ehport.analysis.basis import Basis, total
from ehport.analysis.listed import Listed
from ehport.analysis.money_results import (
    FocusAreaBudget,
    GroupBudget,
    OrganisationBudget,
    StatusBudget,
    StrategicAreaBudget,
)
from ehport.form.vocabulary import Rating
from ehport.lang import numbers, sorting

_PAUSED = len(Rating)


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
    found = []
    for code, name in basis.portfolio.round.strategic_areas.items():
        this_year = basis.listed(_in_area(basis.counted, code))
        next_year = basis.listed(_in_area(expected, code))
        money = total(this_year), total(next_year, of_next_year=True)
        found.append(StrategicAreaBudget(code, name, this_year, money[0], next_year, money[1]))
    return tuple(found)


def red_first(projects: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return projects in the order of their status, unrated ones last, and then by number."""
    order = {rating: place for place, rating in enumerate(Rating)}
    return tuple(
        sorted(projects, key=lambda each: (order[each.status] if each.status else _PAUSED, sorting.key(each.id)))
    )


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


def _focus_area(code: str, name: str, *, projects: tuple[Listed, ...]) -> FocusAreaBudget:
    parts = {rating: tuple(each for each in projects if each.status is rating) for rating in (*Rating, None)}
    by_status = tuple(StatusBudget(rating, part, total(part)) for rating, part in parts.items() if part)
    return FocusAreaBudget(code, name, projects, total(projects), by_status)


def _in_area(projects: pd.DataFrame, code: str) -> pd.DataFrame:
    return projects[projects["focus_area"].str.startswith(f"{code}.").fillna(False)]
