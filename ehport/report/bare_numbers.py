"""Bare numbers in the office's text that are a computed figure, or were one, or nearly are.

A number is held against the figures of the same unit that are about exactly what its sentence is about: precision
comes first, for a warning about a number that means something else is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from ehport.analysis.fact import Fact, Unit
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.report.stated_numbers import find_stated
from ehport.report.topics import MEASURES, Spoken, Topic, Topics, World, spoken, world_of
from ehport.report.written_numbers import Measure, Stretch, WrittenNumber, written_numbers

_UNMISTAKABLE = 20  # from here on a count of projects is hardly another count by chance
_MOST = 500
_SMALL = 13  # below it a count beside a figure by one is often about something else
_PER_CENT_NEAR = 2
_COARSE = 10  # a number that says less than a tenth of the figure says too little to be compared
_OFFICE, _PREVIOUS = "office.", "previous."
_TELLING = frozenset({Unit.TKR, Unit.PERCENT})  # a count of the office's is too small to be known again
_TIMES = frozenset({Unit.YEAR, Unit.MONTH})
_BUDGET = frozenset({Topic.BUDGET})
_BY_HEADING = frozenset({Topic.STATUS, Topic.RISK})
_UNKNOWN = Text("ikke kjent", "not known")
_EXPRESSION = "{{{{ {name} }}}}"


@dataclass(frozen=True, slots=True)
class Figures:
    """This round's figures and the previous round's, ready to be held against sentences."""

    known: Mapping[str, Fact]
    before: Mapping[str, Fact]
    world: World
    about: Mapping[tuple[Measure, Topics], tuple[Spoken, ...]]
    of_office: frozenset[tuple[Measure, Decimal]]
    times: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Match:
    """A figure that a number is, was (``in_previous``), nearly is (``is_near``), or ``is_other`` than it must be."""

    figure: Spoken
    in_previous: bool = False
    is_near: bool = False
    is_other: bool = False


def figures_of(round_: Round, known: Mapping[str, Fact]) -> Figures:
    """Return the figures of a round beside those of the round before."""
    before = {name.removeprefix(_PREVIOUS): fact for name, fact in known.items() if name.startswith(_PREVIOUS)}
    world = world_of(round_, known)
    about: dict[tuple[Measure, Topics], list[Spoken]] = {}
    for each in spoken(world, known):
        about.setdefault((each.measure, each.topics), []).append(each)
    given = [fact for name, fact in known.items() if name.startswith(_OFFICE) and fact.unit in _TELLING]
    of_office = frozenset((MEASURES[fact.unit], _number(fact)) for fact in given if isinstance(fact.value, int))
    times = {name: fact.printed(Lang.NB) for name, fact in known.items() if fact.unit in _TIMES}
    listed = {place: tuple(each) for place, each in about.items()}
    return Figures(known, before, world, listed, of_office, times)


def bare_numbers(file: str, stretches: Iterable[Stretch], figures: Figures) -> Iterator[Diagnostic]:
    """Yield what there is to say about the numbers of a text, of a text full of numbers about the first of them.

    Those that the office's key facts give are its own.
    """
    numbers = (number for each in stretches for number in written_numbers(each.with_words(figures.times)))
    for number in islice(numbers, _MOST):
        if (number.measure, number.value) not in figures.of_office and (match := _match(number, figures)):
            yield from _told(file, number, match, figures)


def _match(number: WrittenNumber, figures: Figures) -> _Match | None:
    said = figures.world.topics(number.around.sentence)
    if Topic.ELSEWHEN in said or Topic.MOVED in figures.world.topics(number.around.clause):
        return None
    if found := _stated(number, figures):
        return found
    near, far = _contexts(number, figures)
    rounds = (True, False) if Topic.BEFORE in said else (False, True)
    for in_previous in rounds:
        for topics in (*near, *far):
            for each in _about(number, topics, figures):
                if _equals(number, _value(each, figures, in_previous=in_previous)):
                    return _Match(each, in_previous)
    likely = [*near, *far] if number.measure is Measure.PERCENT else near
    return _nearly(number, likely, rounds, figures=figures) or _unmistakable(number, said, figures)


def _stated(number: WrittenNumber, figures: Figures) -> _Match | None:
    """Return the figure that a number is stated of and is not, in a sentence that can mean no other."""
    about = [each for topics in find_stated(number, figures.world) for each in _about(number, topics, figures)]
    known = [(each, value) for each in about if (value := _value(each, figures, in_previous=False)) is not None]
    before = (_value(each, figures, in_previous=True) for each in about)
    if not known or any(_equals(number, value) for value in (*(value for _, value in known), *before)):
        return None
    near = next((each for each, value in known if _is_near(number, value)), None)
    return _Match(near, is_near=True) if near else _Match(known[0][0], is_other=True)


def _nearly(
    number: WrittenNumber, contexts: Iterable[Topics], rounds: tuple[bool, bool], *, figures: Figures
) -> _Match | None:
    for topics in contexts:
        for each in _about(number, topics, figures):
            for in_previous in rounds:
                value = _value(each, figures, in_previous=in_previous)
                if value is not None and _may_be_near(value, topics, number) and _is_near(number, value):
                    return _Match(each, in_previous, is_near=True)
    return None


def _unmistakable(number: WrittenNumber, said: Topics, figures: Figures) -> _Match | None:
    """Return the number of projects itself, whatever else the sentence says of them."""
    if number.value < _UNMISTAKABLE or any(map(_is_named, said)):
        return None
    for each in _about(number, frozenset(), figures):
        for in_previous in (False, True):
            if _equals(number, _value(each, figures, in_previous=in_previous)):
                return _Match(each, in_previous)
    return None


def _contexts(number: WrittenNumber, figures: Figures) -> tuple[list[Topics], list[Topics]]:
    """Return what a number can be about by the words near it, and by those further away.

    What no figure of its kind is about cannot tell figures apart.
    """
    around, world = number.around, figures.world
    told = frozenset(topic for (measure, topics) in figures.about if measure is number.measure for topic in topics)
    clause, sentence = world.topics(around.clause), world.topics(around.sentence)
    heading = world.topics(around.heading) & _BY_HEADING
    near = [clause, clause | heading, sentence, sentence | heading]
    if number.is_whole:
        near.insert(0, frozenset())
    far = [sentence | world.topics(around.before), clause | world.topics(around.before)]
    kept = (frozenset(topic for topic in each if topic in told or _is_named(topic)) for each in (*near, *far))
    contexts = list(kept)
    return contexts[: len(near)], contexts[len(near) :]


def _is_named(topic: str) -> bool:
    """Tell whether a topic is one of many of its sort: an actor, an area, a year."""
    return "." in topic


def _about(number: WrittenNumber, topics: Topics, figures: Figures) -> Iterator[Spoken]:
    """Yield the figures of a number's kind that are about just this."""
    for about in dict.fromkeys((topics, topics - _BUDGET if number.measure is Measure.PERCENT else topics)):
        for each in figures.about.get((number.measure, about), ()):
            if each.noun == number.noun:
                yield each


def _value(each: Spoken, figures: Figures, *, in_previous: bool) -> Decimal | None:
    fact = figures.before.get(each.fact.name) if in_previous else each.fact
    return _number(fact) if fact is not None and isinstance(fact.value, int) else None


def _number(fact: Fact) -> Decimal:
    return Decimal(str(fact.value))


def _equals(number: WrittenNumber, value: Decimal | None) -> bool:
    if not value or (number.step * _COARSE > value and number.measure is Measure.MONEY):
        return False
    return 2 * abs(number.value - value) <= number.step if number.measure is Measure.MONEY else number.value == value


def _is_near(number: WrittenNumber, value: Decimal) -> bool:
    apart = abs(number.value - value)
    if number.measure is Measure.MONEY or value >= 100:
        return 100 * apart <= _PER_CENT_NEAR * value
    return apart <= 1


def _may_be_near(value: Decimal, topics: Topics, number: WrittenNumber) -> bool:
    """Tell whether a number beside a figure is likely meant as it: not a small one that other things go by."""
    scoped = any(map(_is_named, topics))
    return number.measure is not Measure.COUNT or value >= _SMALL or (bool(topics) and not scoped)


def _told(file: str, number: WrittenNumber, match: _Match, figures: Figures) -> Iterator[Diagnostic]:
    name, before = match.figure.fact.name, figures.before.get(match.figure.fact.name)
    is_said = Topic.BEFORE in figures.world.topics(number.around.sentence)
    if match.in_previous and is_said:
        name = f"{_PREVIOUS}{name}"
        if name not in figures.known:
            return  # the text says which round it speaks of, and there is no expression for that
    code = Code.NUMBER_NEARLY if match.is_near else Code.NUMBER_OTHER if match.is_other else Code.NUMBER_COPIED
    if match.in_previous and not is_said and code is Code.NUMBER_COPIED:
        code = Code.NUMBER_OF_PREVIOUS
    facts = {
        "name": name,
        "meaning": match.figure.fact.rule,
        "now": _measured(match.figure.fact),
        "before": _measured(before) if before else _UNKNOWN,
        "expression": _EXPRESSION.format(name=" | ".join(filter(None, (name, number.form)))),
    }
    yield Diagnostic(code, Location(file, line=number.line), facts, found=number.found)


def _measured(fact: Fact) -> Text:
    return Text(*(fact.measured(lang) for lang in Lang))
