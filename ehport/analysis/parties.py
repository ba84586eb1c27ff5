"""Parties outside the portfolio that projects depend on, known by one name however the projects write it.

A name is matched whole before any part of it, and never cut: what is declared in the register is found first and taken
out of the text. Of what is left, a phrase stands for itself where several say the same; where its parts stand alone
elsewhere they are parties by themselves, and so is what comes before «i», «hos» or «ved».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehport.form.vocabulary import Solution
from ehport.lang.counting import capital
from ehport.lang.folding import fold, plain, words
from ehport.model.mentions import Names
from ehport.model.portfolio import Portfolio, aliases

_PREPOSITION = r"\s(?:i|hos|ved|på|innen|blant)\s"
_HARD = re.compile(r"[/;()\n+&]|\s[–-]\s")
_COMMA = re.compile(r",\s*")
_AND = re.compile(r"\sog\s")
_WITHIN = re.compile(_PREPOSITION)
_SHORT_FORM = re.compile(r"([^/,;()\n]+?)\s*\(([A-ZÆØÅ]{2,6})\)")
_AND_OTHERS = re.compile(r"[\s,]+(?:mv|m\.v|mfl|m\.fl|m\. fl|osv|og)\.?$")
# Norwegian endings of number and definiteness: «kommune», «kommuner» and «kommunene» are one party.
_ENDING = re.compile(r"(?<=\w{4})(?:ene|er|en|et|e)$")
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that the dependencies of a portfolio name, told apart by a key.

    ``declared`` leads from the letters of a name in the register or the form to what it is printed by, nothing for a
    project; ``said`` counts the texts in which a phrase stands by itself.
    """

    declared: Mapping[str, str]
    short_forms: Mapping[str, str]
    spellings: Mapping[str, str]
    said: Mapping[str, int]

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the keys of the parties in what a dependency is on; its projects are none of them."""
        known, rest = _taken_out(text, self.declared)
        found = dict.fromkeys(each for each in known if each)
        for phrase in _phrases(rest):
            for part in self._parts(phrase):
                found.setdefault(self.short_forms.get(_key(part), _key(part)))
        return tuple(each for each in found if each)

    def name(self, key: str) -> str:
        """Return what a party is called: by the register or the form, else as most projects write it."""
        return self.spellings.get(key, key)

    def _parts(self, phrase: str) -> tuple[str, ...]:
        """Return the parties that a phrase stands for: itself, or those of its parts that stand alone elsewhere."""
        if self._stands(phrase, _SEVERAL):
            return (phrase,)
        head, *within = _WITHIN.split(phrase, 1)
        if within:
            return (head,) if self._stands(head) else (phrase,)
        parts = tuple(filter(None, map(str.strip, _AND.split(phrase))))
        return parts if len(parts) > 1 and any(map(self._stands, parts)) else (phrase,)

    def _stands(self, phrase: str, times: int = 1) -> bool:
        key = _key(phrase)
        return self.said.get(self.short_forms.get(key, key), 0) >= times


def parties_of(portfolio: Portfolio, projects: Names, texts: Iterable[str]) -> Parties:
    """Return the parties in texts; the names of the register's ``projects`` are none."""
    listed = tuple(texts)
    declared = {_letters(name): "" for name in projects.ids}
    declared |= {_letters(name): label for name, label in _declared(portfolio)}
    short_forms = dict(_short_forms(listed, declared))
    said: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for text in listed:
        phrases = _phrases(_taken_out(text, declared)[1])
        said.update({short_forms.get(_key(each), _key(each)) for each in phrases})
        for phrase in phrases:
            for each in (phrase, *_AND.split(phrase), _WITHIN.split(phrase)[0]):
                spelled.setdefault(_key(each), Counter())[each.strip()] += 1
    return Parties(declared, short_forms, {key: _most_usual(found) for key, found in spelled.items()}, said)


def _declared(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """Yield each name of an organisation or a national solution, with the one it is printed by."""
    for each in portfolio.organisations:
        label = each.short_name or each.name or ""
        yield from ((name, label) for name in (each.name, each.short_name, *aliases(each.aliases)) if name)
    yield from ((each.label.nb, each.label.nb) for each in Solution)
    rows = portfolio.register.rows
    for use in rows.get("solution_uses", ()):
        yield from ((name, name) for name in aliases(use.record.solutions))


def _short_forms(texts: Iterable[str], declared: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the key of each short form that a text explains, and that of the party it stands for."""
    for text in texts:
        for before, short in _SHORT_FORM.findall(text):
            name = _AND.split(_COMMA.split(_HARD.split(before)[-1])[-1])[-1]
            known, rest = _taken_out(name, declared)
            if not known:
                yield _key(short), _key(rest)
            elif known[0]:
                yield _key(short), known[0]


def _taken_out(text: str, declared: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Return what the declared names in a text are printed by, and the text without them; the longest name wins.

    Hyphens and spaces within a name make no difference: «e-helse» is «eHelse».
    """
    tokens = list(_WORD.finditer(plain(text)))
    longest = max(map(len, declared), default=0)
    known: list[str] = []
    rest, end, place = "", 0, 0
    while place < len(tokens):
        size = next((size for size in _sizes(tokens, place, longest) if _joined(tokens, place, size) in declared), 0)
        if size:
            known.append(declared[_joined(tokens, place, size)])
            size += _hyphenated(tokens, place + size, declared)
            rest += f"{plain(text)[end : tokens[place].start()]};"
            end = tokens[place + size - 1].end()
        place += size or 1
    return tuple(known), rest + plain(text)[end:]


def _sizes(tokens: list[re.Match[str]], place: int, longest: int) -> list[int]:
    """Return how many words a name that begins at a place may have, the most first."""
    sizes = []
    for size in range(1, len(tokens) - place + 1):
        if len(_joined(tokens, place, size)) > longest:
            break
        sizes.append(size)
    return sizes[::-1]


def _hyphenated(tokens: list[re.Match[str]], place: int, declared: Mapping[str, str]) -> int:
    """Return how many words hang on the one before a place by hyphens: «HelseID-løsningen» names HelseID alone."""
    size = 0
    while place + size < len(tokens) and tokens[place + size][0].casefold() not in declared:
        between = tokens[place + size].string[tokens[place + size - 1].end() : tokens[place + size].start()]
        if between != "-":
            break
        size += 1
    return size


def _joined(tokens: list[re.Match[str]], place: int, size: int) -> str:
    return "".join(each[0] for each in tokens[place : place + size]).casefold()


def _phrases(text: str) -> list[str]:
    """Return the phrases of a text: apart by strong signs, and by commas where no «i» has begun a list of its own."""
    found: list[str] = []
    for part in _HARD.split(text):
        pieces = _COMMA.split(part)
        place = next((at for at, piece in enumerate(pieces) if _WITHIN.search(piece)), len(pieces))
        found += [*pieces[:place], ", ".join(pieces[place:])]
    tidy = (_AND_OTHERS.sub("", each.strip(" .,:-")).strip() for each in found)
    return [each for each in tidy if _key(each)]


def _key(text: str) -> str:
    return "".join(_ENDING.sub("", word) for word in words(text).split())


def _letters(name: str) -> str:
    return "".join(words(name).split())


def _most_usual(spellings: Counter[str]) -> str:
    text = min(spellings, key=lambda each: (-spellings[each], sum(map(str.isupper, each)), len(each), fold(each)))
    return text if _is_name(text) else capital(text)


def _is_name(text: str) -> bool:
    """Tell whether a text begins with a word that has a capital of its own inside, as «eHelse»."""
    return any(map(str.isupper, text.split(" ", 1)[0][1:]))
