"""Summaries to draw: a few projects in, the results that figures are made from out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ehport.analysis.results import (
    Deliverables,
    DependencyMap,
    Distribution,
    Ends,
    FocusAreaBudget,
    GroupBudget,
    Hub,
    Link,
    Listed,
    Matrix,
    MatrixCell,
    Movements,
    NextYear,
    Operations,
    OrganisationBudget,
    RatingShare,
    Slot,
    StatusBudget,
    StrategicAreaBudget,
    Summary,
    Total,
)
from ehport.figures.figure import Edition
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang import numbers
from ehport.lang.language import Lang

NB = Edition(Lang.NB, "2021-04", "2021-01")
EN = Edition(Lang.EN, "2021-04", "2021-01")
YEAR = 2021


def a_project(number: int, **changes: object) -> Listed:
    """Return a green project of Helse Vest with a budget of ten million."""
    plain = Listed(
        id=str(number), name=f"Prosjekt {number}", responsible="Helse Vest RHF", organisation="Helse Vest", area="1.1",
        state=ProjectState.ACTIVE, phase=None, status=Rating.GREEN, risk=Rating.GREEN, budget=10_000, next_year=5_000,
        ends=PlannedTime("2021-12"), ends_text="12.2021",
    )  # fmt: skip
    return replace(plain, **changes)


def many(count: int, **changes: object) -> tuple[Listed, ...]:
    """Return projects with ratings, areas and money that vary."""
    ratings = list(Rating)
    return tuple(
        a_project(
            100 + n, status=ratings[(n * n + n) % 3], risk=ratings[(n + n // 5) % 3], area=f"{1 + n % 5}.{1 + n % 3}",
            budget=(n * 7919) % 90_000, next_year=(n * 104_729) % 60_000 or None, **changes,
        )
        for n in range(count)
    )  # fmt: skip


def total(projects: Iterable[Listed], *, of_next_year: bool = False) -> Total:
    """Return the projects' money."""
    listed = [each for each in projects if not each.is_paused]
    amounts = {each.id: each.next_year if of_next_year else each.budget for each in listed}
    known = [amount for amount in amounts.values() if amount is not None]
    missing = tuple(project for project, amount in amounts.items() if amount is None)
    return Total(sum(known) if known else None, len(known), missing)


def a_distribution(field: str, projects: Sequence[Listed], previous: dict[Rating, int]) -> Distribution:
    """Return the ratings of a field."""
    rated = [[each for each in projects if getattr(each, field) is rating] for rating in Rating]
    money = [total(found) for found in rated]
    return Distribution(
        field,
        tuple(
            RatingShare(rating, tuple(found), share, budget, budget_share, previous.get(rating))
            for rating, found, share, budget, budget_share in zip(
                Rating, rated, numbers.shares(tuple(map(len, rated))), money,
                numbers.shares(tuple(each.amount or 0 for each in money)), strict=True,
            )
        ),
        tuple(each for each in projects if getattr(each, field) is None),
    )  # fmt: skip


def an_organisation(name: str, projects: Sequence[Listed], group: str = "Andre") -> OrganisationBudget:
    """Return an organisation with its projects."""
    return OrganisationBudget(name, name, group, tuple(projects), total(projects))


def groups_of(organisations: Sequence[OrganisationBudget]) -> tuple[GroupBudget, ...]:
    """Return the cost groups of organisations."""
    names = dict.fromkeys(each.group for each in organisations)
    members = [tuple(each for each in organisations if each.group == name) for name in names]
    money = [total(project for each in found for project in each.projects) for found in members]
    shares = numbers.shares(tuple(each.amount or 0 for each in money))
    return tuple(map(GroupBudget, names, members, money, shares))


def areas_of(projects: Sequence[Listed]) -> tuple[StrategicAreaBudget, ...]:
    """Return the strategic areas; the same projects go on next year."""
    codes = sorted({(each.area or "0")[0] for each in projects})
    found = [tuple(each for each in projects if (each.area or "0")[0] == code) for code in codes]
    return tuple(
        StrategicAreaBudget(code, f"Område {code}", part, total(part), part, total(part, of_next_year=True))
        for code, part in zip(codes, found, strict=True)
    )


def focus_of(projects: Sequence[Listed]) -> tuple[FocusAreaBudget, ...]:
    """Return the focus areas by status."""
    found = []
    for code in sorted({each.area or "" for each in projects}):
        part = tuple(each for each in projects if (each.area or "") == code)
        by_status = [(rating, tuple(each for each in part if each.status is rating)) for rating in (*Rating, None)]
        money = tuple(StatusBudget(rating, rated, total(rated)) for rating, rated in by_status if rated)
        found.append(FocusAreaBudget(code, f"Innsatsområde {code}", part, total(part), money))
    return tuple(found)


def dependencies_of(pairs: Iterable[tuple[Listed, Listed]]) -> DependencyMap:
    """Return who needs whom, given as pairs of the one that needs and the one that is needed."""
    links = tuple(Link(needs, needed, "en tjeneste", None, None, "", None, False, ()) for needs, needed in pairs)
    needed = {link.needed.id: link.needed for link in links}
    hubs = [Hub(each, tuple(link.needs for link in links if link.needed.id == each.id)) for each in needed.values()]
    return DependencyMap(links, tuple(sorted(hubs, key=lambda hub: -len(hub.needed_by))), 0)


def a_summary(projects: Sequence[Listed] = (), **changes: object) -> Summary:
    """Return the results of a portfolio of projects; anything can be replaced."""
    active = tuple(each for each in projects if not each.is_paused)
    organisations = tuple(
        an_organisation(name, [each for each in projects if each.organisation == name])
        for name in dict.fromkeys(each.organisation for each in projects)
    )
    cells = [(status, risk) for status in Rating for risk in Rating]
    matching = [tuple(each for each in active if (each.status, each.risk) == cell) for cell in cells]
    money = total(projects)
    plain = Summary(
        projects=tuple(projects), active=active, everyone={each.id: each for each in projects}, budget=money,
        budget_year=YEAR, previous_budget=None, organisations=organisations, groups=groups_of(organisations),
        status=a_distribution("status", active, {}), risk=a_distribution("risk", active, {}),
        matrix=Matrix(tuple(MatrixCell(*cell, found, total(found)) for cell, found in zip(cells, matching, strict=True))),
        focus_areas=focus_of(projects), strategic_areas=areas_of(projects),
        next_year=NextYear(YEAR + 1, active, (), (), total(active, of_next_year=True), total(())),
        ends=Ends((Slot(2021, 4, tuple(projects)),) if projects else (), (), ()),
        deliverables=Deliverables((), (), ()), movements=Movements((), (), (), (), ()), red_status=(), red_risk=(),
        dependencies=DependencyMap((), (), 0), operations=Operations((), (), (), {}, (), (), Total(None, 0)),
        relevance=(), quality=(), adjustments=(),
    )  # fmt: skip
    return replace(plain, **changes)
