"""How the choice of a term is read: ratings, levels of criticality, answers, phases and plain labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from ehport.form.reading import Flag, Reading, make_reading, unreadable
from ehport.form.vocabulary import Answer, Criticality, Phase, Rating, Vocabulary
from ehport.lang.folding import fold

V = TypeVar("V", bound=Vocabulary)

OF_ONE_WORD = (Rating, Criticality)  # two words in one answer are none

NO_RATING = {"-": Flag.DASH}
NO_CRITICALITY = {
    "-": Flag.DASH,
    **dict.fromkeys(("ikke avklart", "ikkje avklart", "uavklart", "undecided"), Flag.UNDECIDED),
    **dict.fromkeys(("n/a", "na", "ikke aktuelt", "ikkje aktuelt", "not applicable"), Flag.NOT_APPLICABLE),
}
_MARK = re.compile(r"(?P<mark>[^\w\s?()<>\[\]]+) ?(?=\S)")  # a bullet, an emoji or another sign before the words

_EMOJI_STYLE = "\ufe0f"
_BETWEEN = re.compile(r"(?:[\W_]|\b(?:og|eller|til)\b)*")
_TWO_LETTERS = re.compile(r"[a-zæøå](?: ?[/,-] ?[a-zæøå])+", re.IGNORECASE)
_PARTLY = re.compile(
    r"(?:delvis|for deler|for delar|ja[\W_]+delvis|ja,? men (?:ikke|ikkje) ferdig|partly|partially|yes[\W_]+partly)\b"
)
_YES_OR_NO = re.compile(r"(?:(ja|yes)|nei|no)\b")


def parse_rating(text: str) -> Reading[Rating]:
    """Return the colour that a tidy text starts with; two colours give none."""
    if flag := NO_RATING.get(text):
        return make_reading(None, flag)
    if _TWO_LETTERS.fullmatch(text):
        return make_reading(None, Flag.TWO_RATINGS)
    return _leading(text.lower(), Rating, two=Flag.TWO_RATINGS)


def parse_criticality(text: str) -> Reading[Criticality]:
    """Return the level that a tidy text starts with; two levels give none."""
    if flag := NO_CRITICALITY.get(text.lower()):
        return make_reading(None, flag)
    return _leading(text.lower(), Criticality, two=Flag.TWO_LEVELS)


def parse_answer(text: str) -> Reading[Answer]:
    """Return the answer that a tidy text starts with; what follows is a note."""
    said = " ".join(text.lower().split())
    if (whole := parse_term(text, Answer)).value is not None and whole.value is not Answer.PARTLY:
        return whole
    if _PARTLY.match(said):
        return make_reading(Answer.PARTLY, Flag.NOTE)
    found = _YES_OR_NO.match(said)
    if not found:
        return unreadable()
    answer = Answer.YES if found[1] else Answer.NO
    return make_reading(answer, *(Flag.NOTE,) * (found.end() < len(said)))


def parse_phase(text: str) -> Reading[Phase]:
    """Return the phase that a tidy text starts with; what follows is a note, but two phases named give none."""
    said = " ".join(text.lower().split())
    named = {_phases()[found["phase"]] for found in _phase_names().finditer(said)}
    first = _phase_names().match(said)
    if first is None or len(named) > 1:
        return unreadable()
    return make_reading(_phases()[first["phase"]], *(Flag.NOTE,) * (first.end() < len(said)))


def parse_term(text: str, vocabulary: type[V]) -> Reading[V]:
    """Return the member whose label, meaning, word or further spelling is the whole cell."""
    found = _spellings(vocabulary).get(fold(text))
    return make_reading(found) if found else unreadable()


_PARSERS: Mapping[type[Vocabulary], Callable[[str], Reading[Any]]] = {
    Rating: parse_rating,
    Criticality: parse_criticality,
    Answer: parse_answer,
    Phase: parse_phase,
}


def parse_choice(text: str, vocabulary: type[V]) -> Reading[V]:
    """Return what a tidy text says; a mark before the words (``🟡 Gul``, ``● Gul``) must not say something else."""
    parse: Callable[[str], Reading[V]] = _PARSERS.get(vocabulary) or (lambda bare: parse_term(bare, vocabulary))
    text = text.replace(_EMOJI_STYLE, "")
    found, mark = parse(text), _MARK.match(text)
    if mark is None or (found.value is None and found.flags != (Flag.UNREADABLE,)):
        return found
    bare = parse(text[mark.end() :])
    marked = parse(mark["mark"]).value
    if bare.value is None or marked is None or marked is bare.value:
        return found if bare.value is None else bare
    return make_reading(None, Flag.TWO_RATINGS) if vocabulary is Rating else unreadable()


def list_spellings(vocabulary: type[Vocabulary]) -> tuple[str, ...]:
    """Return every spelling that is read as a member."""
    return tuple(_spellings(vocabulary))


def _leading(text: str, vocabulary: type[V], *, two: Flag) -> Reading[V]:
    words = _words(vocabulary)
    pattern = _words_pattern(vocabulary)
    first = pattern.match(text)
    if not first:
        return unreadable()
    if first.end() == len(text):
        return make_reading(words[first[0]])
    between = _BETWEEN.match(text, first.end())
    second = pattern.match(text, between.end()) if between else None
    if second and words[second[0]] is not words[first[0]]:
        return make_reading(None, two)
    return make_reading(words[first[0]], Flag.NOTE)


@cache
def _words(vocabulary: type[V]) -> dict[str, V]:
    return {word: each for each in vocabulary for word in (each.label.nb.lower(), each.label.en.lower(), *each.words)}


@cache
def _words_pattern(vocabulary: type[Vocabulary]) -> re.Pattern[str]:
    words = sorted(_words(vocabulary), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _spellings(vocabulary: type[V]) -> dict[str, V]:
    return {
        fold(spelled): each
        for each in vocabulary
        for spelled in (
            each.value,
            each.label.nb,
            each.label.en,
            each.meaning.nb,
            each.meaning.en,
            *each.words,
        )
    }


@cache
def _phases() -> dict[str, Phase]:
    return _words(Phase)


@cache
def _phase_names() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_phases(), key=len, reverse=True)))
    return re.compile(rf"\b(?P<phase>{names})(?:[ -]?s?fas(?:en?|a)| phase)?\b")
