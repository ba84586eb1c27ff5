"""Parties outside the portfolio that projects depend on, known by one name however the projects write it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehport.form.vocabulary import Solution
from ehport.lang.folding import fold, words
from ehport.model.mentions import Names, mentioned, names_among
from ehport.model.portfolio import Portfolio, aliases

_BETWEEN = re.compile(r"[/,;()\n]|\s[–-]\s|\sog\s")
_SHORT_FORM = re.compile(r"([^/,;()\n]+?)\s*\(([A-ZÆØÅ]{2,6})\)")
_AND_OTHERS = re.compile(r"[\s,]+(?:mv|m\.v|mfl|m\.fl|m\. fl|osv)\.?$")
# Norwegian endings of number and definiteness: «leverandør», «leverandører» and «leverandørene» are one party.
_ENDING = re.compile(r"(?<=\w{5})(?:ene|er|en|et|ne|e)$")


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that the dependencies of a portfolio name, told apart by a key."""

    known: Names
    projects: Names
    short_forms: Mapping[str, str]
    spellings: Mapping[str, str]

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the keys of the parties in what a dependency is on; its projects are none of them."""
        found = dict.fromkeys(mentioned(text, self.known))
        found.update(dict.fromkeys(self.short_forms.get(key, key) for key, _ in _others(text, self)))
        return tuple(found)

    def name(self, key: str) -> str:
        """Return what a party is called: by the register or the form, else as most projects write it."""
        return self.spellings.get(key, key)


def parties_of(portfolio: Portfolio, projects: Names, texts: Iterable[str]) -> Parties:
    """Return the parties in texts; the names of the register's ``projects`` are none."""
    listed = tuple(texts)
    bare = Parties(names_among(_declared(portfolio)), projects, {}, {})
    counted: dict[str, Counter[str]] = {}
    for text in listed:
        for key, spelled in _others(text, bare):
            counted.setdefault(key, Counter())[spelled] += 1
    return Parties(
        bare.known,
        projects,
        dict(_short_forms(listed, bare)),
        {key: _most_usual(found) for key, found in counted.items()},
    )


def _declared(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """Yield each name of an organisation or a national solution, with the one it is printed by."""
    for each in portfolio.organisations:
        label = each.short_name or each.name or ""
        yield from ((name, label) for name in (each.name, each.short_name, *aliases(each.aliases)) if name)
    yield from ((each.label.nb, each.label.nb) for each in Solution)
    rows = portfolio.register.rows
    for use in rows.get("solution_uses", ()):
        yield from ((name, name) for name in aliases(use.record.solutions))


def _short_forms(texts: Iterable[str], parties: Parties) -> Iterator[tuple[str, str]]:
    """Yield the key of each short form that a text explains, and that of the party it stands for."""
    for text in texts:
        for before, short in _SHORT_FORM.findall(text):
            name = _BETWEEN.split(before)[-1]
            if not mentioned(name, parties.projects):
                yield _key(short), next(iter(mentioned(name, parties.known)), _key(name))


def _others(text: str, parties: Parties) -> Iterator[tuple[str, str]]:
    """Yield the key and the spelling of each part of a text that names neither something declared nor a project."""
    for part in _BETWEEN.split(text):
        spelled = _AND_OTHERS.sub("", part.strip())
        if (key := _key(spelled)) and not mentioned(part, parties.known) and not mentioned(part, parties.projects):
            yield key, spelled


def _key(text: str) -> str:
    return " ".join(_ENDING.sub("", word) for word in words(text).split())


def _most_usual(spellings: Counter[str]) -> str:
    text = min(spellings, key=lambda each: (-spellings[each], sum(map(str.isupper, each)), len(each), fold(each)))
    return f"{text[0].upper()}{text[1:]}"
