"""Numbers of things in a sentence: ``1 prosjekt``, ``det ene prosjektet``, ``begge prosjektene``, ``ingen av 24``.

A sentence says which part of a whole in one way: both numbers in words, or both in digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehport.lang import numbers
from ehport.lang.language import Lang, Text

LARGEST_IN_WORDS = 12
_COMMON = Text(
    "null én to tre fire fem seks sju åtte ni ti elleve tolv",
    "zero one two three four five six seven eight nine ten eleven twelve",
)
_NEUTER = Text(_COMMON.nb.replace("én", "ett"), _COMMON.en)
_AND = Text(" og ", " and ")
_VERBS = {"have": "has", "are": "is", "were": "was", "wait": "waits", "end": "ends", "lack": "lacks", "give": "gives"}


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: one, several, and what stands after «det ene» and «begge» when there are no others."""

    one: Text
    many: Text
    the_one: Text
    both: Text
    is_neuter: bool = False

    def word(self, number: int) -> Text:
        """Return the word as it stands after a number."""
        return self.one if number == 1 else self.many


PROJECTS = Noun(
    Text("prosjekt", "project"),
    Text("prosjekter", "projects"),
    Text("det ene prosjektet", "the only project"),
    Text("begge prosjektene", "both projects"),
    is_neuter=True,
)
ACTIVE_PROJECTS = Noun(
    Text("aktivt prosjekt", "active project"),
    Text("aktive prosjekter", "active projects"),
    Text("det ene aktive prosjektet", "the only active project"),
    Text("begge de aktive prosjektene", "both active projects"),
    is_neuter=True,
)
DELIVERABLES = Noun(
    Text("leveranse", "deliverable"),
    Text("leveranser", "deliverables"),
    Text("den ene leveransen", "the only deliverable"),
    Text("begge leveransene", "both deliverables"),
)
DEPENDENCIES = Noun(
    Text("avhengighet", "dependency"),
    Text("avhengigheter", "dependencies"),
    Text("den ene avhengigheten", "the only dependency"),
    Text("begge avhengighetene", "both dependencies"),
)
CANDIDATES = Noun(
    Text("kandidat", "candidate"),
    Text("kandidater", "candidates"),
    Text("den ene kandidaten", "the only candidate"),
    Text("begge kandidatene", "both candidates"),
)
STRATEGIC_AREAS = Noun(
    Text("strategiområde", "strategic area"),
    Text("strategiområder", "strategic areas"),
    Text("det ene strategiområdet", "the only strategic area"),
    Text("begge strategiområdene", "both strategic areas"),
    is_neuter=True,
)
FOCUS_AREAS = Noun(
    Text("innsatsområde", "focus area"),
    Text("innsatsområder", "focus areas"),
    Text("det ene innsatsområdet", "the only focus area"),
    Text("begge innsatsområdene", "both focus areas"),
    is_neuter=True,
)
ORGANISATIONS = Noun(
    Text("virksomhet", "organisation"),
    Text("virksomheter", "organisations"),
    Text("den ene virksomheten", "the only organisation"),
    Text("begge virksomhetene", "both organisations"),
)
ACTORS = Noun(
    Text("aktør", "actor"),
    Text("aktører", "actors"),
    Text("den ene aktøren", "the only actor"),
    Text("begge aktørene", "both actors"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole as a sentence begins with it.

    ``template`` has ``{part}`` and ``{whole}`` where each number stands, if it does; ``in_words`` tells that they are
    words. ``verb`` is the number that a verb agrees with.
    """

    template: str
    in_words: bool
    verb: int


def share_of(part: int, whole: int, noun: Noun, lang: Lang, *, in_digits: bool = False) -> Share:
    """Return how a part of a whole is said: all, both, the only one, none, or one number of another.

    Two numbers are words when the whole is small, unless they are to be ``in_digits``.
    """
    in_words, many = whole <= LARGEST_IN_WORDS and (not in_digits or part in (0, whole)), noun.many[lang]
    if part == whole == 1:
        return Share(noun.the_one[lang], in_words, 1)
    if part == whole == 2:
        return Share(noun.both[lang], in_words, 2)
    if part == 0:
        if whole < 2:
            return Share(Text(f"ingen {many}", f"no {noun.one.en}")[lang], in_words, 1)
        return Share(f"{Text('ingen av', 'none of')[lang]} {{whole}} {many}", in_words, whole)
    if part == whole:
        return Share(f"{Text('alle', 'all')[lang]} {{whole}} {many}", in_words, whole)
    return Share(f"{{part}} {Text('av', 'of')[lang]} {{whole}} {many}", in_words, part)


def in_words(number: int, lang: Lang, *, is_neuter: bool = False) -> str:
    """Return a number in words up to twelve, in digits above."""
    listed = (_NEUTER if is_neuter else _COMMON)[lang].split()
    return listed[number] if 0 <= number < len(listed) else numbers.number(number, lang)


def verbs(number: int) -> dict[str, str]:
    """Return the English verbs that agree with a number, by their plural."""
    return {many: one if number == 1 else many for many, one in _VERBS.items()}


def listed(names: Sequence[str], lang: Lang) -> str:
    """Return names as a sentence lists them: «A, B og C»."""
    return _AND[lang].join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])


def capital(text: str) -> str:
    """Return a text with a capital first, the rest as it is."""
    return text[:1].upper() + text[1:]
