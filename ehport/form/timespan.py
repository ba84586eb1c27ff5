"""A time as people write it (`06.21`, `Q3 2021`, `2019-23`, `Aug'24 - Jun'27`), turned into EDTF."""

from __future__ import annotations

import re
from datetime import date

from ehport.form.planned import OPEN, first_day, last_day
from ehport.lang import dates
from ehport.lang.language import Lang

MONTHS = tuple(dates.MONTHS[Lang.NB])
SEASONS = {"vår": 21, "sommer": 22, "høst": 23, "hø": 23, "vinter": 24}
PARTS = {"q1": 33, "q2": 34, "q3": 35, "q4": 36, "h1": 40, "h2": 41}
END_OF_YEAR = ("ultimo", "slutten av")
MIDDLE_OF_MONTH = "medio"
ONWARDS = ("og fremover", "og utover")

LONGEST = 60  # every form below is shorter; a longer text is prose and is not tried

_MONTH_NUMBERS = {spelled: number for number, name in enumerate(MONTHS, 1) for spelled in (name, name[:3])}


def _one_of(words: tuple[str, ...] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_YEAR = r"(?P<year>[1-9][0-9]{3})"
_ANY_YEAR = r"(?P<year>[1-9][0-9]{3}|[0-9]{2})"
_NAME = rf"(?P<name>{_one_of(_MONTH_NUMBERS)})\.?"
_SEASON = rf"(?P<season>{_one_of(SEASONS)})"

_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        _YEAR,
        rf"(?P<month>[0-9]{{1,2}})[-. ]{_YEAR}",
        r"(?P<month>[0-9]{1,2})[./](?P<year>[0-9]{2})",
        rf"{_NAME} ?'? ?{_ANY_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.{_ANY_YEAR}",
        rf"(?P<part>{_one_of(PARTS)})(?: ?- ?| ){_YEAR}",
        rf"{_SEASON} {_YEAR}",
        rf"{_YEAR} ?\({_SEASON}\)",
        rf"(?P<end>{_one_of(END_OF_YEAR)}) {_YEAR}",
    )
)
_SHORT_YEARS = re.compile(rf"{_YEAR} ?- ?(?P<until>[0-9]{{2}})")
_TWO_YEARS = re.compile(r"([1-9][0-9]{3}) ?/ ?([1-9][0-9]{3})")
_TWO_NAMES = re.compile(rf"({_one_of(_MONTH_NUMBERS)})\.? ?/ ?({_NAME} ?'? ?{_ANY_YEAR})")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2}) ?/ ?([0-9]{1,2}\.((?:[1-9][0-9])?[0-9]{2}))")
_WORDS_ONWARDS = rf"(?: (?:{_one_of(ONWARDS)}))"
_ONWARDS = (
    re.compile(rf"{_YEAR}(?: ?(?:->|→|\+|-)|{_WORDS_ONWARDS})"),
    re.compile(rf"fra {_YEAR}{_WORDS_ONWARDS}?"),
)
_DOUBTS = (
    re.compile(r"(?:tentativt|ca) (.+)"),
    re.compile(r"(.+?) ?\?"),
    re.compile(r"(.+?) ?\(noe usikkert\)"),
    re.compile(r"(.+?) ?\(tentativt\)|(.+) tentativt"),
)


def parse_time(text: str) -> str | None:
    """Return a tidy, lower-case text as EDTF, ``None`` when it is no time or an impossible one."""
    if len(text) > LONGEST:
        return None
    certain, doubted = _without_doubt(text)
    found = _span(certain)
    if not doubted:
        return found
    found = found or _two_numbered_months(certain)
    return "/".join(map(_doubted, found.split("/"))) if found else None


def is_ambiguous(text: str) -> bool:
    """Tell whether a text holds two different dates that may be an interval or a choice: ``12.20/12.21``."""
    if len(text) > LONGEST:
        return False
    certain, _ = _without_doubt(text)
    pairs = (_pair(certain, at) for at in _positions(certain, "/"))
    return any(pair and pair[0] != pair[1] for pair in pairs)


def _without_doubt(text: str) -> tuple[str, bool]:
    for pattern in _DOUBTS:
        if found := pattern.fullmatch(text):
            return _without_doubt(next(filter(None, found.groups())))[0], True
    return text, False


def _doubted(bound: str) -> str:
    if bound == OPEN:
        return bound
    return bound.replace("~", "%") if bound.endswith("~") else f"{bound}?"


def _span(text: str) -> str | None:
    for read in (_date, _two_years, _two_named_months, _short_years, _onwards, _interval):
        if found := read(text):
            return found
    return None


def _date(text: str) -> str | None:
    if text.startswith(f"{MIDDLE_OF_MONTH} "):
        month = _date(text.removeprefix(f"{MIDDLE_OF_MONTH} "))
        return f"{month}~" if month and _is_month(month) else None
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            return _edtf(found.groupdict())
    return None


def _is_month(edtf: str) -> bool:
    return len(edtf) == len("2021-01") and edtf[-2:] <= "12"


def _edtf(said: dict[str, str]) -> str | None:
    year = said["year"] if len(said["year"]) > 2 else f"20{said['year']}"
    if "end" in said:
        return f"{year}-12~"
    if "season" in said:
        return f"{year}-{SEASONS[said['season']]}"
    if "part" in said:
        return f"{year}-{PARTS[said['part']]}"
    month = _MONTH_NUMBERS[said["name"]] if "name" in said else int(said.get("month", 0))
    if month == 0:
        return year if "month" not in said else None
    return _day_or_month(int(year), month, said.get("day"))


def _day_or_month(year: int, month: int, day: str | None) -> str | None:
    try:
        found = date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[: len("2021-01")]


def _two_years(text: str) -> str | None:
    found = _TWO_YEARS.fullmatch(text)
    return _ordered(found[1], found[2]) if found else None


def _two_named_months(text: str) -> str | None:
    found = _TWO_NAMES.fullmatch(text)
    return _ordered(_date(f"{found[1]} {found['year']}"), _date(found[2])) if found else None


def _two_numbered_months(text: str) -> str | None:
    found = _TWO_NUMBERS.fullmatch(text)
    return _ordered(_date(f"{found[1]}.{found[3]}"), _date(found[2])) if found else None


def _short_years(text: str) -> str | None:
    found = _SHORT_YEARS.fullmatch(text)
    return _ordered(found["year"], f"20{found['until']}") if found else None


def _onwards(text: str) -> str | None:
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _ONWARDS)), None)
    return f"{found['year']}/{OPEN}" if found else None


def _interval(text: str) -> str | None:
    pairs = (_pair(text, at) for at in _positions(text, "-"))
    return next((_ordered(*pair) for pair in pairs if pair), None)


def _positions(text: str, sign: str) -> list[int]:
    return [at for at, each in enumerate(text) if each == sign]


def _pair(text: str, at: int) -> tuple[str, str] | None:
    first, second = _date(text[:at].rstrip()), _date(text[at + 1 :].lstrip())
    return (first, second) if first and second else None


def _ordered(first: str | None, last: str | None) -> str | None:
    """Return an interval; one that ends before it begins is impossible."""
    if not first or not last or first_day(first) > last_day(last):
        return None
    return f"{first}/{last}"
