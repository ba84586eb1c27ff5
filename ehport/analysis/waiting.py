"""Waiting: who waits for whom, among the projects of the register and the parties that several projects name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ehport.analysis.basis import Basis
from ehport.analysis.dependencies import Trouble, is_overdue, needs_of, troubles
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.parties import Parties, parties_of
from ehport.form.planned import PlannedTime
from ehport.form.project import Dependency
from ehport.form.vocabulary import Criticality, Rating, State
from ehport.lang import sorting
from ehport.lang.folding import slug
from ehport.lang.language import Text
from ehport.model.member import Member, Source
from ehport.model.mentions import Names, names_of
from ehport.model.met import is_met
from ehport.model.submission import Entry

_OVER = frozenset({State.DROPPED, State.NOT_APPLICABLE})
_FEWEST = 2  # projects that name a party before it is one of the map
_MOST_PARTIES, _MOST_AWAITED, _MOST_WAITING, _MOST_WAITS = 12, 24, 48, 90  # what can be read on one page
Target = tuple[str, str]
Row = tuple[Member, Entry[Dependency]]
_WAITING = Text(
    "Prosjekter i porteføljen som venter på et prosjekt i registeret eller på andre som minst to prosjekter nevner",
    "Projects of the portfolio that wait for a project of the register, or for others that at least two projects name",
)
_ALL_WAITING = Text("Prosjekter i porteføljen som venter på noe", "Projects of the portfolio that wait for something")
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


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a project waits for, as it is reported; ``is_overdue`` at the cut-off day.

    It is red when it is reported so, or when the project that is needed is red.
    """

    project: str
    on: str
    what: str
    criticality: Criticality | None
    due: PlannedTime | None
    due_text: str
    status: Rating | None
    is_red: bool
    is_overdue: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A project that waits, and all that it waits for from the same project or party."""

    project: str
    needs: tuple[Need, ...]

    @property
    def is_red(self) -> bool:
        """Tell whether something of it is red."""
        return any(each.is_red for each in self.needs)

    @property
    def is_overdue(self) -> bool:
        """Tell whether something of it should have come already."""
        return any(each.is_overdue for each in self.needs)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A project of the register, or a party outside it, with the projects that wait for it."""

    name: str
    project: str
    waits: tuple[Wait, ...]

    @property
    def fact(self) -> str:
        """The name of how many wait for it."""
        return f"{f'project.{self.project}' if self.project else f'party.{slug(self.name)}'}.awaited_by.count"

    @property
    def troubled(self) -> int:
        """How many of the waits are red or overdue."""
        return sum(each.is_red or each.is_overdue for each in self.waits)


@dataclass(frozen=True, slots=True)
class WaitingMap:
    """Who waits for whom; what most wait for comes first.

    ``shown`` are those with most waits that there is room for on a page, ``alone`` the dependencies on others that no
    second project names.
    """

    shown: tuple[Awaited, ...] = ()
    left_out: tuple[Awaited, ...] = ()
    alone: tuple[Need, ...] = ()

    @property
    def every(self) -> tuple[Awaited, ...]:
        """All that somebody waits for, of the register or named by several."""
        return (*self.shown, *self.left_out)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """All waits."""
        return tuple(wait for each in self.every for wait in each.waits)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the projects that wait, each once."""
        return tuple(dict.fromkeys(each.project for each in self.waits))

    @property
    def all_waiting(self) -> tuple[str, ...]:
        """The ids of all projects that wait for something, also for what no other project names."""
        return tuple(dict.fromkeys((*self.waiting, *(each.project for each in self.alone))))

    @property
    def urgent(self) -> tuple[Need, ...]:
        """The dependencies that are red or overdue, each once, the red ones first, in the order of the projects."""
        listed = [need for wait in self.waits for need in wait.needs] + [*self.alone]
        found: dict[tuple[Source, ...], Need] = {}
        for need in sorted(listed, key=lambda each: (not each.is_red, sorting.key(each.project))):
            if need.is_red or need.is_overdue:
                found.setdefault(need.sources, need)
        return tuple(found.values())


def waiting_map(basis: Basis) -> WaitingMap:
    """Return who waits for whom; what is met or dropped nobody waits for."""
    rows = tuple(_rows(basis))
    parties = parties_of(basis.portfolio, _present(basis), (entry.record.on or "" for _, entry in rows))
    needs, found = needs_of(basis.portfolio), dict[Target, dict[str, list[Need]]]()
    every = [_need(basis, member, entry=entry) for member, entry in rows]
    for need, (member, entry) in zip(every, rows, strict=True):
        targets = [(each, "") for each in needs(member, entry)]
        targets += [("", each) for each in parties.named_in(entry.record.on or "")]
        for target in targets:
            found.setdefault(target, {}).setdefault(member.id, []).append(need)
    kept = {target: waits for target, waits in found.items() if target[0] or len(waits) >= _FEWEST}
    shared = {need.sources for waits in kept.values() for needs in waits.values() for need in needs}
    made = (_awaited(basis, target, waits, parties=parties) for target, waits in kept.items())
    return chosen(made, tuple(need for need in every if need.sources not in shared))


def chosen(found: Iterable[Awaited], alone: tuple[Need, ...] = ()) -> WaitingMap:
    """Return the map: what there is room for, that with most waits first, and what is left out."""
    ordered = sorted(found, key=_rank)
    shown: list[Awaited] = []
    for each in ordered:
        if _fits([*shown, each]):
            shown.append(each)
    return WaitingMap(tuple(shown), tuple(each for each in ordered if each not in shown), alone)


def waiting_facts(known: WaitingMap) -> Iterator[Fact]:
    """Yield the facts about who waits for whom."""
    waits = known.waits
    yield Fact("waiting.projects.count", len(known.waiting), Unit.COUNT, _WAITING, _cells(waits))
    yield Fact(
        "dependencies.waiting.count",
        len(known.all_waiting),
        Unit.COUNT,
        _ALL_WAITING,
        (*_cells(waits), *_of(known.alone)),
    )
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


def _present(basis: Basis) -> Names:
    """Return the names of the register's projects; one that has left is a party like any other."""
    names = names_of(basis.portfolio)
    return replace(names, ids={name: each for name, each in names.ids.items() if each in basis.everyone})


def _rows(basis: Basis) -> Iterator[Row]:
    for member in basis.portfolio.counted:
        for entry in member.entry.rows.get("dependencies", ()) if member.entry else ():
            due = entry.record.due
            if not (due and due.state in _OVER) and not (member.entry and is_met(member.entry, entry)):
                yield member, entry


def _need(basis: Basis, member: Member, *, entry: Entry[Dependency]) -> Need:
    record = entry.record
    return Need(
        project=member.id,
        on=entry.text("on"),
        what=entry.text("what"),
        criticality=record.criticality,
        due=record.due,
        due_text=entry.text("due"),
        status=record.status,
        is_red=record.status is Rating.RED,
        is_overdue=is_overdue(basis, member, entry),
        sources=member.submitted(entry, "on") or member.submitted(entry, "project") or member.submitted(entry, "what"),
    )


def _awaited(basis: Basis, target: Target, waits: dict[str, list[Need]], *, parties: Parties) -> Awaited:
    project, party = target
    is_red = bool(project) and Trouble.RED in troubles(basis.everyone[project])
    listed = tuple(
        Wait(each, tuple(replace(need, is_red=is_red or need.is_red) for need in needs))
        for each, needs in waits.items()
    )
    return Awaited(basis.everyone[project].name if project else parties.name(party), project, listed)


def _rank(each: Awaited) -> tuple[object, ...]:
    return -len(each.waits), -each.troubled, not each.project, sorting.key(each.name)


def _fits(shown: Sequence[Awaited]) -> bool:
    waits = [wait for each in shown for wait in each.waits]
    return (
        len(shown) <= _MOST_AWAITED
        and sum(not each.project for each in shown) <= _MOST_PARTIES
        and len(waits) <= _MOST_WAITS
        and len({each.project for each in waits}) <= _MOST_WAITING
    )


def _some(name: str, waits: Iterable[Wait], words: Text) -> Fact:
    listed = tuple(waits)
    return Fact(name, len(listed), Unit.COUNT, words, _cells(listed))


def _cells(waits: Iterable[Wait]) -> tuple[Source, ...]:
    return _of(need for wait in waits for need in wait.needs)


def _of(needs: Iterable[Need]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(cell for need in needs for cell in need.sources))
