"""Transitions of status and risk between two rounds, with count and money, and reasons that did not follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ehport.changes.change import Change
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.form.vocabulary import ProjectState, Rating, Term, Vocabulary
from ehport.lang import sorting
from ehport.lang.folding import same_words, words
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.pairing import Pair, Pairing
from ehport.model.total import Total
from ehport.rules.ratings import REASONS

RATED = ("status", "risk")


class RatingStanding(Vocabulary):
    """Where a project stood in a round: rated, not rated, paused, or not in the portfolio."""

    RED = Term("red", Rating.RED.label, look=(Rating.RED.symbol, Rating.RED.colour))
    YELLOW = Term("yellow", Rating.YELLOW.label, look=(Rating.YELLOW.symbol, Rating.YELLOW.colour))
    GREEN = Term("green", Rating.GREEN.label, look=(Rating.GREEN.symbol, Rating.GREEN.colour))
    UNRATED = Term("unrated", Text("Ikke oppgitt", "Not given"), look=("○", "--grey"))
    PAUSED = Term("paused", ProjectState.PAUSED.label, look=(ProjectState.PAUSED.symbol, ProjectState.PAUSED.colour))
    OUTSIDE = Term("outside", Text("Utenfor porteføljen", "Outside the portfolio"))


_UNPAID = frozenset({RatingStanding.PAUSED, RatingStanding.OUTSIDE})
_UNRATED = frozenset({*_UNPAID, RatingStanding.UNRATED})


@dataclass(frozen=True, slots=True)
class Mover:
    """A project in a transition, with its budget: this round's, or the last one's when it has none in this."""

    project: str
    name: str
    budget: int | None


@dataclass(frozen=True, slots=True)
class Transition:
    """The projects that went from one standing to another.

    Those that are paused now or have left have no budget any more: theirs is the earlier round's (``is_of_before``).
    """

    before: RatingStanding
    now: RatingStanding
    projects: tuple[Mover, ...]

    @property
    def count(self) -> int:
        """How many projects there are."""
        return len(self.projects)

    @property
    def is_of_before(self) -> bool:
        """Tell whether the budget is that of the earlier round."""
        return self.now in _UNPAID

    @property
    def is_change(self) -> bool:
        """Tell whether the standing is another one."""
        return self.before is not self.now

    @property
    def budget(self) -> Total:
        """The projects' money."""
        return Total.among({each.project: each.budget for each in self.projects})


@dataclass(frozen=True, slots=True)
class Transitions:
    """All projects of either round by where they stood in ``status`` or ``risk`` before and now."""

    field: str
    cells: tuple[Transition, ...]

    @property
    def label(self) -> Text:
        """The name of the rating."""
        return field_of(Project, self.field).label

    @property
    def rated(self) -> frozenset[str]:
        """The projects that had a rating in the portfolio and have one still: only they can be better or worse."""
        both = (each for each in self.cells if not {each.before, each.now} & _UNRATED)
        return frozenset(one.project for each in both for one in each.projects)

    def cell(self, before: RatingStanding, now: RatingStanding) -> Transition:
        """Return the projects that went from one standing to another, perhaps none."""
        found = (each for each in self.cells if each.before is before and each.now is now)
        return next(found, Transition(before, now, ()))


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A rating that changed while the text that explains it says the same as before."""

    change: Change
    reason: str
    text: str


def transitions(pairing: Pairing, field: str) -> Transitions:
    """Return where the projects stood in ``status`` or ``risk`` before and now, in the order of the standings."""
    both: list[tuple[Member | None, Member | None]] = [(each.before, each.now) for each in pairing.pairs]
    both += [(None, each) for each in pairing.added] + [(each, None) for each in pairing.gone]
    found: dict[tuple[RatingStanding, RatingStanding], list[Mover]] = {}
    for before, now in both:
        standings = standing(before, field), standing(now, field)
        found.setdefault(standings, []).append(_mover(before, now, is_out=standings[1] in _UNPAID))
    order = [
        (before, now)
        for before in RatingStanding
        for now in RatingStanding
        if {before, now} != {RatingStanding.OUTSIDE}
    ]
    for projects in found.values():
        projects.sort(key=lambda each: sorting.key(each.project))
    return Transitions(field, tuple(Transition(*each, tuple(found[each])) for each in order if each in found))


def standing(member: Member | None, field: str) -> RatingStanding:
    """Return where a project stands in ``status`` or ``risk``."""
    if member is None or not member.is_counted:
        return RatingStanding.OUTSIDE
    if member.state is ProjectState.PAUSED:
        return RatingStanding.PAUSED
    rating: Rating | None = member.known(field).value
    return RatingStanding.UNRATED if rating is None else RatingStanding(rating.value)


def find_unexplained(changes: Iterable[Change], pairs: Iterable[Pair]) -> tuple[Unexplained, ...]:
    """Return the ratings that actors changed beside an explanation that is word by word that of the earlier round."""
    by_id = {each.now.id: each for each in pairs}
    found = []
    for change in changes:
        pair, reason = by_id.get(change.project), REASONS.get(change.field)
        if pair is None or reason is None or same_words(change.before.typed, change.now.typed):
            continue
        texts = [each.entry.text(reason) if each.entry else "" for each in (pair.before, pair.now)]
        if words(texts[1]) and same_words(*texts):
            found.append(Unexplained(change, reason, texts[1]))
    return tuple(found)


def _mover(before: Member | None, now: Member | None, *, is_out: bool) -> Mover:
    named = now or before
    paid = before if is_out else now
    budget = paid.amount("budget_year").value if paid and paid.is_active else None
    return Mover(named.id if named else "", named.name if named else "", budget)
