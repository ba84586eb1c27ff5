"""A single date as people write it (`06.21`, `30. juni 2022`, `3. kvartal 2021`, `medio mai 22`), turned into EDTF."""

from __future__ import annotations

import re
from datetime import date

from ehport.form.time_words import (
    ABOUT,
    END_OF_YEAR,
    MIDDLES,
    MONTH_NUMBERS,
    ORDINALS,
    PERIODS,
    SEASONS,
    STARTS,
    WITHIN,
    one_of,
)

YEAR = r"(?P<year>[1-9][0-9]{3})"
ANY_YEAR = r"(?P<year>[1-9][0-9]{3}|[0-9]{2})"
MONTH_NAME = rf"(?P<name>{one_of(MONTH_NUMBERS)})\.?"

_SEASON = rf"(?P<season>{one_of(SEASONS)})"
_SHORT_PART = r"(?:(?P<letter>[qkht])(?P<nth>[1-4])|(?P<nth_>[1-4])(?P<letter_>[qht]))"
_LONG = one_of(word for word in PERIODS if len(word) > 1)
_LONG_PART = (
    rf"(?:(?:(?P<count>[1-4])\. ?|(?P<count_>[1-4]) |(?P<ordinal>{one_of(ORDINALS)}) )(?P<period>{_LONG})\.?"
    rf"|(?P<period_>{_LONG}) (?P<count__>[1-4]))"
)
_PART = rf"(?:{_SHORT_PART}|{_LONG_PART})"
_DAY, _MONTH = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_IN = r"(?:,? (?:i |av |of |in )?|, ?)'?"  # between a name and its year
_CLOCK = r"(?:[t ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
_TWO_DIGITS = r"(?P<month>[0-9]{2})"

WITHOUT_YEAR = re.compile(rf"(?:{MONTH_NAME}|{_SEASON}|{_PART})")
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        YEAR,
        rf"{_MONTH}[-. /]{YEAR}",
        r"(?P<month>[0-9]{1,2})[./](?P<year>[0-9]{2})",
        rf"{MONTH_NAME} ?'? ?{ANY_YEAR}",
        rf"{MONTH_NAME} ?- ?{ANY_YEAR}",
        rf"{MONTH_NAME}{_IN}{YEAR}",
        rf"{YEAR},? (?:\({MONTH_NAME}\)|(?P<name_>{one_of(MONTH_NUMBERS)})\.?)",
        rf"{_DAY}\.{_MONTH}\.{ANY_YEAR}",
        rf"{_DAY}\. ?{_MONTH}\. ?{YEAR}",
        rf"{_DAY}/{_MONTH}(?:[/ ] ?{YEAR}|-(?P<year_>[1-9][0-9]{{3}}|[0-9]{{2}}))",
        rf"{_DAY}-{_MONTH}-{YEAR}",
        rf"{_DAY}(?:\. ?| |th |st |nd |rd ){MONTH_NAME},? ?'?{ANY_YEAR}",
        rf"{MONTH_NAME} {_DAY}(?:th|st|nd|rd)?,? {YEAR}",
        rf"{YEAR}(?P<iso>[-./]){_TWO_DIGITS}",
        rf"{YEAR}(?P<sign>[-./]){_TWO_DIGITS}(?P=sign)(?P<day>[0-9]{{2}}){_CLOCK}",
        rf"{_PART}(?: ?[-/] ?|{_IN}|'){ANY_YEAR}",
        rf"{YEAR}(?:[ -]?|, ){_PART}",
        rf"{YEAR} ?\({_PART}\)",
        rf"{_SEASON}(?: ?[-/] ?|{_IN}|'){ANY_YEAR}",
        rf"{YEAR},? (?:\({_SEASON}\)|(?P<season_>{one_of(SEASONS)}))",
        rf"{YEAR}\({_SEASON}\)",
    )
)
_EDGE = re.compile(
    rf"(?:(?P<start>{one_of(STARTS)})|(?P<middle>{one_of(MIDDLES)})|(?P<end>{one_of(END_OF_YEAR)}))[ -](?P<rest>.+)"
)
_ABOUT = re.compile(rf"(?:{one_of(ABOUT)}) (?P<rest>.+)")
_WITHIN = re.compile(rf"(?:{one_of(WITHIN)}) (?P<rest>.+)")
_EDGE_OF_YEAR = {"start": "01", "middle": "06", "end": "12"}


def parse_date(text: str) -> str | None:
    """Return a tidy, lower-case text as one EDTF date, ``None`` when it is something else or impossible."""
    if found := _WITHIN.fullmatch(text):
        return parse_date(found["rest"])
    if found := _EDGE.fullmatch(text):
        return _edge(next(name for name in _EDGE_OF_YEAR if found[name]), _plain(found["rest"]))
    if found := _ABOUT.fullmatch(text):
        whole = _plain(found["rest"])
        return f"{whole}~" if whole else None
    return _plain(text)


def is_partial(text: str) -> bool:
    """Tell whether a text is a part of a year without its year: ``mai``, ``1. kvartal``, ``våren``."""
    return bool(WITHOUT_YEAR.fullmatch(text))


def two_digits(year: str) -> str:
    """Return a year in four digits; two digits are 20YY."""
    return year if len(year) > 2 else f"20{year}"


def _edge(edge: str, whole: str | None) -> str | None:
    """Return the beginning, middle or end of a year or a part of one; a day has none."""
    if not whole or whole.count("-") > 1:
        return None
    return f"{whole}~" if "-" in whole else f"{whole}-{_EDGE_OF_YEAR[edge]}~"


def _plain(text: str) -> str | None:
    for pattern in _DATES:
        if (found := pattern.fullmatch(text)) and (edtf := _edtf(_said(found))):
            return edtf
    return None


def _said(found: re.Match[str]) -> dict[str, str]:
    """Return what the groups of a pattern caught; a trailing ``_`` only keeps names apart."""
    return {name.rstrip("_"): text for name, text in found.groupdict().items() if text}


def _edtf(said: dict[str, str]) -> str | None:
    year = two_digits(said["year"])
    if "season" in said:
        return f"{year}-{SEASONS[said['season']]}"
    if "letter" in said or "period" in said:
        return _part(year, said)
    month = MONTH_NUMBERS[said["name"]] if "name" in said else int(said.get("month", 0))
    if month == 0:
        return year if "month" not in said else None
    if "iso" in said and 2000 + month >= int(year):  # `1998-05` is two years
        return None
    return _day_or_month(int(year), month, said.get("day"))


def _part(year: str, said: dict[str, str]) -> str | None:
    number = ORDINALS[said["ordinal"]] if "ordinal" in said else int(said.get("nth") or said["count"])
    first, count = PERIODS[said.get("letter") or said["period"]]
    return f"{year}-{first + number - 1}" if number <= count else None


def _day_or_month(year: int, month: int, day: str | None) -> str | None:
    try:
        found = date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[: len("2021-01")]
