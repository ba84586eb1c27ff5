"""Trends: what each round is known to have had, from the first in the office's history to this one.

Rounds with a folder are counted from what is remembered of them, all by the rules of this round; older ones have what
the register's history says was published. A figure that nobody published is ``None`` and stays so.

A sum of money is for the budget year of its round. Of a round that only the history tells of, the budget year is not
known; it is taken to be the year of the round's id, as rounds of a year plan that year's money.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Unit
from ehport.analysis.history import figures_of, listed_figures, listed_value
from ehport.form.vocabulary import Answer, Rating
from ehport.model.portfolio import Portfolio
from ehport.model.remembering import remember

RATED = ("status", "risk")
COUNT, BUDGET = "projects.count", "budget.total"
UNITS: Mapping[str, Unit] = {
    **{f"{field}.{rating.value}.share": Unit.PERCENT for field in RATED for rating in Rating},
    **{f"{field}.rated.count": Unit.COUNT for field in RATED},
    COUNT: Unit.COUNT,
    BUDGET: Unit.TKR,
}


@dataclass(frozen=True, slots=True)
class Point:
    """What one figure was in a round; ``comparable`` tells that it is computed as the figures of this round are.

    ``year`` is the budget year that money is for; ``None`` for figures that are no money.
    """

    round_id: str
    value: int | None
    comparable: bool
    year: int | None = None

    def is_like(self, other: Point) -> bool:
        """Tell whether two points are computed alike and are for the same budget year."""
        return (self.comparable, self.year) == (other.comparable, other.year)


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over all rounds, under the name that the fact of this round has."""

    name: str
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(each for each in self.points if each.value is not None)

    @property
    def now(self) -> Point:
        """This round's point."""
        return self.points[-1]

    @property
    def alike(self) -> tuple[Point, ...]:
        """The points with a value that may be compared with this round's: computed alike, for the same year."""
        return tuple(each for each in self.known if each.comparable and each.year == self.now.year)

    @property
    def years(self) -> tuple[int, ...]:
        """The budget years that the known points are for, the earliest first; empty when they are no money."""
        return tuple(sorted({each.year for each in self.known if each.year is not None}))

    @property
    def is_told(self) -> bool:
        """Tell whether there is a value of an earlier round."""
        return any(each.value is not None for each in self.points[:-1])

    def fact(self, point: Point) -> str:
        """Return the name of the fact about a point."""
        return f"trend.{self.name}.{point.round_id}"

    def joins(self, place: int) -> bool:
        """Tell whether a point and the one before it are both known and measured alike, and so are joined by a line."""
        if place == 0:
            return False
        before, point = self.points[place - 1], self.points[place]
        return None not in (before.value, point.value) and before.is_like(point)

    def breaks(self, place: int) -> bool:
        """Tell whether the figure is computed otherwise, or for another year, than in the last known point before."""
        return self.recounts(place) or self.changes_year(place)

    def recounts(self, place: int) -> bool:
        """Tell whether the figure is computed otherwise from a point on than in the last known one before it."""
        before, point = self._before(place), self.points[place]
        return before is not None and point.value is not None and before.comparable != point.comparable

    def changes_year(self, place: int) -> bool:
        """Tell whether a point is for another budget year than the last known one before it."""
        before, point = self._before(place), self.points[place]
        return before is not None and point.value is not None and before.year != point.year

    def _before(self, place: int) -> Point | None:
        return next((each for each in reversed(self.points[:place]) if each.value is not None), None)


@dataclass(frozen=True, slots=True)
class Trends:
    """Every figure over the same rounds, oldest first; the last round is this one."""

    rounds: tuple[str, ...]
    series: Mapping[str, Series]

    def of(self, name: str) -> Series:
        """Return one figure over all rounds."""
        return self.series[name]

    def since_told(self, *names: str) -> Trends:
        """Return the trends from the first round in which one of the figures is known."""
        listed = [self.of(name).points for name in names]
        first = next(
            (place for place in range(len(self.rounds)) if any(each[place].value is not None for each in listed)), 0
        )
        return Trends(
            self.rounds[first:], {name: Series(name, each.points[first:]) for name, each in self.series.items()}
        )

    def is_told(self, *names: str) -> bool:
        """Tell whether one of the figures has a value of an earlier round."""
        return any(self.of(name).is_told for name in names)


def trends(portfolio: Portfolio) -> Trends:
    """Return the trends up to a portfolio's round."""
    memories = (*portfolio.memories, remember(portfolio))
    counted = {each.round_id: figures_of(each) for each in memories}
    years = {each.round_id: each.budget_year for each in memories}
    now = portfolio.round.id
    listed = {key: entry.record for key, entry in listed_figures(portfolio).items() if key[0] < now and key[1] in UNITS}
    rounds = tuple(sorted({*counted, *(round_id for round_id, _ in listed)}))

    def point(name: str, round_id: str) -> Point:
        told = listed.get((round_id, name))
        known = counted.get(round_id)
        value = known[name] if known else listed_value(told) if told else None
        year = years.get(round_id, int(round_id[:4])) if UNITS[name] is Unit.TKR else None
        return Point(round_id, value, comparable=told is None or told.comparable is not Answer.NO, year=year)

    return Trends(rounds, {name: Series(name, tuple(point(name, each) for each in rounds)) for name in UNITS})
