"""Changes of single answers: the value the report uses in one round beside the one it used before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.form.field import Field, answers, fields_of
from ehport.form.kinds import Amount, Choice, Kind, Line, Prose, When
from ehport.form.project import Project
from ehport.form.vocabulary import Phase, ProjectState, Rating
from ehport.lang.folding import same_words
from ehport.model.member import Known, Member
from ehport.model.pairing import Pair, summed
from ehport.model.portfolio import Portfolio
from ehport.model.slips import is_earlier, is_later, months_between

# What identifies a project is no answer about it, and the month of the answers is another in every round.
_NOT_COMPARED = frozenset({"id", "revised"})
_RATINGS = frozenset({"status", "risk"})
_WORSE = {rating: place for place, rating in enumerate(reversed(Rating))}


def answer_changes(pair: Pair, asked: tuple[Field, ...]) -> Iterator[Change]:
    """Yield the changes of a project's single answers, in the form's order."""
    for each in answers(asked):
        if each.name in _NOT_COMPARED or (each.name in _RATINGS and _is_paused(pair)):
            continue
        before, now = _before(pair, each), side_of(pair.now, each)
        if differ(before, now):
            yield _change(pair, each, before=before, now=now)


def asked_in_both(before: Portfolio, now: Portfolio) -> tuple[Field, ...]:
    """Return the fields that the forms of both rounds ask for: an answer to a new question is no change.

    The ticks that say what has not changed are left out.
    """
    rounds = (before.round.id, now.round.id)
    declared = (each for each in fields_of(Project) if not each.confirms)
    return tuple(each for each in declared if all(map(each.asked_in, rounds)))


def _before(pair: Pair, field: Field) -> Side:
    """Return a project's answer in the earlier round; an amount is that of all the projects it took over since."""
    if not pair.parts or not isinstance(field.one, Amount):
        return side_of(pair.before, field)
    members = (pair.before, *pair.parts)
    known = summed(each.known(field.name) for each in members)
    typed = " + ".join(filter(None, (each.entry.text(field.name) for each in members if each.entry)))
    return Side(typed, known.value, known.sources, known.adjusted, field.one)


def side_of(member: Member, field: Field) -> Side:
    """Return a project's answer in one of the rounds."""
    known: Known[Any] = member.area if field.name == "focus_area" else member.known(field.name)
    typed = member.entry.text(field.name) if member.entry else ""
    return Side(typed, known.value, known.sources, known.adjusted, field.one)


def differ(before: Side, now: Side) -> bool:
    """Tell whether two answers differ in what the report uses, or in words where no value could be read."""
    if _is_text(now.kind):
        return not same_words(before.value, now.value)
    if (before.value is not None and now.value is not None) or before.adjusted or now.adjusted:
        return bool(_comparable(before.value) != _comparable(now.value))
    return not same_words(before.typed, now.typed)


def kind_of(kind: Kind[Any]) -> ChangeKind:
    """Return what a change of an answer of some kind is about."""
    if isinstance(kind, Amount):
        return ChangeKind.MONEY
    if isinstance(kind, When):
        return ChangeKind.TIME
    if isinstance(kind, Choice):
        return {Rating: ChangeKind.RATING, Phase: ChangeKind.PHASE}.get(kind.vocabulary, ChangeKind.SCOPE)
    return ChangeKind.TEXT if _is_text(kind) else ChangeKind.SCOPE


def difference(before: Side, now: Side) -> int | None:
    """Return by how much a value changed, in the unit of its kind."""
    if before.value is None or now.value is None:
        return None
    if isinstance(now.kind, Amount):
        return int(now.value - before.value)
    if isinstance(now.kind, When):
        return months_between(before.value, now.value)
    if isinstance(now.value, Rating):
        return _WORSE[now.value] - _WORSE[before.value]
    return None


def moved(before: Side, now: Side) -> Event:
    """Return whether a time is later, earlier, or only given otherwise."""
    if is_later(now.value, than=before.value):
        return Event.LATER
    return Event.EARLIER if is_earlier(now.value, than=before.value) else Event.CHANGED


def _change(pair: Pair, field: Field, *, before: Side, now: Side) -> Change:
    kind = kind_of(field.one)
    # The end of another phase is another time, not the same one moved.
    is_other = field.name == "phase_ends" and pair.before.known("phase").value is not pair.now.known("phase").value
    is_time = kind is ChangeKind.TIME and not is_other
    return Change(
        project=pair.now.id,
        name=pair.now.name,
        kind=kind,
        event=moved(before, now) if is_time else Event.CHANGED,
        field=field.name,
        label=field.label,
        before=before,
        now=now,
        difference=None if is_other else difference(before, now),
    )


def _is_paused(pair: Pair) -> bool:
    return ProjectState.PAUSED in (pair.before.state, pair.now.state)


def _is_text(kind: Kind[Any] | None) -> bool:
    return isinstance(kind, Line | Prose)


def _comparable(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value
