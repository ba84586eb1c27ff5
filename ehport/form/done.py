"""What a cell says about being done: ``Utført``, ``Er oppfylt``, ``i drift fra 2020``, whatever its column asks for."""

from __future__ import annotations

import re

from ehport.form.reading import tidy, without_marks
from ehport.form.timespan import parse_time
from ehport.form.vocabulary import DONE

_DONE = rf"(?:{'|'.join(map(re.escape, sorted(DONE, key=len, reverse=True)))})"
_LEAD = r"(?:(?:er|ble|nå|alt|alle|allerede|is|now|was) )*"
_WORDS = re.compile(rf"(?P<before>.*?){_LEAD}{_DONE}(?:(?: og |, | & |/| and ){_LEAD}{_DONE})*(?P<after>.*)")
_AROUND = " .,:;()*-"
_DEADLINE = re.compile(r"(?:innen|før|senest|til|by|before|until)\b")
_SINCE = re.compile(r"(?:siden|fra|i|since|from|in) ")


def says_done(text: str) -> bool:
    """Tell whether a text says that something is done, and nothing more than when.

    What is done in part, not yet, or to be done is not: any other word makes the text say something else.
    """
    lines = tidy(text).lower().split("\n")
    return all(map(_is_done, lines))


def _is_done(line: str) -> bool:
    found = _WORDS.fullmatch(without_marks(line)[0].strip(_AROUND))
    return found is not None and all(_is_time(found[part]) for part in ("before", "after"))


def _is_time(text: str) -> bool:
    said = text.strip(_AROUND)
    return not said or (not _DEADLINE.match(said) and parse_time(_SINCE.sub("", said, count=1)) is not None)
