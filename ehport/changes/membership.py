"""Changes of the portfolio itself: what came, went, was paused, merged, split, renamed, or given to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ehport.changes.change import NOTHING, Change, ChangeKind, Event, Side
from ehport.form.field import field_of
from ehport.form.register import FormerProject, Organisation, RegisterProject
from ehport.form.vocabulary import ProjectState
from ehport.lang.folding import same_words
from ehport.model.member import COUNTED, EXITS, Member, registered
from ehport.model.pairing import Pair, Pairing
from ehport.model.portfolio import aliases
from ehport.model.submission import Entry

_STATE = "state"
# The office's own words on why a project left, the most telling first.
_REASONS = ("next_steps", "result", "remaining")
_COMPARED = ("segment", "paused_until")


@dataclass(frozen=True, slots=True)
class Membership:
    """The projects of two rounds as they are paired, and by number those that the register lists as former ones."""

    pairing: Pairing
    former: Mapping[str, Entry[FormerProject]]

    @property
    def joined(self) -> frozenset[str]:
        """The ids of the projects whose coming or going a merger or a split tells."""
        found = {part.id for each in self.pairing.merged for part in (each.into, *each.parts)}
        return frozenset(found | {part.id for each in self.pairing.split for part in (each.of, *each.parts)})

    def why(self, *gone: Member) -> str:
        """Return the office's words on projects that ended, from where the register has them now."""
        listed = {each.now.id: each.now.register.record for each in self.pairing.pairs if each.now.state in EXITS}
        records = [self.former[each.id].record if each.id in self.former else listed.get(each.id) for each in gone]
        return " ".join(filter(None, (reason(each) for each in records if each)))


def membership_changes(found: Membership) -> Iterator[Change]:
    """Yield what happened to the portfolio, project by project."""
    yield from _mergers_and_splits(found)
    for pair in found.pairing.pairs:
        yield from _of_pair(pair, is_told=pair.now.id in found.joined)
    spun_off = {each.of.id for each in found.pairing.spun_off}
    for added in found.pairing.added:
        if added.id not in found.joined | spun_off:
            yield from _added(added)
    for gone in found.pairing.gone:
        if gone.id not in found.joined:
            yield from _gone(gone, found.former.get(gone.id))
    for each in found.pairing.namesakes:
        sides = _facts(each, "name")
        yield _change(each.now, Event.NAMESAKE, "name", before=sides[0], now=sides[1], others=(each.before.id,))


def _mergers_and_splits(found: Membership) -> Iterator[Change]:
    pairing = found.pairing
    for each in pairing.merged:
        parts, why = tuple(part.id for part in each.parts), found.why(*each.parts)
        yield _change(each.into, Event.MERGED, "aliases", now=_fact(each.into, "aliases"), others=parts, why=why)
    for split in pairing.split:
        parts = tuple(part.id for part in split.parts)
        cells = tuple(cell for part in split.parts for cell in part.registered("aliases"))
        yield _change(split.of, Event.SPLIT, "aliases", now=Side(sources=cells), others=parts, why=found.why(split.of))
    for out in pairing.spun_off:
        yield _change(out.of, Event.SPUN_OFF, "aliases", now=_fact(out.of, "aliases"), others=(out.parent.id,))
    for pair in pairing.renumbered:
        sides = _facts(pair, "id")
        yield _change(pair.now, Event.RENUMBERED, "id", before=sides[0], now=sides[1], others=(pair.before.id,))


def _of_pair(pair: Pair, *, is_told: bool) -> Iterator[Change]:
    yield from (each for each in _states(pair) if not (is_told and each.event in (Event.ENTERED, Event.LEFT)))
    if {pair.before.state, pair.now.state} & EXITS:
        return
    if not same_words(pair.before.name, pair.now.name):
        yield _of_fact(pair, Event.RENAMED, "name")
    if not _is_called(pair.now.organisation, pair.before.organisation.name or ""):
        yield _of_fact(pair, Event.MOVED, "responsible")
    if (pair.before.entry is None) is not (pair.now.entry is None):
        yield _change(pair.now, Event.REPORTED if pair.now.entry else Event.UNREPORTED, _STATE)
    for name in _COMPARED:
        before, now = _facts(pair, name)
        if before.value != now.value and not same_words(before.typed, now.typed):
            kind = ChangeKind.SCOPE if name == "segment" else ChangeKind.TIME
            yield _change(pair.now, Event.CHANGED, name, kind=kind, before=before, now=now)


def _is_called(organisation: Organisation, name: str) -> bool:
    """Tell whether an organisation goes, or went, by a name: one that is renamed has given nothing away."""
    names = (organisation.name, organisation.short_name, *aliases(organisation.aliases))
    return any(same_words(each, name) for each in names)


def _states(pair: Pair) -> Iterator[Change]:
    event = _event(pair.before.state, pair.now.state)
    if event is not None:
        before, now = _facts(pair, _STATE)
        why = reason(pair.now.register.record) if event in (Event.LEFT, Event.WITHDRAWN, Event.PAUSED) else ""
        yield _change(pair.now, event, _STATE, before=before, now=now, why=why)


def _event(before: ProjectState, now: ProjectState) -> Event | None:
    """Return what a change of state is; that a new project is no longer new is none."""
    if before is now or {before, now} == {ProjectState.NEW, ProjectState.ACTIVE}:
        return None
    if (before in COUNTED) is not (now in COUNTED):
        return Event.ENTERED if now in COUNTED else Event.LEFT
    if ProjectState.PAUSED in (before, now):
        return Event.PAUSED if now is ProjectState.PAUSED else Event.RESUMED
    if ProjectState.CANDIDATE in (before, now):
        return Event.CANDIDATE if now is ProjectState.CANDIDATE else Event.WITHDRAWN
    return Event.CHANGED


def _added(member: Member) -> Iterator[Change]:
    if member.state in EXITS:
        return
    event = Event.ENTERED if member.is_counted else Event.CANDIDATE
    yield _change(member, event, _STATE, now=_fact(member, _STATE))


def _gone(member: Member, former: Entry[FormerProject] | None) -> Iterator[Change]:
    """Tell of a project that the register lists no longer; one that had left before has nothing left to tell."""
    if member.state in EXITS:
        return
    event = Event.LEFT if member.is_counted else Event.WITHDRAWN
    now = _said(former, _STATE) if former else NOTHING
    yield _change(
        member, event, _STATE, before=_fact(member, _STATE), now=now, why=reason(former.record) if former else ""
    )


def reason(record: RegisterProject | FormerProject) -> str:
    """Return the office's words on what comes of a project, empty when it says nothing."""
    return next((said for name in _REASONS if (said := getattr(record, name, None))), "")


def _of_fact(pair: Pair, event: Event, name: str) -> Change:
    before, now = _facts(pair, name)
    return _change(pair.now, event, name, before=before, now=now)


def _facts(pair: Pair, name: str) -> tuple[Side, Side]:
    return _fact(pair.before, name), _fact(pair.now, name)


def _fact(member: Member, name: str) -> Side:
    said = _said(member.register, name)
    return replace(said, value=member.state) if name == _STATE else said


def _said(entry: Entry[Any], name: str) -> Side:
    declared = field_of(RegisterProject, name)
    return Side(entry.text(name), getattr(entry.record, name), registered(entry, name), kind=declared.one)


def _change(member: Member, event: Event, name: str, **more: Any) -> Change:
    given = {"kind": ChangeKind.MEMBERSHIP, "before": NOTHING, "now": NOTHING, **more}
    return Change(
        project=member.id,
        name=member.name,
        event=event,
        field=f"register.{name}",
        label=field_of(RegisterProject, name).label,
        **given,
    )
