"""The sums of the areas, and their shares."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.listed import Total
from ehport.analysis.money_results import ALL, FocusAreaBudget, OrganisationBudget, StatusBudget, StrategicAreaBudget
from ehport.form.vocabulary import Rating
from ehport.lang import numbers


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


def organisation_share(organisation: OrganisationBudget, every: Sequence[OrganisationBudget]) -> int:
    """Return an organisation's whole percentage of the money of all, half rounded up."""
    whole = Total.of(each.budget for each in every)
    return numbers.share(organisation.budget.amount or 0, whole.amount or 0)
