"""Pairing: which project of one round is which of a later one; ids decide, aliases join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehport.lang.folding import words
from ehport.model.member import EXITS, Known, Member
from ehport.model.portfolio import Portfolio, aliases

_SPUN_OFF = ("skilt ut fra", "spun off from")  # then the number, among the earlier names


@dataclass(frozen=True, slots=True)
class Pair:
    """One project in two rounds; ``parts`` are others of the earlier round that it took over since."""

    before: Member
    now: Member
    parts: tuple[Member, ...] = ()

    def amount_before(self, period: str) -> Known[int]:
        """Return the money of a period in the earlier round, that of the projects it took over among it."""
        return summed(each.amount(period) for each in (self.before, *self.parts))


@dataclass(frozen=True, slots=True)
class Merger:
    """A project that took over others, which ended; it may have been there before itself."""

    into: Member
    parts: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A project that ended and lives on in several others."""

    of: Member
    parts: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class SpinOff:
    """A project that came out of another, which goes on."""

    of: Member
    parent: Member


@dataclass(frozen=True, slots=True)
class Pairing:
    """All projects of two rounds: in both, only in the later one, only in the earlier one, and how they are related.

    A project with a new number that has its old one as an alias is among ``pairs`` and ``renumbered``. ``namesakes``
    have one name and different numbers, and nothing in the register that joins them.
    """

    pairs: tuple[Pair, ...]
    added: tuple[Member, ...]
    gone: tuple[Member, ...]
    renumbered: tuple[Pair, ...]
    merged: tuple[Merger, ...]
    split: tuple[Split, ...]
    namesakes: tuple[Pair, ...]
    spun_off: tuple[SpinOff, ...] = ()


def pair_projects(before: Portfolio, now: Portfolio) -> Pairing:
    """Pair the projects of two rounds, in the order of their numbers."""
    old, new = _by_id(before.members), _by_id(now.members)
    claims = _claims(old, new)
    claimants = _claimants(claims)
    split = tuple(
        Split(old[gone], tuple(new[each] for each in heirs)) for gone, heirs in claimants.items() if len(heirs) > 1
    )
    whole = {heir: [gone for gone in gones if len(claimants[gone]) == 1] for heir, gones in claims.items()}
    merged = tuple(
        Merger(new[heir], tuple(old[gone] for gone in gones))
        for heir, gones in whole.items()
        if gones and (heir in old or len(gones) > 1)
    )
    renumbered = {heir: gones[0] for heir, gones in whole.items() if len(gones) == 1 and heir not in old}
    taken = set(renumbered.values())  # the register may list the old number still, as one that left
    known = {each: each for each in old if each not in taken} | renumbered
    parts = {each.into.id: each.parts for each in merged}
    pairs = [Pair(old[known[each.id]], each, _parts(each, parts, old)) for each in now.members if each.id in known]
    added = tuple(each for each in now.members if each.id not in old and each.id not in renumbered)
    return Pairing(
        pairs=tuple(pairs),
        added=added,
        gone=tuple(each for each in before.members if each.id not in new and each.id not in taken),
        renumbered=tuple(each for each in pairs if each.before.id != each.now.id),
        merged=merged,
        split=split,
        namesakes=_namesakes(before.members, added, claims=claims),
        spun_off=tuple(_spun_off(added, new)),
    )


def summed(amounts: Iterable[Known[int]]) -> Known[int]:
    """Return several amounts as one; nobody knows the sum of those of which one is not known."""
    found = tuple(amounts)
    values = [each.value for each in found if each.value is not None]
    total = sum(values) if len(values) == len(found) else None
    return Known(total, tuple(cell for each in found for cell in each.sources), any(each.adjusted for each in found))


def came_out_of(number: str) -> str:
    """Return what the register says among the earlier names of a project that came out of another, which goes on."""
    return f"{_SPUN_OFF[0]} {number}"


def names_in(member: Member) -> frozenset[str]:
    """Return what a project is called, folded: its short name in the register and its name in the submission."""
    submitted = member.entry.record.name if member.entry else None
    return frozenset(folded for name in (member.name, submitted or "") if (folded := words(name)))


def _by_id(members: Iterable[Member]) -> dict[str, Member]:
    return {each.id: each for each in members}


def _claims(old: Mapping[str, Member], new: Mapping[str, Member]) -> dict[str, tuple[str, ...]]:
    """Return, for each project whose aliases name projects that ended since, the ids of those."""
    ended = [each for each in old.values() if each.state not in EXITS and _has_ended(each.id, new)]
    found = {}
    for heir in new.values():
        if heir.state in EXITS:
            continue
        listed = aliases(heir.register.record.aliases)
        folded = {words(each) for each in listed}
        named = [
            each.id for each in ended if each.id != heir.id and (each.id in listed or _is_named(each, folded, heir))
        ]
        if named:
            found[heir.id] = tuple(named)
    return found


def _parts(heir: Member, parts: Mapping[str, tuple[Member, ...]], old: Mapping[str, Member]) -> tuple[Member, ...]:
    """Return what a project that was there before itself took over; one with a new number is its parts."""
    return parts.get(heir.id, ()) if heir.id in old else ()


def _spun_off(added: Iterable[Member], new: Mapping[str, Member]) -> Iterator[SpinOff]:
    for each in added:
        for listed in aliases(each.register.record.aliases):
            begins = next((begins for begins in _SPUN_OFF if listed.casefold().startswith(f"{begins} ")), "")
            parent = new.get(listed[len(begins) :].split()[0]) if begins else None
            if parent is not None and parent.id != each.id and each.state not in EXITS:
                yield SpinOff(each, parent)


def _has_ended(project_id: str, new: Mapping[str, Member]) -> bool:
    return project_id not in new or new[project_id].state in EXITS


def _is_named(ended: Member, folded: set[str], heir: Member) -> bool:
    """Tell whether a project that ended is named by an alias; a name the heir has itself says nothing."""
    return bool((names_in(ended) & folded) - names_in(heir))


def _claimants(claims: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for heir, gones in claims.items():
        for gone in gones:
            found[gone] = (*found.get(gone, ()), heir)
    return found


def _namesakes(
    before: Sequence[Member], added: Sequence[Member], *, claims: Mapping[str, Sequence[str]]
) -> tuple[Pair, ...]:
    return tuple(
        Pair(old, new)
        for new in added
        for old in before
        if words(old.name) and words(old.name) == words(new.name) and old.id not in claims.get(new.id, ())
    )
