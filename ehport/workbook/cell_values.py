"""What a sheet stores of a cell made a value: by the type that the file gives it and by its number format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from ehport.workbook.cells import CellLook, Value

NO_VALUE = "x"  # the data type of what the file says and cannot be
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,300}", re.ASCII)
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:hh?|mm?|ss?)\])[^\]]*\]', re.IGNORECASE)
_OF_TIME, _OF_SPAN = re.compile(r"[dmyhs]", re.IGNORECASE), re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_WORD = re.compile(r"General|Standard", re.IGNORECASE)
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")
_DAY = 86_400_000  # milliseconds
_FEBRUARY_29 = 60  # a day that 1900 has in Excel and never had
_BEFORE_1900, _BEFORE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 dates in workbooks have no zone
Typed = tuple[Value, str]


@dataclass(frozen=True, slots=True)
class DateSystem:
    """The day from which a workbook counts its dates."""

    from_1904: bool = False

    def day(self, count: float) -> datetime | time:
        """Return the time of a count of days; less than a day is a time of day.

        Raises `OverflowError` for what is no time.
        """
        days, part = divmod(count, 1)
        rest = timedelta(milliseconds=round(part * _DAY))
        if 0 <= count < 1 and rest.days == 0:
            return (_BEFORE_1904 + rest).time()
        if not self.from_1904 and 0 < count < _FEBRUARY_29:
            days += 1
        return (_BEFORE_1904 if self.from_1904 else _BEFORE_1900) + timedelta(days=days) + rest


def parse_number(stored: str, look: CellLook, calendar: DateSystem) -> Typed:
    """Return a stored number as what its format makes of it."""
    text = stored.strip()
    if not _NUMBER.fullmatch(text):
        return stored, NO_VALUE
    value = int(text) if _WHOLE.fullmatch(text) else float(text)
    of_time, of_span = _is_time(look.number_format)
    if not of_time:
        return value, "n"
    try:
        return (timedelta(days=value) if of_span else calendar.day(value)), "d"
    except (OverflowError, ValueError):
        return stored, NO_VALUE


def parse_boolean(stored: str) -> Typed:
    """Return a stored true or false."""
    found = {"1": True, "true": True, "0": False, "false": False}.get(stored.strip().lower())
    return (stored, NO_VALUE) if found is None else (found, "b")


def parse_date(stored: str) -> Typed:
    """Return a date, time or both as ISO 8601 writes them; a zone is left out, as spreadsheet programs do."""
    text = _ZONE.sub("", stored.strip())
    for kind in (datetime, date, time):
        try:
            return kind.fromisoformat(text), "d"
        except ValueError:
            continue
    return stored, NO_VALUE


@cache
def _is_time(pattern: str) -> tuple[bool, bool]:
    """Tell whether a number format shows a date or time, and whether it shows a span of time."""
    first = _WORD.sub("", _QUOTED.sub("", pattern.partition(";")[0]))
    return bool(_OF_TIME.search(first)), bool(_OF_SPAN.search(first))
