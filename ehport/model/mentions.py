"""Mentions: the projects of the register that a free text names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ehport.form.project import Dependency
from ehport.lang.folding import words
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.submission import Entry

Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def names_of(portfolio: Portfolio) -> Names:
    """Return every name a project goes by, as words with the project's id, by the first word; longest first.

    A number alone is no name, and a name that two projects have is the first one's.
    """
    ids: dict[tuple[str, ...], str] = {}
    for member in portfolio.members:
        submitted = member.entry.record.name if member.entry else None
        for name in (member.name, *aliases(member.register.record.aliases), submitted or ""):
            folded = words(name)
            if folded and not folded.isdigit():
                ids.setdefault(tuple(folded.split()), member.id)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name_words in sorted(ids, key=len, reverse=True):
        found.setdefault(name_words[0], []).append((name_words, ids[name_words]))
    return {first: tuple(names) for first, names in found.items()}


def mentioned(text: str, names: Names) -> tuple[str, ...]:
    """Return the ids of the projects whose names stand in a text as whole words, in the order of the text."""
    said = tuple(words(text).split())
    ids: dict[str, None] = {}
    place = 0
    while place < len(said):
        length = 1
        for name, project_id in names.get(said[place], ()):
            if said[place : place + len(name)] == name:
                ids[project_id] = None
                length = len(name)
                break
        place += length
    return tuple(ids)


def needed_projects(member: Member, dependency: Entry[Dependency], names: Names) -> Iterator[str]:
    """Yield the ids of the other projects that a dependency is on: by its number, else by the names in it."""
    stated = dependency.record.project
    for found in (stated,) if stated else mentioned(dependency.record.on or "", names):
        if found != member.id:
            yield found
