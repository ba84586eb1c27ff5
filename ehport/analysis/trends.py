"""Trends: what each round is known to have had, and how this one differs from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ehport.analysis.fact import Fact, Unit, Value, rule
from ehport.analysis.history import MISSING, figure_cells, figures_of, listed_figures, listed_value, previous_figures
from ehport.analysis.sources import Sources, from_round
from ehport.form.register import KeyFigure
from ehport.form.vocabulary import Answer, Rating
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.member import in_round, registered
from ehport.model.portfolio import Portfolio
from ehport.model.remembering import remember
from ehport.model.submission import Entry

RATED = ("status", "risk")
COUNT, BUDGET = "projects.count", "budget.total"
UNITS: Mapping[str, Unit] = {
    **{f"{field}.{rating.value}.share": Unit.PERCENT for field in RATED for rating in Rating},
    **{f"{field}.rated.count": Unit.COUNT for field in RATED},
    COUNT: Unit.COUNT,
    BUDGET: Unit.TKR,
}
_PUBLISHED = Text("Publisert i forrige runde: {rule}", "Published in the previous round: {rule}")
_BEFORE = Text("I forrige runde: {rule}", "In the previous round: {rule}")
_CHANGE = Text("Tallet i denne runden minus tallet i forrige runde", "This round's figure minus the previous round's")
_IN_ROUND = Text("I runden {month}: {rule}", "In the round of {month}: {rule}")
_LACKING = Text(
    "Aktive prosjekter uten beløp i summen for {month}", "Active projects without an amount in the total of {month}"
)
_ROUNDS = Text("Runder som figurene over flere runder viser", "Rounds that the figures over several rounds show")
_OTHER_YEAR = Text(
    "Budsjettåret til forrige runde, når det er et annet enn i denne",
    "The budget year of the previous round, when it is another than this one's",
)
_CHANGED = {Unit.TKR: Unit.TKR, Unit.PERCENT: Unit.POINTS, Unit.COUNT: Unit.NUMBER}
# Of single projects, actors and deliverables the changes are facts of their own; a round's own words are no figures.
_LEFT_OUT = frozenset({"deliverables", "office", "project", "quality", "relevance", "round"})
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Point:
    """What one figure was in a round; ``comparable`` tells that it is computed as the figures of this round are.

    ``year`` is the budget year that money is for; ``None`` for figures that are no money. Of a sum, ``missing`` is how
    many projects it lacks, which nobody knows of one that is only published (``is_published``).
    """

    round_id: str
    value: int | None
    comparable: bool
    year: int | None = None
    missing: int = 0
    is_published: bool = False

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

    def lacking(self, point: Point) -> str:
        """Return the name of the fact about how many projects the sum of a point lacks."""
        return f"{self.fact(point)}.missing.count"

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


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A figure of the previous round with its cells, counted from its folder or else as it was published."""

    value: Value
    rule: Text
    sources: Sources


def trends(portfolio: Portfolio) -> Trends:
    """Return the trends up to a portfolio's round."""
    memories = (*portfolio.memories, remember(portfolio, is_now=True))
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
        alike = told is None or told.comparable is not Answer.NO
        missing = known[MISSING] or 0 if known and name == BUDGET else 0
        return Point(round_id, value, comparable=alike, year=year, missing=missing, is_published=known is None)

    return Trends(rounds, {name: Series(name, tuple(point(name, each) for each in rounds)) for name in UNITS})


def previous_facts(portfolio: Portfolio, known: Facts, before: Facts) -> Iterator[Fact]:
    """Yield the previous round's figures, and how much those of this round differ; units are those of ``known``.

    ``before`` are the facts of the previous round, empty where it has no folder. Money of another budget year is told
    with that year, and is not subtracted.
    """
    year = _other_budget_year(portfolio)
    if year is not None:
        yield Fact("previous.budget_year", year, Unit.YEAR, _OTHER_YEAR)
    for name, earlier in _earlier(portfolio, known, before).items():
        current = known[name]
        yield Fact(
            f"previous.{name}", earlier.value, current.unit, rule(earlier.rule, rule=current.rule), earlier.sources
        )
        if year is not None and current.unit is Unit.TKR:
            continue
        if current.unit in _CHANGED and isinstance(current.value, int) and isinstance(earlier.value, (int, Decimal)):
            difference = current.value - earlier.value
            sources = (*current.sources, *earlier.sources)
            yield Fact(f"change.{name}", difference, _CHANGED[current.unit], _CHANGE, sources)


def trend_facts(portfolio: Portfolio, found: Trends, known: Facts) -> Iterator[Fact]:
    """Yield every point of the trends that has a value, with the cells of the round it is from."""
    listed = listed_figures(portfolio)
    counted = {each.round_id: each for each in (*portfolio.memories, remember(portfolio, is_now=True))}
    rounds = tuple(cell for each in found.rounds for cell in _named(each, listed, portfolio=portfolio))
    yield Fact("trend.rounds.count", len(found.rounds), Unit.COUNT, _ROUNDS, rounds)
    for point in found.of(BUDGET).known:
        if point.missing:
            name, memory = found.of(BUDGET).lacking(point), counted.get(point.round_id)
            cells = figure_cells(memory, MISSING) if memory else ()
            yield Fact(name, point.missing, Unit.COUNT, rule(_LACKING, month=_month(point)), cells)
    for series in found.series.values():
        for point in series.known:
            memory, entry = counted.get(point.round_id), listed.get((point.round_id, series.name))
            published = registered(entry, "value") if entry else ()
            sources = figure_cells(memory, series.name) if memory else published
            yield _point(series, point, known[series.name], sources)


def _other_budget_year(portfolio: Portfolio) -> int | None:
    """Return the previous round's budget year where it is another; without a folder it is the year of the round."""
    before, now = portfolio.previous, portfolio.round
    listed = int(now.previous[:4]) if now.previous[:4].isdecimal() else now.budget_year
    year = before.round.budget_year if before else listed
    return year if year != now.budget_year else None


def _earlier(portfolio: Portfolio, known: Facts, before: Facts) -> dict[str, _Earlier]:
    if before:
        round_id = portfolio.round.previous
        return {
            name: _Earlier(fact.value, _BEFORE, in_round(fact.sources, round_id))
            for name, fact in before.items()
            if name in known and fact.value is not None and name.partition(".")[0] not in _LEFT_OUT
        }
    return {
        name: _Earlier(_published(entry.record, known[name].unit), _PUBLISHED, registered(entry, "value"))
        for name, entry in previous_figures(portfolio).items()
        if name in known
    }


def _published(record: KeyFigure, unit: Unit) -> int | Decimal:
    number = Decimal(record.value or 0) * (1000 if unit is Unit.TKR else 1)
    return int(number) if number == number.to_integral_value() else number


def _point(series: Series, point: Point, now: Fact, sources: Sources) -> Fact:
    return Fact(series.fact(point), point.value, now.unit, rule(_IN_ROUND, month=_month(point), rule=now.rule), sources)


def _month(point: Point) -> Text:
    return Text(*(dates.month(point.round_id, lang) for lang in Lang))


def _named(round_id: str, listed: Mapping[tuple[str, str], Entry[KeyFigure]], *, portfolio: Portfolio) -> Sources:
    """Return where a round is named: in its ``round.toml``, or in the history of the register."""
    if round_id == portfolio.round.id:
        return from_round("id", round_id)
    if any(each.round_id == round_id for each in portfolio.memories):
        return in_round(from_round("id", round_id), round_id)
    return next((registered(entry, "round") for (each, _), entry in listed.items() if each == round_id), ())
