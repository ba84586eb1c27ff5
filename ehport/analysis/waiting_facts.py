"""Facts about who waits for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.awaited import Need, Wait, WaitingMap
from ehport.analysis.fact import Fact, Unit, rule
from ehport.lang.language import Text
from ehport.model.member import Source

_WAITING = Text(
    "Prosjekter i porteføljen som venter på et prosjekt i registeret eller på andre som minst to prosjekter nevner",
    "Projects of the portfolio that wait for a project of the register, or for others that at least two projects name",
)
_WAITS = Text(
    "Par av et prosjekt og det som det venter på: et prosjekt i registeret, eller noen andre som minst to prosjekter "
    "nevner; det som er levert, lukket eller utgår, er ikke med",
    "Pairs of a project and what it waits for: a project of the register, or others that at least two projects name; "
    "what is delivered, closed or dropped is left out",
)
_RED = Text(
    "{words}; en avhengighet er meldt rød, eller prosjektet som trengs, har rød status eller risiko",
    "{words}; a dependency is reported red, or the project needed has red status or risk",
)
_OVERDUE = Text("{words}; en frist var ute før siste frist for innmelding", "{words}; due before the cut-off day")
_LEFT_OUT = Text("{words}; figuren har ikke plass til dem", "{words}; there is no room for them in the figure")
_PARTIES = Text(
    "Andre enn prosjekter i registeret som minst to prosjekter venter på",
    "Others than projects of the register that at least two projects wait for",
)
_ALONE = Text(
    "Avhengigheter av andre enn prosjekter i registeret, der bare ett prosjekt nevner dem",
    "Dependencies on others than projects of the register that only one project names",
)
_URGENT = Text(
    "Avhengigheter som er meldt røde, gjelder et rødt prosjekt eller skulle kommet før siste frist for innmelding",
    "Dependencies that are reported red, are on a red project or were due before the cut-off day",
)
_AWAITED_BY = Text("Prosjekter i porteføljen som venter på {name}", "Projects of the portfolio that wait for {name}")


def waiting_facts(known: WaitingMap) -> Iterator[Fact]:
    """Yield the facts about who waits for whom."""
    waits = known.waits
    yield Fact("waiting.projects.count", len(known.waiting), Unit.COUNT, _WAITING, _cells(waits))
    yield _some("waiting.count", waits, _WAITS)
    yield _some("waiting.red.count", [each for each in waits if each.is_red], rule(_RED, words=_WAITS))
    yield _some("waiting.overdue.count", [each for each in waits if each.is_overdue], rule(_OVERDUE, words=_WAITS))
    left_out = [wait for each in known.left_out for wait in each.waits]
    yield _some("waiting.left_out.count", left_out, rule(_LEFT_OUT, words=_WAITS))
    parties = [each for each in known.every if not each.project]
    cells = _cells(wait for each in parties for wait in each.waits)
    yield Fact("waiting.parties.count", len(parties), Unit.COUNT, _PARTIES, cells)
    yield Fact("waiting.alone.count", len(known.alone), Unit.COUNT, _ALONE, _of(known.alone))
    yield Fact("waiting.urgent.count", len(known.urgent), Unit.COUNT, _URGENT, _of(known.urgent))
    for each in known.every:
        yield _some(each.fact, each.waits, rule(_AWAITED_BY, name=each.name))


def _some(name: str, waits: Iterable[Wait], words: Text) -> Fact:
    listed = tuple(waits)
    return Fact(name, len(listed), Unit.COUNT, words, _cells(listed))


def _cells(waits: Iterable[Wait]) -> tuple[Source, ...]:
    return _of(need for wait in waits for need in wait.needs)


def _of(needs: Iterable[Need]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(cell for need in needs for cell in need.sources))
