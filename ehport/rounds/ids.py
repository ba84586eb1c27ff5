"""The id of a round, the year and month it is held: checked, and read from what people write for it."""

from __future__ import annotations

import re
from pathlib import Path

from ehport.lang import dates
from ehport.lang.folding import fold
from ehport.lang.language import Text
from ehport.system.errors import UsageError

FIRST_YEAR, LAST_YEAR = 2000, 2099
_ROUND_ID = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
_DAY = r"(?:\d\d?[-/.,_ ]+)?"
_WAYS = tuple(
    re.compile(each, re.ASCII)
    for each in (
        r"(?P<year>20\d\d)[-/.,_ ]*0?(?P<month>\d\d?)(?:[-/.,_ ]+\d\d?)?",
        rf"{_DAY}(?P<month>\d\d?)[-/.,_ ]*(?P<year>20\d\d)",
        r"(?P<year>\d\d)[-/.,_ ]+(?P<month>\d\d?)",
        rf"{_DAY}(?P<month>\d\d?)[-/.,_ ]+(?P<year>\d\d)",
        rf"{_DAY}(?P<month>[^\W\d_]{{3,}})[-/.,_ ]*(?P<year>20\d\d|\d\d)",
        r"(?P<year>20\d\d)[-/.,_ ]*(?P<month>[^\W\d_]{3,})",
    )
)
_INSIDE = re.compile(r"(?<!\d)20\d\d-(?:0[1-9]|1[0-2])(?!\d)", re.ASCII)
_LIKE_AN_ID = re.compile(r"[0-9]{2,4}[-/][0-9]{1,3}")
_WORTH_GUESSING = 60  # longer texts are no round's id


def is_round_id(text: str) -> bool:
    """Tell whether a text is a round's id: a year and a month that there is."""
    return _ROUND_ID.fullmatch(text) is not None


def is_month(text: str) -> bool:
    """Tell whether a text is a year and a month in which a round can be published."""
    return is_round_id(text) or text == f"{LAST_YEAR + 1}-01"


def is_meant_as_round(text: str) -> bool:
    """Tell whether a text is meant as a round and not as a file: an id, or what people write for one."""
    return is_round_id(text) or (bool(_LIKE_AN_ID.fullmatch(text) or _read(text)) and not Path(text).exists())


def meant_round(text: str) -> str | None:
    """Return the id that was meant by a text that is none, such as ``2021-9`` or ``sept 2021``."""
    inside = _INSIDE.search(text[:_WORTH_GUESSING])
    return _read(text) or (inside[0] if inside else None)


def check_round_id(text: str) -> str:
    """Return a round's id as it was given.

    Raises `UsageError` when it is none, with the id that was meant.
    """
    if is_round_id(text):
        return text
    raise UsageError(not_a_round(text))


def not_a_round(text: str) -> Text:
    """Return that a text is no round's id, and what was meant."""
    near = meant_round(text)
    return (_MEANT if near else _NOT_A_ROUND).format(round=text, near=near)


def _read(text: str) -> str | None:
    """Return the id that a year and a month make, in whatever order and words they are written."""
    typed = fold(text[:_WORTH_GUESSING]).strip(" ./")
    for way in _WAYS:
        found = way.fullmatch(typed)
        month = _month(found["month"]) if found else 0
        if found and month:
            return f"20{found['year'][-2:]}-{month:02}"
    return None


def _month(text: str) -> int:
    """Return the number of a month in figures or in a word of either language, 0 when it is none."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else 0
    for names in dates.MONTHS.values():
        for number, name in enumerate(names, 1):
            if name.casefold().startswith(text) or text.startswith(name.casefold()):
                return number
    return 0


_MEANT = Text(
    "«{round}» er ikke en runde. Mente du {near}? En runde skrives med år og måned, for eksempel 2021-09.",
    "«{round}» is not a round. Did you mean {near}? A round is written as year and month, for example 2021-09.",
)
_NOT_A_ROUND = Text(
    "«{round}» er ikke en runde. Skriv år og måned, for eksempel 2021-09.",
    "«{round}» is not a round. Write year and month, for example 2021-09.",
)
