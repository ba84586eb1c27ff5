"""Facts that take several rounds: first plans against plans now, and the projects that left before this round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.baseline import Baseline, Planned
from ehport.analysis.exits import MOST_PRINTED, Exit
from ehport.analysis.fact import Fact, Unit, rule
from ehport.form.kinds import When
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Lang, Text

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
_EXITS = Text(
    "Prosjekter som gikk ut av porteføljen i tidligere runder: de som registeret har på arket Tidligere prosjekter, og "
    "de som tidligere runder hadde og denne ikke har",
    "Projects that left the portfolio in earlier rounds: those on the register's sheet of former projects, and those "
    "that earlier rounds had and this one has not",
)
_OF_STATE = Text("{words}; {state}", "{words}; {state}")
_MORE = Text("{words}; tabellen har ikke plass til dem", "{words}; there is no room for them in the table")
_VANISHED = Text("{words}; ingen har oppgitt grunnen", "{words}; nobody has given the reason")


def baseline_facts(listed: tuple[Baseline, ...]) -> Iterator[Fact]:
    """Yield the facts about first plans and plans now."""
    if not listed:
        return
    yield _some("baseline.count", listed, _BASELINES)
    yield _some("baseline.later.count", (each for each in listed if each.months > 0), rule(_LATER, words=_BASELINES))
    yield _some(
        "baseline.earlier.count", (each for each in listed if each.months < 0), rule(_EARLIER, words=_BASELINES)
    )
    yield _some(
        "baseline.dearer.count", (each for each in listed if each.increase > 0), rule(_DEARER, words=_BASELINES)
    )
    cheaper = (each for each in listed if each.increase < 0)
    yield _some("baseline.cheaper.count", cheaper, rule(_CHEAPER, words=_BASELINES))
    yield _some("baseline.kept.count", (each for each in listed if each.is_kept), rule(_KEPT, words=_BASELINES))
    for each in listed:
        yield Fact(f"{each.fact}.rounds.count", each.rounds, Unit.COUNT, _ROUNDS)
        if each.ends:
            yield from _ends(f"{each.fact}.ends", each.ends)
        if each.cost and isinstance(each.cost.first, int):
            cells = each.cost.sources
            yield Fact(f"{each.fact}.total_cost.first", each.cost.first, Unit.TKR, _FIRST_COST, cells)
            yield Fact(f"{each.fact}.total_cost.change", each.cost.change, Unit.TKR, _INCREASE, cells)
            yield Fact(f"{each.fact}.total_cost.percent", each.cost.percent, Unit.PERCENT, _PERCENT, cells)


def _ends(name: str, planned: Planned) -> Iterator[Fact]:
    if isinstance(planned.first, PlannedTime):
        words = Text(*(When().format(planned.first, lang) for lang in Lang))
        yield Fact(f"{name}.first", words, Unit.TEXT, _FIRST_END, planned.sources)
        yield Fact(f"{name}.months", planned.change, Unit.NUMBER, _MONTHS, planned.sources)


def _some(name: str, listed: Iterable[Baseline], words: Text) -> Fact:
    found = tuple(listed)
    cells = tuple(cell for each in found for plan in (each.ends, each.cost) if plan for cell in plan.sources)
    return Fact(name, len(found), Unit.COUNT, words, cells)


def exit_facts(listed: tuple[Exit, ...]) -> Iterator[Fact]:
    """Yield the facts about the projects that left."""
    if not listed:
        return
    states = {"completed": ProjectState.COMPLETED, "leaving": ProjectState.LEAVING}
    yield _left("exits.count", listed, _EXITS)
    for name, state in states.items():
        words = rule(_OF_STATE, words=_EXITS, state=state.label)
        yield _left(f"exits.{name}.count", (each for each in listed if each.state is state), words)
    yield Fact("exits.more.count", max(len(listed) - MOST_PRINTED, 0), Unit.COUNT, rule(_MORE, words=_EXITS))
    vanished = (each for each in listed if each.state is None)
    yield _left("exits.vanished.count", vanished, rule(_VANISHED, words=_EXITS))


def _left(name: str, listed: Iterable[Exit], words: Text) -> Fact:
    found = tuple(listed)
    return Fact(name, len(found), Unit.COUNT, words, tuple(cell for each in found for cell in each.sources))
