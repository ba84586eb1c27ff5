"""A change: one thing that is otherwise in one round than in an earlier one, as it was typed and as it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ehport.form.kinds import Amount, Kind, When
from ehport.form.vocabulary import Rating
from ehport.lang import sorting
from ehport.lang.language import Lang, Text
from ehport.model.member import Source, shown


class ChangeKind(Enum):
    """What a change is about, by weight: the first matters most to those who decide."""

    MEMBERSHIP = Text("Porteføljen", "The portfolio")
    RATING = Text("Status og risiko", "Status and risk")
    MONEY = Text("Økonomi", "Money")
    TIME = Text("Tid", "Time")
    PHASE = Text("Fase", "Phase")
    SCOPE = Text("Leveranser, avhengigheter og innhold", "Deliverables, dependencies and content")
    TEXT = Text("Tekst", "Text")

    @property
    def place(self) -> int:
        """The kind's place among all."""
        return list(type(self)).index(self)


class Event(Enum):
    """What happened, in the order in which events of one kind are told."""

    ENTERED = Text("ny i porteføljen", "entered the portfolio")
    LEFT = Text("ute av porteføljen", "left the portfolio")
    MERGED = Text("slått sammen", "merged")
    SPLIT = Text("delt", "split")
    SPUN_OFF = Text("skilt ut", "spun off")
    RENUMBERED = Text("nytt nummer", "new number")
    NAMESAKE = Text("samme navn, annet nummer", "same name, other number")
    UNREPORTED = Text("ikke meldt inn", "not reported")
    REPORTED = Text("meldt inn igjen", "reported again")
    PAUSED = Text("satt på pause", "paused")
    RESUMED = Text("gjenopptatt", "resumed")
    MOVED = Text("ny ansvarlig virksomhet", "other responsible organisation")
    CANDIDATE = Text("ny kandidat", "new candidate")
    WITHDRAWN = Text("ikke lenger kandidat", "no longer a candidate")
    DELIVERED = Text("levert", "delivered")
    DROPPED = Text("utgår", "dropped")
    LATER = Text("senere", "later")
    EARLIER = Text("tidligere", "earlier")
    REOPENED = Text("åpnet igjen", "reopened")
    ADDED = Text("lagt til", "added")
    REMOVED = Text("tatt ut", "removed")
    RENAMED = Text("nytt navn", "renamed")
    CHANGED = Text("endret", "changed")

    @property
    def place(self) -> int:
        """The event's place among all."""
        return list(type(self)).index(self)

    @property
    def word(self) -> str:
        """The event's word in exports."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Side:
    """A value in one of the two rounds: the text as typed, and what the report uses, which may be adjusted."""

    typed: str = ""
    value: Any = None
    sources: tuple[Source, ...] = ()
    adjusted: bool = False
    kind: Kind[Any] | None = field(default=None, compare=False)

    def shown(self, lang: Lang) -> str:
        """Return the value as it is printed, or the typed text where no value could be read."""
        return shown(self.value, self.kind, lang) or self.typed


NOTHING = Side()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one project.

    ``field`` is the field's name; a field of the register begins with ``register.``, one of a list's rows with the
    list's name. ``row`` names the row. ``difference`` is in thousand kroner for money, in months for times, in steps
    (more is worse) for ratings, and nothing where it cannot be told. ``others`` are the ids of the other projects that
    a merger, a split or a name is about, ``why`` the office's words about an exit. ``alike`` tells that the rows of
    the two rounds were paired by the likeness of their names alone.
    """

    project: str
    name: str
    kind: ChangeKind
    event: Event
    field: str
    label: Text
    row: str = ""
    before: Side = NOTHING
    now: Side = NOTHING
    difference: int | None = None
    others: tuple[str, ...] = ()
    why: str = ""
    alike: bool = False

    @property
    def weight(self) -> int:
        """How heavy the change is among those of its kind and event."""
        return abs(self.difference or 0)

    @property
    def unit(self) -> str:
        """What the difference is counted in: ``tkr``, ``months``, ``steps``, or nothing where there is none."""
        if self.difference is None:
            return ""
        return "tkr" if isinstance(self.now.kind, Amount) else "months" if isinstance(self.now.kind, When) else "steps"


def rank(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes with the heaviest first: by kind, then by how much; equal ones in the order given."""
    return tuple(sorted(changes, key=_rank))


def group_by_project(changes: Iterable[Change]) -> dict[str, tuple[Change, ...]]:
    """Return changes by project, in the order given."""
    found: dict[str, tuple[Change, ...]] = {}
    for each in changes:
        found[each.project] = (*found.get(each.project, ()), each)
    return found


def _rank(change: Change) -> tuple[object, ...]:
    number = sorting.key(change.project)
    difference = change.difference or 0
    if change.kind in (ChangeKind.MEMBERSHIP, ChangeKind.SCOPE):
        return change.kind.place, change.event.place, -difference, number
    if change.kind is ChangeKind.TIME:
        return change.kind.place, -difference, 0, number
    if change.kind is ChangeKind.RATING:
        return change.kind.place, *_of_rating(change), number
    return change.kind.place, -change.weight, -difference, number


def _of_rating(change: Change) -> tuple[int, int, int]:
    """Return how a changed rating is ranked: worse first, then no longer given, then better; red before yellow."""
    way = 1 if change.difference is None else 0 if change.difference > 0 else 2
    worst = change.now.value if change.difference is not None else change.before.value
    place = list(Rating).index(worst) if isinstance(worst, Rating) else len(Rating)
    return way, place, -change.weight
