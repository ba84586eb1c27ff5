"""The words that the column Kontroll knows, so that it only speaks of an answer that a check would speak of too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ehport.form import amount, choice, money_words, time_words, when
from ehport.form.vocabulary import Answer, Category, Phase, Rating, State, Vocabulary
from ehport.form.when import parse_when

SEPARATORS = "./-–,():;?~"  # each counts as a space
DROPPED = "*"
AMOUNTS, TIMES, PREFIXES, CATEGORIES = "Ord_Belop", "Ord_Tid", "Ord_Periode", "Ord_Kategori"
AREAS = "Kodeverk_FocusArea"  # those of the round
_BULLETS = ("•", *(each.symbol for each in Rating))
_WITH_RATING_WORDS = 4  # words of a member that people put beside another's: «lav/medium»
_YEAR = 2020

Table = list[tuple[str, int]] | list[tuple[str]]


def first_words_name(vocabulary: type[Vocabulary]) -> str:
    """Return the defined name of the words that an answer may begin with."""
    return f"Ord_{vocabulary.__name__}"


def pairs_name(vocabulary: type[Vocabulary]) -> str:
    """Return the defined name of the answers that say two things at once."""
    return f"Par_{vocabulary.__name__}"


def tidy_words(text: str) -> str:
    """Return a text as the hidden formulas have it: lower case, and single spaces for signs."""
    spaced = "".join(" " if sign in SEPARATORS else sign for sign in text.lower() if sign not in DROPPED)
    return " ".join(spaced.split())


def list_tables(vocabularies: Iterable[type[Vocabulary]]) -> Mapping[str, Table]:
    """Return each table by its defined name, one row a word; that of periods has the last month beside the words."""
    found: dict[str, Table] = {
        AMOUNTS: _rows(_first([*amount.WHOLE_CELL, *money_words.UNIT_WORDS])),
        CATEGORIES: _rows(_first(word for each in Category for word in (each.label.nb, each.label.en))),
        PREFIXES: sorted(_periods().items()),
        TIMES: _rows(_first(_time_words())),
    }
    for each in vocabularies:
        found[first_words_name(each)] = _rows(_first(_spelled(each)))
        if pairs := sorted(_pairs(each)):
            found[pairs_name(each)] = _rows(pairs)
    return found


def has_pairs(vocabulary: type[Vocabulary]) -> bool:
    """Tell whether two answers in one are told of, and not read as the first."""
    return vocabulary in choice.OF_ONE_WORD


def _rows(words: Iterable[str]) -> Table:
    return [(word,) for word in words]


def _first(texts: Iterable[str]) -> list[str]:
    return sorted({tidy.split()[0] for text in texts if (tidy := tidy_words(text))})


def _spelled(vocabulary: type[Vocabulary]) -> Iterator[str]:
    yield from choice.list_spellings(vocabulary)
    yield from _BULLETS
    if vocabulary is Phase:
        yield from (f"{word}{ending}" for word in choice.list_spellings(Phase) for ending in ("fase", "fasen", "sfase"))
    if vocabulary is Answer:
        yield from ("for", "ja", "nei", "yes", "no")
    yield from (*choice.NO_CRITICALITY, *choice.NO_RATING)


def _pairs(vocabulary: type[Vocabulary]) -> Iterator[str]:
    """Yield two answers side by side, where that is no answer."""
    if not has_pairs(vocabulary):
        return
    for one in vocabulary:
        for other in vocabulary:
            if one is not other:
                yield from (tidy_words(f"{a} {b}") for a in _short(one) for b in _short(other))


def _short(member: Vocabulary) -> tuple[str, ...]:
    return (member.label.nb, member.label.en, *member.words[:_WITH_RATING_WORDS])


def _time_words() -> Iterator[str]:
    yield from (*when.WHOLE_CELL, *when.AFTER_A_TIME, *when.DELIVERED, *time_words.MONTH_NUMBERS, *time_words.SEASONS)
    yield from (*time_words.PERIODS, *time_words.ORDINALS, *time_words.TURNS_OF_YEAR, "planlagt", "planlagd", "planned")


@cache
def _periods() -> Mapping[str, int]:
    """Return what may stand before a year, with the last month that it may mean: 102 is February of the year after."""
    found = {}
    for text in _before_a_year():
        said = parse_when(f"{text} {_YEAR}").value
        latest = said.latest() if said and said.state is State.PLANNED else None
        if latest is not None:
            found[tidy_words(text)] = (latest.year - _YEAR) * 100 + latest.month
    return found


def _before_a_year() -> Iterator[str]:
    yield from (*time_words.MONTH_NUMBERS, *time_words.SEASONS)
    yield from (f"{month:{width}}" for month in range(1, 13) for width in ("", "02"))
    counts = {word: how_many for word, (_, how_many) in time_words.PERIODS.items()}
    for word, how_many in counts.items():
        for number in range(1, how_many + 1):
            yield from (f"{number}. {word}", f"{word}{number}", f"{word} {number}")
    for edge in (*time_words.STARTS, *time_words.MIDDLES, *time_words.END_OF_YEAR):
        yield edge
        yield from (f"{edge} {month}" for month in time_words.MONTHS)
