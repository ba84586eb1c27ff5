"""Facts about status and risk: counts, shares and money per rating, and per combination of both."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import Origins
from ehport.analysis.results import Distribution, Matrix, Summary
from ehport.lang.language import Text

_COUNT = Text("Aktive og nye prosjekter der {field} er {rating}", "Active and new projects with {rating} {field}")
_SHARE = Text(
    "Andel av de aktive og nye prosjektene med {field}, hele prosent etter største rest, til sammen 100",
    "Share of the active and new projects with a {field}, whole percentages by largest remainder, 100 in all",
)
_MONEY = Text(
    "Budsjettet i år for aktive og nye prosjekter der {field} er {rating}",
    "This year's budget of active and new projects with {rating} {field}",
)
_MONEY_SHARE = Text(
    "Andel av budsjettet i år, hele prosent etter største rest, til sammen 100",
    "Share of this year's budget, whole percentages by largest remainder, 100 in all",
)
_RATED = Text("Aktive og nye prosjekter med {field}", "Active and new projects with a {field}")
_UNRATED = Text("Aktive og nye prosjekter uten {field}", "Active and new projects without a {field}")
_BOTH = Text(
    "Aktive og nye prosjekter der status er {status} og risiko er {risk}",
    "Active and new projects with {status} status and {risk} risk",
)
_BOTH_MONEY = Text(
    "Budsjettet i år for aktive og nye prosjekter der status er {status} og risiko er {risk}",
    "This year's budget of active and new projects with {status} status and {risk} risk",
)
_FIELDS = {"status": Text("status", "status"), "risk": Text("risiko", "risk")}


def rating_facts(found: Summary, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about status and risk."""
    yield from _distribution(found.status, origins)
    yield from _distribution(found.risk, origins)
    yield from _matrix(found.matrix, origins)


def _distribution(found: Distribution, origins: Origins) -> Iterator[Fact]:
    field = found.field
    rated = tuple(project for each in found.ratings for project in each.projects)
    shared = origins.answers(rated, field)
    named = rule(_RATED, field=_FIELDS[field])
    yield Fact(f"{field}.rated.count", len(rated), Unit.COUNT, named, shared)
    yield Fact(
        f"{field}.unrated.count",
        len(found.unrated),
        Unit.COUNT,
        rule(_UNRATED, field=_FIELDS[field]),
        origins.registered(found.unrated, "state"),
    )
    for each in found.ratings:
        name = f"{field}.{each.rating.value}"
        words = {"field": _FIELDS[field], "rating": _small(each.rating.label)}
        cells = origins.answers(each.projects, field)
        names = tuple(project.name for project in each.projects)
        yield Fact(f"{name}.count", each.count, Unit.COUNT, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.names", names, Unit.NAMES, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.share", each.share, Unit.PERCENT, rule(_SHARE, **words), shared)
        money = origins.money(each.projects)
        yield Fact(f"{name}.amount", each.budget.amount, Unit.TKR, rule(_MONEY, **words), money)
        all_money = origins.money(rated)
        yield Fact(f"{name}.amount_share", each.budget_share, Unit.PERCENT, _MONEY_SHARE, all_money)


def _matrix(found: Matrix, origins: Origins) -> Iterator[Fact]:
    for cell in found.cells:
        name = f"matrix.{cell.status.value}.{cell.risk.value}"
        words = {"status": _small(cell.status.label), "risk": _small(cell.risk.label)}
        cells = origins.answers(cell.projects, "status") + origins.answers(cell.projects, "risk")
        yield Fact(f"{name}.count", len(cell.projects), Unit.COUNT, rule(_BOTH, **words), cells)
        money = origins.money(cell.projects)
        yield Fact(f"{name}.amount", cell.budget.amount, Unit.TKR, rule(_BOTH_MONEY, **words), money)


def _small(label: Text) -> Text:
    return Text(label.nb.lower(), label.en.lower())
