"""Status and risk: how they are spread over the active projects, how they meet, and who is red."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ehport.analysis.basis import Basis, Listed, total
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.history import is_counted_alike, previous_value
from ehport.analysis.sources import Origins, Sources
from ehport.form.vocabulary import Rating
from ehport.lang import numbers
from ehport.lang.language import Text
from ehport.model.total import Total
from ehport.rules.ratings import REASONS

_COUNT = Text("Aktive og nye prosjekter der {field} er {rating}", "Active and new projects with {rating} {field}")
_SHARE = Text(
    "Andel av de aktive og nye prosjektene med {field}, hele prosent, avrundet slik at de blir 100 til sammen",
    "Share of the active and new projects with a {field}, whole percentages, rounded so that they are 100 in all",
)
_MONEY = Text(
    "Budsjettet i år for aktive og nye prosjekter der {field} er {rating}",
    "This year's budget of active and new projects with {rating} {field}",
)
_MONEY_SHARE = Text(
    "Andel av budsjettet i år, hele prosent, avrundet slik at de blir 100 til sammen",
    "Share of this year's budget, whole percentages, rounded so that they are 100 in all",
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
FIELDS = {"status": Text("status", "status"), "risk": Text("risiko", "risk")}


@dataclass(frozen=True, slots=True)
class RatingShare:
    """The active projects with one rating; shares are whole percentages that add up to 100 over all ratings.

    ``previous`` is the share of projects in the previous round, ``None`` where it was never published, and
    ``previous_exact`` the same before it was rounded, where the projects of that round are known. A share that was
    computed otherwise is not ``comparable``.
    """

    rating: Rating
    projects: tuple[Listed, ...]
    share: int
    budget: Total
    budget_share: int
    previous: int | None
    previous_exact: Fraction | None = None
    comparable: bool = True

    @property
    def count(self) -> int:
        """The number of projects with the rating."""
        return len(self.projects)


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the ratings of one field (``status`` or ``risk``) are spread over the active projects."""

    field: str
    ratings: tuple[RatingShare, ...]
    unrated: tuple[Listed, ...]

    @property
    def count(self) -> int:
        """The number of rated projects: what the shares are shares of."""
        return sum(each.count for each in self.ratings)

    @property
    def amount(self) -> int | None:
        """The money of the rated projects: what the shares of money are shares of; ``None`` when nobody gave any."""
        return Total.of(each.budget for each in self.ratings).amount

    def of(self, rating: Rating) -> RatingShare:
        """Return what is known about one rating."""
        return next(each for each in self.ratings if each.rating is rating)

    def change(self, rating: Rating) -> int | None:
        """Return by how many points a share differs from the previous round's; ``None`` when they do not compare.

        Two roundings may say that a share has grown when it has not; then nothing is said.
        """
        found = self.of(rating)
        if found.previous is None or not found.comparable:
            return None
        change, before = found.share - found.previous, found.previous_exact
        now = Fraction(found.count, self.count) if self.count else None
        if change and before is not None and now is not None and (now - before) * change <= 0:
            return None
        return change

    @property
    def grown(self) -> Rating | None:
        """The worst rating whose share has grown, red before yellow: what matters most; ``None`` when none has."""
        return next((rating for rating in (Rating.RED, Rating.YELLOW) if (self.change(rating) or 0) > 0), None)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The active projects with one status and one risk, and their money this year."""

    status: Rating
    risk: Rating
    projects: tuple[Listed, ...]
    budget: Total

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"matrix.{self.status.value}.{self.risk.value}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Status against risk, every combination in the vocabulary's order."""

    cells: tuple[MatrixCell, ...]

    @property
    def projects(self) -> tuple[Listed, ...]:
        """The projects with both ratings."""
        return tuple(project for cell in self.cells for project in cell.projects)

    @property
    def amount(self) -> int | None:
        """The money of the projects with both ratings, ``None`` when nobody gave any."""
        return Total.of(cell.budget for cell in self.cells).amount

    def share(self, cell: MatrixCell) -> int:
        """Return a combination's whole percentage of the money, half rounded up."""
        return numbers.share(cell.budget.amount or 0, self.amount or 0)

    def of(self, status: Rating, risk: Rating) -> MatrixCell:
        """Return one combination."""
        return next(each for each in self.cells if each.status is status and each.risk is risk)


@dataclass(frozen=True, slots=True)
class RedProject:
    """An active project with a red rating, and the actor's own explanation as typed."""

    project: Listed
    reason: str


def distribution(basis: Basis, field: str) -> Distribution:
    """Return how the ratings of ``status`` or ``risk`` are spread over the active projects."""
    parts = [basis.listed(basis.active[basis.active[field] == rating.value]) for rating in Rating]
    budgets = [total(part) for part in parts]
    shares = numbers.shares(tuple(len(part) for part in parts))
    money = numbers.shares(tuple(each.amount or 0 for each in budgets))
    ratings = [
        RatingShare(
            rating=rating,
            projects=parts[place],
            share=shares[place],
            budget=budgets[place],
            budget_share=money[place],
            **_before(basis, field, rating),
        )
        for place, rating in enumerate(Rating)
    ]
    return Distribution(field, tuple(ratings), basis.listed(basis.active[basis.active[field].isna()]))


def _before(basis: Basis, field: str, rating: Rating) -> dict[str, Any]:
    """Return what is known of a rating's share in the previous round."""
    portfolio, name = basis.portfolio, f"{field}.{rating.value}"
    count, of = previous_value(portfolio, f"{name}.count"), previous_value(portfolio, f"{field}.rated.count")
    return {
        "previous": previous_value(portfolio, f"{name}.share"),
        "previous_exact": Fraction(count, of) if count is not None and of else None,
        "comparable": is_counted_alike(portfolio, f"{name}.share"),
    }


def matrix(basis: Basis) -> Matrix:
    """Return the active projects by status and risk."""
    cells = []
    for status in Rating:
        for risk in Rating:
            both = (basis.active["status"] == status.value) & (basis.active["risk"] == risk.value)
            part = basis.listed(basis.active[both])
            cells.append(MatrixCell(status, risk, part, total(part)))
    return Matrix(tuple(cells))


def red(basis: Basis, field: str) -> tuple[RedProject, ...]:
    """Return the active projects that are red in ``status`` or ``risk``, with the actor's explanation."""
    chosen = basis.active[basis.active[field] == Rating.RED.value]
    return tuple(RedProject(each, _reason(basis, each.id, field=REASONS[field])) for each in basis.listed(chosen))


def rating_facts(found: Distribution, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about status, or about risk."""
    field = found.field
    rated = tuple(project for each in found.ratings for project in each.projects)
    shared = origins.answers(rated, field)
    named = rule(_RATED, field=FIELDS[field])
    yield Fact(f"{field}.rated.count", len(rated), Unit.COUNT, named, shared)
    all_money = origins.money(rated)
    words = rule(_RATED_MONEY, field=FIELDS[field])
    yield Fact(f"{field}.rated.amount", found.amount, Unit.TKR, words, all_money)
    yield Fact(f"{field}.rated.share", sum(each.share for each in found.ratings), Unit.PERCENT, _WHOLE, shared)
    money_share = sum(each.budget_share for each in found.ratings)
    yield Fact(f"{field}.rated.amount_share", money_share, Unit.PERCENT, _WHOLE, all_money)
    yield Fact(
        f"{field}.unrated.count",
        len(found.unrated),
        Unit.COUNT,
        rule(_UNRATED, field=FIELDS[field]),
        origins.registered(found.unrated, "state"),
    )
    yield from _ratings(found, shared, origins=origins)


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


def _reason(basis: Basis, project_id: str, *, field: str) -> str:
    entry = basis.members[project_id].entry
    return entry.text(field) if entry else ""


def _ratings(found: Distribution, shared: Sources, *, origins: Origins) -> Iterator[Fact]:
    field = found.field
    all_money = origins.money([project for each in found.ratings for project in each.projects])
    for each in found.ratings:
        name = f"{field}.{each.rating.value}"
        words = {"field": FIELDS[field], "rating": _small(each.rating.label)}
        cells = origins.answers(each.projects, field)
        names = tuple(project.name for project in each.projects)
        yield Fact(f"{name}.count", each.count, Unit.COUNT, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.names", names, Unit.NAMES, rule(_COUNT, **words), cells)
        yield Fact(f"{name}.share", each.share, Unit.PERCENT, rule(_SHARE, **words), shared)
        money = origins.money(each.projects)
        yield Fact(f"{name}.amount", each.budget.over(each.projects), Unit.TKR, rule(_MONEY, **words), money)
        yield Fact(f"{name}.amount_share", each.budget_share, Unit.PERCENT, _MONEY_SHARE, all_money)


def _small(label: Text) -> Text:
    return Text(label.nb.lower(), label.en.lower())
