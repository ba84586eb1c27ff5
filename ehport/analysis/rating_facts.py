"""Facts about status and risk: counts, shares and money per rating, and per combination of both."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import Origins, Sources
from ehport.analysis.rating_results import Distribution, Matrix
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
_BOTH_SHARE = Text(
    "Andelen av budsjettet i år til aktive og nye prosjekter der status er {status} og risiko er {risk}, i hele "
    "prosent",
    "The share of this year's budget of active and new projects with {status} status and {risk} risk, in whole "
    "percentages",
)
_RATED_MONEY = Text(
    "Budsjettet i år for aktive og nye prosjekter med {field}",
    "This year's budget of active and new projects with a {field}",
)
_WHOLE = Text("Summen av andelene", "The sum of the shares")
_USED = Text(
    "Kombinasjoner av status og risiko som noe prosjekt har", "Combinations of status and risk that a project has"
)
_RATED_BOTH = Text("Aktive og nye prosjekter med status og risiko", "Active and new projects with a status and a risk")
_RATED_BOTH_MONEY = Text(
    "Budsjettet i år for aktive og nye prosjekter med status og risiko",
    "This year's budget of active and new projects with a status and a risk",
)
_FIELDS = {"status": Text("status", "status"), "risk": Text("risiko", "risk")}


def rating_facts(found: Distribution, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about status, or about risk."""
    field = found.field
    rated = tuple(project for each in found.ratings for project in each.projects)
    shared = origins.answers(rated, field)
    named = rule(_RATED, field=_FIELDS[field])
    yield Fact(f"{field}.rated.count", len(rated), Unit.COUNT, named, shared)
    all_money = origins.money(rated)
    words = rule(_RATED_MONEY, field=_FIELDS[field])
    yield Fact(f"{field}.rated.amount", found.amount, Unit.TKR, words, all_money)
    yield Fact(f"{field}.rated.share", sum(each.share for each in found.ratings), Unit.PERCENT, _WHOLE, shared)
    money_share = sum(each.budget_share for each in found.ratings)
    yield Fact(f"{field}.rated.amount_share", money_share, Unit.PERCENT, _WHOLE, all_money)
    yield Fact(
        f"{field}.unrated.count",
        len(found.unrated),
        Unit.COUNT,
        rule(_UNRATED, field=_FIELDS[field]),
        origins.registered(found.unrated, "state"),
    )
    yield from _ratings(found, shared, origins=origins)


def _ratings(found: Distribution, shared: Sources, *, origins: Origins) -> Iterator[Fact]:
    field = found.field
    all_money = origins.money([project for each in found.ratings for project in each.projects])
    for each in found.ratings:
        name = f"{field}.{each.rating.value}"
        words = {"field": _FIELDS[field], "rating": _small(each.rating.label)}
        cells = origins.answers(each.projects, field)
        names = tuple(project.name for project in each.projects)
        yield Fact(f"{name}.count", each.count, Unit.COUNT, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.names", names, Unit.NAMES, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.share", each.share, Unit.PERCENT, rule(_SHARE, **words), shared)
        money = origins.money(each.projects)
        yield Fact(f"{name}.amount", each.budget.over(each.projects), Unit.TKR, rule(_MONEY, **words), money)
        yield Fact(f"{name}.amount_share", each.budget_share, Unit.PERCENT, _MONEY_SHARE, all_money)


def matrix_facts(found: Matrix, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about status and risk together."""
    both = origins.answers(found.projects, "status") + origins.answers(found.projects, "risk")
    all_money = origins.money(found.projects)
    yield Fact("matrix.rated.count", len(found.projects), Unit.COUNT, _RATED_BOTH, both)
    yield Fact("matrix.rated.amount", found.amount, Unit.TKR, _RATED_BOTH_MONEY, all_money)
    used = [cell for cell in found.cells if cell.projects]
    yield Fact("matrix.cells.count", len(used), Unit.COUNT, _USED, both)
    for cell in found.cells:
        name = cell.fact
        words = {"status": _small(cell.status.label), "risk": _small(cell.risk.label)}
        cells = origins.answers(cell.projects, "status") + origins.answers(cell.projects, "risk")
        yield Fact(f"{name}.count", len(cell.projects), Unit.COUNT, rule(_BOTH, **words), cells)
        money = origins.money(cell.projects)
        yield Fact(f"{name}.amount", cell.budget.over(cell.projects), Unit.TKR, rule(_BOTH_MONEY, **words), money)
        share = rule(_BOTH_SHARE, **words)
        yield Fact(f"{name}.amount_share", found.share(cell), Unit.PERCENT, share, all_money)


def _small(label: Text) -> Text:
    return Text(label.nb.lower(), label.en.lower())
