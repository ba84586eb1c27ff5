"""Facts about earlier rounds: the previous one's figures, how much this round's differ, and the points of trends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ehport.analysis.fact import Fact, Unit, Value, rule
from ehport.analysis.history import listed_figures, previous_figures
from ehport.analysis.origins import Sources
from ehport.analysis.trends import Point, Series, Trends
from ehport.form.register import KeyFigure
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.member import Source, registered
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry

_PUBLISHED = Text("Publisert i forrige runde: {rule}", "Published in the previous round: {rule}")
_BEFORE = Text("I forrige runde: {rule}", "In the previous round: {rule}")
_CHANGE = Text("Tallet i denne runden minus tallet i forrige runde", "This round's figure minus the previous round's")
_IN_ROUND = Text("I runden {month}: {rule}", "In the round of {month}: {rule}")
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
class _Earlier:
    """A figure of the previous round with its cells, counted from its folder or else as it was published."""

    value: Value
    rule: Text
    sources: Sources


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


def _other_budget_year(portfolio: Portfolio) -> int | None:
    """Return the previous round's budget year where it is another; without a folder it is the year of the round."""
    before, now = portfolio.previous, portfolio.round
    listed = int(now.previous[:4]) if now.previous[:4].isdecimal() else now.budget_year
    year = before.round.budget_year if before else listed
    return year if year != now.budget_year else None


def trend_facts(portfolio: Portfolio, found: Trends, known: Facts) -> Iterator[Fact]:
    """Yield every point of the trends that has a value, with the cells of the round it is from."""
    listed = listed_figures(portfolio)
    counted = {each.round_id for each in portfolio.memories}
    rounds = tuple(_folder(each) for each in found.rounds)
    yield Fact("trend.rounds.count", len(rounds), Unit.COUNT, _ROUNDS, rounds)
    for series in found.series.values():
        for point in series.known:
            entry = None if point.round_id in counted else listed.get((point.round_id, series.name))
            yield _point(series, point, entry, known=known, portfolio=portfolio)


def in_round(fact: Fact, round_id: str) -> Fact:
    """Return a fact of another round, whose cells are named by the folder of the round too."""
    return replace(fact, sources=tuple(replace(each, file=f"{round_id}/{each.file}") for each in fact.sources))


def _earlier(portfolio: Portfolio, known: Facts, before: Facts) -> dict[str, _Earlier]:
    if before:
        round_id = portfolio.round.previous
        return {
            name: _Earlier(fact.value, _BEFORE, in_round(fact, round_id).sources)
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


def _point(series: Series, point: Point, entry: Entry[KeyFigure] | None, *, known: Facts, portfolio: Portfolio) -> Fact:
    now = known[series.name]
    if point.round_id == portfolio.round.id:
        sources = now.sources
    elif entry is not None:
        sources = registered(entry, "value")
    else:
        before = known.get(f"previous.{series.name}") if point.round_id == portfolio.round.previous else None
        sources = before.sources if before else (_folder(point.round_id),)
    month = Text(*(dates.month(point.round_id, lang) for lang in Lang))
    return Fact(series.fact(point), point.value, now.unit, rule(_IN_ROUND, month=month, rule=now.rule), sources)


def _folder(round_id: str) -> Source:
    return Source(f"{round_id}/", "", "", "")
