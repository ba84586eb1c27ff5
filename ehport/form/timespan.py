"""A time as people write it (`06.21`, `2019-23`, `fra mai til juni 2022`, `uke 24 2022`), turned into EDTF."""

from __future__ import annotations

import re
from datetime import date

from ehport.form.one_date import ANY_YEAR, MONTH_NAME, YEAR, is_partial, parse_date, two_digits
from ehport.form.planned import OPEN, first_day, last_day
from ehport.form.time_words import (
    DOUBTS_AFTER,
    DOUBTS_BEFORE,
    FROM,
    MONTH_NUMBERS,
    ONWARDS,
    TURNS_OF_YEAR,
    UNTIL,
    WEEKS,
    WINTERS,
    WITHIN,
    one_of,
)

LONGEST = 60  # every form below is shorter; a longer text is prose and is not tried

_SECOND_YEAR = r"(?P<until>[1-9][0-9]{3}|[0-9]{2})"
_ISO_INTERVAL = re.compile(r"([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?) ?/ ?([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")
_SHORT_YEARS = re.compile(rf"{YEAR} ?[-/] ?(?P<until>[0-9]{{2}})")
_TWO_YEARS = re.compile(r"([1-9][0-9]{3}) ?/ ?([1-9][0-9]{3})")
_TWO_NAMES = re.compile(rf"({one_of(MONTH_NUMBERS)})\.? ?/ ?({MONTH_NAME} ?'? ?{ANY_YEAR})")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2}) ?/ ?([0-9]{1,2}\.((?:[1-9][0-9])?[0-9]{2}))")
_AROUND_NEW_YEAR = re.compile(
    rf"(?:(?:{one_of(WITHIN)}) )?(?:(?P<winter>{one_of(WINTERS)})|{one_of(TURNS_OF_YEAR)}) {YEAR} ?[-/] ?{_SECOND_YEAR}"
)
_NEW_YEAR = re.compile(rf"(?:(?:{one_of(WITHIN)}) )?(?:{one_of(TURNS_OF_YEAR)}) [1-9][0-9]{{3}}")
_WEEK = re.compile(
    rf"(?:(?:{one_of(WITHIN)}) )?(?:{one_of(WEEKS)})\.? ?(?P<week>[0-9]{{1,2}})(?:,? (?:i )?|[/-]){YEAR}"
    r"|(?P<year_>[1-9][0-9]{3})-?w(?P<week_>[0-9]{2})"
)
_ONWARDS = (
    re.compile(rf"(?P<first>.+?)(?: ?(?:->|→|\+|-)| (?:{one_of(ONWARDS)}))"),
    re.compile(rf"(?:{one_of(FROM)}) (?P<first>.+?)(?: (?:{one_of(ONWARDS)}))?"),
)
_FROM_UNTIL = re.compile(
    rf"(?:(?:{one_of(FROM)}) )?(?P<first>.+?) (?:{one_of(UNTIL)}) (?P<last>.+)"
    rf"|(?:{one_of(FROM)}) (?P<first_>.+?) ?- ?(?P<last_>.+)"
)
_LAST_YEAR = re.compile(r"(?:^|.*?[^0-9])(?P<year>[1-9][0-9]{3}|[0-9]{2})")
_DOUBTS = (
    re.compile(rf"(?:(?:{one_of(DOUBTS_BEFORE)}|ca) |ca\. ?)(.+)"),
    re.compile(r"[~≈] ?(.+)"),
    re.compile(r"(.+?) ?\?"),
    re.compile(rf"(.+?) ?\((?:{one_of(DOUBTS_AFTER)})\)|(.+) tentativt"),
)


def parse_time(text: str) -> str | None:
    """Return a tidy, lower-case text as EDTF, ``None`` when it is no time or an impossible one."""
    if len(text) > LONGEST:
        return None
    certain, doubted = without_doubt(text)
    found = _span(certain)
    if not doubted:
        return found
    found = found or _two_numbered_months(certain)
    return "/".join(map(_doubted, found.split("/"))) if found else None


def is_ambiguous(text: str) -> bool:
    """Tell whether a text may mean several times: ``12.20/12.21`` an interval or a choice, ``årsskiftet 2021`` two."""
    if len(text) > LONGEST:
        return False
    certain, _ = without_doubt(text)
    pairs = (_pair(certain, at) for at in _positions(certain, "/"))
    return bool(_NEW_YEAR.fullmatch(certain)) or any(pair and pair[0] != pair[1] for pair in pairs)


def without_doubt(text: str) -> tuple[str, bool]:
    """Return a text without the words that call it uncertain, and whether it had any."""
    for pattern in _DOUBTS:
        if found := pattern.fullmatch(text):
            return without_doubt(next(filter(None, found.groups())))[0], True
    return text, False


def _doubted(bound: str) -> str:
    if bound == OPEN or bound.endswith(("?", "%")):
        return bound
    return bound.replace("~", "%") if bound.endswith("~") else f"{bound}?"


def _span(text: str) -> str | None:
    readers = (parse_date, _two_years, _two_named_months, _short_years, _around_new_year, _week, _interval)
    for read in (*readers, _from_until, _onwards):
        if found := read(text):
            return found
    return None


def _date(text: str) -> str | None:
    """Return one date, which may have its own doubt."""
    certain, doubted = without_doubt(text)
    found = parse_date(certain)
    return _doubted(found) if found and doubted else found


def _two_years(text: str) -> str | None:
    found = _TWO_YEARS.fullmatch(text) or _ISO_INTERVAL.fullmatch(text)
    return _ordered(parse_date(found[1]), parse_date(found[2])) if found else None


def _two_named_months(text: str) -> str | None:
    found = _TWO_NAMES.fullmatch(text)
    return _ordered(parse_date(f"{found[1]} {found['year']}"), parse_date(found[2])) if found else None


def _two_numbered_months(text: str) -> str | None:
    found = _TWO_NUMBERS.fullmatch(text)
    return _ordered(parse_date(f"{found[1]}.{found[3]}"), parse_date(found[2])) if found else None


def _short_years(text: str) -> str | None:
    found = _SHORT_YEARS.fullmatch(text)
    return _ordered(found["year"], two_digits(found["until"])) if found else None


def _around_new_year(text: str) -> str | None:
    found = _AROUND_NEW_YEAR.fullmatch(text)
    if not found or int(two_digits(found["until"])) != int(found["year"]) + 1:
        return None
    return f"{found['year']}-12/{two_digits(found['until'])}-{'02' if found['winter'] else '01'}"


def _week(text: str) -> str | None:
    found = _WEEK.fullmatch(text)
    if not found:
        return None
    year, week = int(found["year"] or found["year_"]), int(found["week"] or found["week_"])
    try:
        return "/".join(date.fromisocalendar(year, week, day).isoformat() for day in (1, 7))
    except ValueError:
        return None


def _onwards(text: str) -> str | None:
    for pattern in _ONWARDS:
        if (found := pattern.fullmatch(text)) and (first := _date(found["first"])):
            return f"{first}/{OPEN}"
    return None


def _interval(text: str) -> str | None:
    pairs = (_pair(text, at) for at in _positions(text, "-"))
    return next((_ordered(*pair) for pair in pairs if pair), None)


def _from_until(text: str) -> str | None:
    found = _FROM_UNTIL.fullmatch(text)
    if not found:
        return None
    pair = _bounds(found["first"] or found["first_"], found["last"] or found["last_"])
    return _ordered(*pair) if pair else None


def _positions(text: str, sign: str) -> list[int]:
    return [at for at, each in enumerate(text) if each == sign]


def _pair(text: str, at: int) -> tuple[str, str] | None:
    return _bounds(text[:at].rstrip(), text[at + 1 :].lstrip(), in_one_year=text[at] == "-")


def _bounds(first: str, last: str, *, in_one_year: bool = True) -> tuple[str, str] | None:
    """Return two dates; the first may leave its year to the last: ``mai - juni 2022``."""
    second = _date(last)
    if in_one_year and second and is_partial(first) and (year := _LAST_YEAR.fullmatch(last)):
        first = f"{first} {year['year']}"
    found = _date(first)
    return (found, second) if found and second else None


def _ordered(first: str | None, last: str | None) -> str | None:
    """Return an interval; one that ends before it begins is impossible."""
    if not first or not last or first_day(first) > last_day(last):
        return None
    return f"{first}/{last}"
