"""Mentions: the projects of the register that a free text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ehport.form.project import Dependency
from ehport.lang.folding import words
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.submission import Entry


@dataclass(frozen=True, slots=True)
class Names:
    """Every name a project goes by, folded, with the project's id; and how many words names with a first word have.

    ``numbers`` leads from a number that a project had earlier to the one it has.
    """

    ids: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    numbers: Mapping[str, str] = field(default_factory=dict)

    def number(self, stated: str) -> str:
        """Return the number that a project has now, by that or an earlier one."""
        return self.numbers.get(stated, stated)


def names_of(portfolio: Portfolio) -> Names:
    """Return the names in the register and the submissions, former projects last; a number alone is no name.

    A name that two projects have is the first one's.
    """
    listed: list[tuple[str, str]] = []
    for member in portfolio.members:
        submitted = member.entry.record.name if member.entry else None
        names = (member.name, *aliases(member.register.record.aliases), submitted or "")
        listed += ((name, member.id) for name in names)
    for number, former in portfolio.former.items():
        listed += ((name, number) for name in (former.record.name or "", *aliases(former.record.aliases)))
    known = names_among(each for each in listed if not words(each[0]).isdigit())
    return replace(known, numbers=_earlier_numbers(portfolio))


def names_among(listed: Iterable[tuple[str, str]]) -> Names:
    """Return names with what each of them stands for; a name that two things have is the first one's."""
    ids: dict[str, str] = {}
    for name, meant in listed:
        if folded := words(name):
            ids.setdefault(folded, meant)
    lengths: dict[str, set[int]] = {}
    for name in ids:
        first, *others = name.split()
        lengths.setdefault(first, set()).add(1 + len(others))
    sizes = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Names(ids, sizes)


def _earlier_numbers(portfolio: Portfolio) -> dict[str, str]:
    listed = {member.id: member.register.record.aliases for member in portfolio.members}
    listed |= {number: former.record.aliases for number, former in portfolio.former.items()}
    earlier = ((each, number) for number, known in listed.items() for each in aliases(known))
    return {number: project for number, project in earlier if number.isdigit() and number not in listed}


def find_mentioned(text: str, names: Names) -> tuple[str, ...]:
    """Return the ids of the projects whose names stand in a text as whole words; the longest name wins."""
    said = words(text).split()
    found: dict[str, None] = {}
    place = 0
    while place < len(said):
        length = next(
            (size for size in names.lengths.get(said[place], ()) if " ".join(said[place : place + size]) in names.ids),
            0,
        )
        if length:
            found[names.ids[" ".join(said[place : place + length])]] = None
        place += length or 1
    return tuple(found)


def find_needed(member: Member, dependency: Entry[Dependency], names: Names) -> Iterator[str]:
    """Yield the ids of the other projects that a dependency is on: by its number, else by the names in it."""
    stated = dependency.record.project
    for found in (names.number(stated),) if stated else find_mentioned(dependency.record.on or "", names):
        if found != member.id:
            yield found
