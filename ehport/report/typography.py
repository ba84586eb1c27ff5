"""Where a line may break: the only thing about a text that printing may change."""

from __future__ import annotations

import re

from ehport.lang import dates
from ehport.lang.numbers import NARROW, NO_BREAK

# The typeface has no U+2060; this one forbids a break in the same way, and readers of the page never meet it.
JOINER = "\ufeff"

_MONTHS = "|".join(month for months in dates.MONTHS.values() for month in months)
UNITS = r"(?:%|prosent\b|mill\b|millioner\b|million\b|mrd\b|milliarder\b|MNOK\b|NOK\b|kr\b|kroner\b)"
_UNIT = re.compile(rf"(?<=\d) (?={UNITS})")
_SHARE = re.compile(r"(?<=,) (?=%)")
_BEFORE_KRONER = re.compile(r"\b([Mm]ill|mrd)\. (?=kr)")
_AFTER_NOK = re.compile(r"\bNOK (?=\d|million)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_DAY = re.compile(rf"(?<=\d\.) (?=(?:{_MONTHS})\b)")
_YEAR = re.compile(rf"\b({_MONTHS}) (?=\d{{4}}\b)")
# Compounds that the patterns for hyphenation divide inside their second part.
_SEAMS = (
    "digitaliserings|tiltak",
    "dokument|deling",
    "helse|direktorat",
    "helse|forvaltning",
    "helse|region",
    "helse|tiltak",
    "helsedata|område",
    "nytte|beregning",
    "omsorgs|departement",
)
_SEAM = re.compile(
    "|".join(f"(?<={first})(?={second})" for first, second in (each.split("|") for each in _SEAMS)), re.I
)
_COMPOUND = re.compile(r"\b([eE]|Midt|Sør)-(?=\w)")


def keep_together(text: str) -> str:
    """Return the text with no-break spaces before units and inside numbers and dates; no sign is added or lost."""
    for space in (_UNIT, _SHARE, _DAY):
        text = space.sub(NO_BREAK, text)
    text = _BEFORE_KRONER.sub(rf"\1.{NO_BREAK}", text)
    text = _AFTER_NOK.sub(f"NOK{NO_BREAK}", text)
    text = _YEAR.sub(rf"\1{NO_BREAK}", text)
    return _GROUPED.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def together(text: str) -> str:
    """Return the text unbroken, and without a break after the hyphen of e-helse, Sør-Øst or Midt-Norge."""
    return _COMPOUND.sub(rf"\1-{JOINER}", keep_together(text))


def hyphenate(text: str) -> str:
    """Return running text with soft hyphens in compounds that would be divided elsewhere; they are seen where used."""
    return _SEAM.sub("\N{SOFT HYPHEN}", text)


def editorial(text: str) -> str:
    """Return the office's own text set as the report's numbers are: thousands apart by a narrow space, too."""
    return keep_together(_GROUPED.sub(lambda found: found[0].replace(" ", NARROW), text))
