"""Names of projects: the actor's own numbers in them, and how alike two names are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ehport.lang.folding import words
from ehport.model.member import Member
from ehport.model.portfolio import aliases

ALIKE = 0.7
_OWN_NUMBER = re.compile(r"\((?P<code>[A-ZÆØÅ]{2,}[- ]?\d+)\)|^(?P<start>[A-ZÆØÅ]{2,}-\d+|\d+)(?= )")


def own_number(name: str) -> str:
    """Return the number of an actor's own that a name carries, empty when it has none."""
    found = _OWN_NUMBER.search(name)
    return (found["code"] or found["start"]) if found else ""


def without_number(name: str) -> str:
    """Return a name without the actor's own number."""
    return _OWN_NUMBER.sub("", name).strip()


def known_names(member: Member) -> tuple[str, ...]:
    """Return the names a project is known by in the register, folded for comparing."""
    record = member.register.record
    return tuple(words(without_number(name)) for name in (record.name or "", *aliases(record.aliases)))


def are_alike(one: str, other: str) -> bool:
    """Tell whether two folded names are plainly the same: one in the other, or nearly the same letters."""
    first, second = set(one.split()), set(other.split())
    if first and second and (first <= second or second <= first):
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
