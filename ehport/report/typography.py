"""Where a line may break: the only thing about a text that printing may change."""

from __future__ import annotations

import re

from ehport.lang import dates
from ehport.lang.language import Lang
from ehport.lang.numbers import NARROW, NO_BREAK

_MONTHS = "|".join(dates.MONTHS[Lang.NB])
_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|prosent\b|mill\b|millioner\b|mrd\b|milliarder\b|MNOK\b|NOK\b|kr\b|kroner\b))")
_BEFORE_KRONER = re.compile(r"\b(mill|mrd)\. (?=kr)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_DAY = re.compile(rf"(?<=\d\.) (?=(?:{_MONTHS})\b)")


def unbroken(text: str) -> str:
    """Return the text with no-break spaces before units and inside dates; no sign is added or lost."""
    if not _DIGIT.search(text):
        return text
    text = _UNIT.sub(NO_BREAK, text)
    text = _BEFORE_KRONER.sub(rf"\1.{NO_BREAK}", text)
    return _DAY.sub(NO_BREAK, text)


def editorial(text: str) -> str:
    """Return the office's own text set as the report's numbers are: thousands apart by a narrow space, too."""
    return unbroken(_GROUPED.sub(lambda found: found[0].replace(" ", NARROW), text))
