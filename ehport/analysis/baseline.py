"""Baselines: what was first planned for the end and the cost of a project, against what is planned now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import cells_of
from ehport.analysis.sums import how_many
from ehport.form.kinds import When
from ehport.form.planned import PlannedTime
from ehport.lang import numbers, sorting
from ehport.lang.language import Lang, Text
from ehport.model.histories import History, difference, history_of, rounds_of
from ehport.model.member import Member, Source
from ehport.model.memory import Memory
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember

_BASELINES = Text(
    "Prosjekter i porteføljen med en første plan: den aktøren oppgir, ellers den i den første runden som er kjent",
    "Projects of the portfolio with a first plan: the one the actor states, else that of the earliest round known",
)
_LATER = Text("{words}; de slutter senere enn først planlagt", "{words}; they end later than first planned")
_EARLIER = Text("{words}; de slutter tidligere enn først planlagt", "{words}; they end earlier than first planned")
_DEARER = Text("{words}; de koster mer enn først planlagt", "{words}; they cost more than first planned")
_CHEAPER = Text("{words}; de koster mindre enn først planlagt", "{words}; they cost less than first planned")
_KEPT = Text("{words}; både slutt og kostnad er som først planlagt", "{words}; both end and cost are as first planned")
_FIRST_END = Text("Den slutten som først var planlagt", "The end that was first planned")
_FIRST_COST = Text("Den totalkostnaden som først var planlagt", "The total cost that was first planned")
_MONTHS = Text(
    "Måneder fra siste dag i den første planen til siste dag i planen nå; ulik nøyaktighet alene er ingen endring",
    "Months from the last day of the first plan to the last day of the plan now; precision alone is no change",
)
_INCREASE = Text(
    "Totalkostnaden nå, mindre den som først var planlagt", "The total cost now, less the one first planned"
)
_PERCENT = Text("Endringen i prosent av det som først var planlagt", "The change in per cent of what was first planned")
_ROUNDS = Text("Kjente runder som har prosjektet, denne med", "Rounds known that have the project, this one included")
_ENDS, _COST = "ends", "total_cost"
_FIRST = {_ENDS: "first_ends", _COST: "first_total_cost"}


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing that was planned: what was planned first, and what is planned now, each with its cells."""

    first: PlannedTime | int
    now: PlannedTime | int
    of_first: tuple[Source, ...] = ()
    of_now: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of both plans."""
        return (*self.of_first, *self.of_now)

    @property
    def change(self) -> int | None:
        """By how much it moved, in months or thousand kroner; ``None`` when the plan now has no last day."""
        return difference(self.first, self.now)

    @property
    def is_kept(self) -> bool:
        """Tell whether the plan is what it was."""
        return self.change == 0

    @property
    def percent(self) -> int | None:
        """By how many whole per cent a cost changed; a time and a cost of nothing have none."""
        if not isinstance(self.first, int) or not self.first or self.change is None:
            return None
        return numbers.share(abs(self.change), self.first) * (-1 if self.change < 0 else 1)


@dataclass(frozen=True, slots=True)
class Baseline:
    """A project that was planned before: its end and its cost, where both plans are known, and for how many rounds."""

    project: str
    rounds: int
    ends: Planned | None
    cost: Planned | None

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"baseline.{self.project}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of what is planned."""
        return cells_of(filter(None, (self.ends, self.cost)))

    @property
    def months(self) -> int:
        """By how many months the end moved; zero when nobody can tell."""
        return (self.ends.change or 0) if self.ends else 0

    @property
    def increase(self) -> int:
        """By how many thousand kroner the cost changed."""
        return (self.cost.change or 0) if self.cost else 0

    @property
    def is_kept(self) -> bool:
        """Tell whether the project ends when it was first to end, and costs the same."""
        return all(plan is None or plan.is_kept for plan in (self.ends, self.cost))


def baseline_facts(listed: tuple[Baseline, ...]) -> Iterator[Fact]:
    """Yield the facts about first plans and plans now."""
    if not listed:
        return
    yield how_many("baseline.count", listed, _BASELINES)
    yield how_many("baseline.later.count", (each for each in listed if each.months > 0), rule(_LATER, words=_BASELINES))
    yield how_many(
        "baseline.earlier.count", (each for each in listed if each.months < 0), rule(_EARLIER, words=_BASELINES)
    )
    yield how_many(
        "baseline.dearer.count", (each for each in listed if each.increase > 0), rule(_DEARER, words=_BASELINES)
    )
    cheaper = (each for each in listed if each.increase < 0)
    yield how_many("baseline.cheaper.count", cheaper, rule(_CHEAPER, words=_BASELINES))
    yield how_many("baseline.kept.count", (each for each in listed if each.is_kept), rule(_KEPT, words=_BASELINES))
    for each in listed:
        yield Fact(f"{each.fact}.rounds.count", each.rounds, Unit.COUNT, _ROUNDS)
        if each.ends:
            yield from _ends(f"{each.fact}.ends", each.ends)
        if each.cost and isinstance(each.cost.first, int):
            cells = each.cost.sources
            yield Fact(f"{each.fact}.total_cost.first", each.cost.first, Unit.TKR, _FIRST_COST, each.cost.of_first)
            yield Fact(f"{each.fact}.total_cost.change", each.cost.change, Unit.TKR, _INCREASE, cells)
            yield Fact(f"{each.fact}.total_cost.percent", each.cost.percent, Unit.PERCENT, _PERCENT, cells)


def baselines(portfolio: Portfolio) -> tuple[Baseline, ...]:
    """Return the counted projects with a first plan, the most delayed first, then the most dearer.

    The first plan is the one the actor states; without one that can be measured against, that of the earliest round.
    """
    memories = (*portfolio.memories, remember(portfolio, is_now=True))
    found = [baseline for member in portfolio.counted for baseline in _of(member, memories)]
    return tuple(sorted(found, key=lambda each: (-each.months, -each.increase, sorting.key(each.project))))


def _ends(name: str, planned: Planned) -> Iterator[Fact]:
    if isinstance(planned.first, PlannedTime):
        words = Text(*(When().format(planned.first, lang) for lang in Lang))
        yield Fact(f"{name}.first", words, Unit.TEXT, _FIRST_END, planned.of_first)
        yield Fact(f"{name}.months", planned.change, Unit.NUMBER, _MONTHS, planned.sources)


def _of(member: Member, memories: Sequence[Memory]) -> Iterator[Baseline]:
    rounds = rounds_of((member.id, *aliases(member.register.record.aliases)), memories)
    now = memories[-1].round_id
    ends, cost = (_planned(member, name, history_of(name, rounds), this_round=now) for name in (_ENDS, _COST))
    if ends or cost:
        yield Baseline(member.id, len(rounds), ends, cost)


def _planned(member: Member, name: str, history: History, *, this_round: str) -> Planned | None:
    stated, now = member.known(_FIRST[name]), member.known(name)
    earlier = ((each.value, each.sources) for each in history.said if each.round_id != this_round)
    plans = ((stated.value, stated.sources), *earlier)
    first, cells = next((each for each in plans if _is_planned(each[0])), (None, ()))
    if first is None or now.value is None:
        return None
    return Planned(first, now.value, cells, now.sources)


def _is_planned(value: PlannedTime | int | None) -> bool:
    """Tell whether something can be measured against: a cost, or a time with a last day."""
    return isinstance(value, int) or (value is not None and value.latest() is not None)
