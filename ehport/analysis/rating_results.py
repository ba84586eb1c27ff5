"""What is found about status and risk: how they are spread, how they meet, and who is red."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.listed import Listed, Total
from ehport.form.vocabulary import Rating
from ehport.lang import numbers


@dataclass(frozen=True, slots=True)
class RatingShare:
    """The active projects with one rating; shares are whole percentages that add up to 100 over all ratings.

    ``previous`` is the share of projects in the previous round, ``None`` where it was never published.
    """

    rating: Rating
    projects: tuple[Listed, ...]
    share: int
    budget: Total
    budget_share: int
    previous: int | None

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
    def amount(self) -> int:
        """The money of the rated projects: what the shares of money are shares of."""
        return sum(each.budget.amount or 0 for each in self.ratings)

    def of(self, rating: Rating) -> RatingShare:
        """Return what is known about one rating."""
        return next(each for each in self.ratings if each.rating is rating)


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
    def amount(self) -> int:
        """The money of the projects with both ratings."""
        return sum(cell.budget.amount or 0 for cell in self.cells)

    def share(self, cell: MatrixCell) -> int:
        """Return a combination's whole percentage of the money, half rounded up."""
        return numbers.share(cell.budget.amount or 0, self.amount)

    def of(self, status: Rating, risk: Rating) -> MatrixCell:
        """Return one combination."""
        return next(each for each in self.cells if each.status is status and each.risk is risk)


@dataclass(frozen=True, slots=True)
class RedProject:
    """An active project with a red rating, and the actor's own explanation as typed."""

    project: Listed
    reason: str
