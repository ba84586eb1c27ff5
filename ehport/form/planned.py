"""A planned time: when something is to happen, as precisely as it was written, and what became of it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ehport.form.vocabulary import State
from ehport.lang import dates
from ehport.lang.counting import listed
from ehport.lang.language import Lang, Text

OPEN = ".."
_QUALIFIERS = "?~%"
_SPRING, _WINTER, _FIRST_QUARTER, _LAST_QUARTER, _FIRST_TERTIAL, _FIRST_HALF = 21, 24, 33, 36, 37, 40
# ISO 8601-2 numbers for the parts of a year. The winter of a year may lie at either end of it.
_MONTHS_OF_PART = {
    _SPRING: (3, 5),
    22: (6, 8),
    23: (9, 11),
    _WINTER: (1, 12),
    _FIRST_QUARTER: (1, 3),
    34: (4, 6),
    35: (7, 9),
    _LAST_QUARTER: (10, 12),
    _FIRST_TERTIAL: (1, 4),
    38: (5, 8),
    39: (9, 12),
    _FIRST_HALF: (1, 6),
    41: (7, 12),
}
_SEASONS = (
    Text("våren {}", "spring {}"),
    Text("sommeren {}", "summer {}"),
    Text("høsten {}", "autumn {}"),
    Text("vinteren {}", "winter {}"),
)
_QUARTER = Text("{}. kvartal {}", "Q{} {}")
_TERTIAL = Text("{}. tertial {}", "T{} {}")
_HALF = Text("{}. halvår {}", "H{} {}")
_FROM = Text("fra {}", "from {}")
_ABOUT = Text("omtrent {}", "about {}")
_UNCERTAIN = Text("{} (usikkert)", "{} (uncertain)")
_LAST_UNCERTAIN = Text("ca. {}", "approx. {}")  # after the last of several the words in brackets would hold for all


class Precision(StrEnum):
    """How precisely a time is written."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF = "half"
    YEAR = "year"
    INTERVAL = "interval"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """A time in EDTF (ISO 8601-2) and a state; without a time only the state is known."""

    edtf: str | None
    state: State = State.PLANNED

    def earliest(self) -> date | None:
        """Return the first day the time may mean."""
        return min(map(first_day, _members(self.edtf))) if self.edtf else None

    def latest(self) -> date | None:
        """Return the last day the time may mean; an open interval has none."""
        if self.edtf is None or self.edtf.endswith(OPEN):
            return None
        return max(map(last_day, _members(self.edtf)))

    @property
    def precision(self) -> Precision | None:
        """How precisely the time is written; a state alone has no precision."""
        if self.edtf is None:
            return None
        if self.edtf.startswith("{"):
            return Precision.SEVERAL
        return Precision.INTERVAL if "/" in self.edtf else _precision(self.edtf)

    def in_words(self, lang: Lang) -> str:
        """Return the time as it is printed: ``3. kvartal 2021``, ``2020 (levert)``."""
        state = self.state.label[lang]
        if self.edtf is None:
            return state
        words = _words(self.edtf, lang)
        return words if self.state is State.PLANNED else f"{words} ({state.lower()})"


def first_day(edtf: str) -> date:
    """Return the first day of a single EDTF date."""
    year, part, day = _numbers(edtf)
    month, _ = _months(part)
    return date(year, month, day or 1)


def last_day(edtf: str) -> date:
    """Return the last day of a single EDTF date."""
    year, part, day = _numbers(edtf)
    _, month = _months(part)
    return date(year, month, day or monthrange(year, month)[1])


def _members(edtf: str) -> list[str]:
    return [each for each in edtf.strip("{}").replace("/", ",").split(",") if each != OPEN]


def _numbers(edtf: str) -> tuple[int, int, int]:
    year, part, day, *_ = [int(number) for number in edtf.rstrip(_QUALIFIERS).split("-")] + [0, 0]
    return year, part, day


def _months(part: int) -> tuple[int, int]:
    if part == 0:
        return 1, 12
    return _MONTHS_OF_PART.get(part, (part, part))


def _precision(edtf: str) -> Precision:
    _, part, day = _numbers(edtf)
    if day:
        return Precision.DAY
    if part == 0:
        return Precision.YEAR
    if part < _SPRING:
        return Precision.MONTH
    if part <= _WINTER:
        return Precision.SEASON
    if part <= _LAST_QUARTER:
        return Precision.QUARTER
    return Precision.TERTIAL if part < _FIRST_HALF else Precision.HALF


def _words(edtf: str, lang: Lang) -> str:
    dates_, doubted = _members(edtf), [each.endswith(("?", "%")) for each in _members(edtf)]
    members = [_single(each, lang) for each in dates_]
    if any(doubted) and not all(doubted):
        forms = [_UNCERTAIN] * (len(members) - 1) + [_LAST_UNCERTAIN]
        members = [
            form[lang].format(each) if doubt else each
            for each, doubt, form in zip(members, doubted, forms, strict=True)
        ]
    if edtf.startswith("{"):
        words = listed(members, lang)
    elif edtf.endswith(OPEN):
        words = _FROM[lang].format(members[0])
    else:
        dash = " – " if any(" " in each for each in members) else "–"
        words = dash.join(members)
    return _UNCERTAIN[lang].format(words) if all(doubted) else words


def _single(edtf: str, lang: Lang) -> str:
    year, part, day = _numbers(edtf)
    precision = _precision(edtf)
    if precision is Precision.DAY:
        words = dates.day(date(year, part, day), lang)
    elif precision is Precision.MONTH:
        words = f"{dates.month_name(part, lang)} {year}"
    elif precision is Precision.YEAR:
        words = str(year)
    elif precision is Precision.SEASON:
        words = _SEASONS[part - _SPRING][lang].format(year)
    elif precision is Precision.QUARTER:
        words = _QUARTER[lang].format(part - _FIRST_QUARTER + 1, year)
    elif precision is Precision.TERTIAL:
        words = _TERTIAL[lang].format(part - _FIRST_TERTIAL + 1, year)
    else:
        words = _HALF[lang].format(part - _FIRST_HALF + 1, year)
    return _ABOUT[lang].format(words) if edtf.endswith(("~", "%")) else words
