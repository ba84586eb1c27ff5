"""Norwegian numbers in words: ``tolv`` and ``førtifem``, as people write them in running text."""

from __future__ import annotations

_ONES = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni")
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_TENS = ("tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti")
_OTHERS = {"ett": 1, "syv": 7, "tyve": 20, "tredve": 30}  # «en» and «et» are articles more often than numbers


def _words() -> dict[str, int]:
    found = {word: value for value, word in enumerate((*_ONES, *_TEENS))} | _OTHERS
    for tens, word in enumerate(_TENS, start=2):
        found[word] = 10 * tens
        for one, last in enumerate(_ONES[1:], start=1):
            for ending in {last, last.replace("é", "e"), "ett" if one == 1 else last}:
                found[word + ending] = 10 * tens + one
    return found | {"hundre": 100}


NUMERALS = _words()


def numeral(word: str) -> int | None:
    """Return the number that a word stands for, nothing when it is no number."""
    return NUMERALS.get(word.lower())
