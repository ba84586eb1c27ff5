"""Numbers as they are printed: grouped, with the language's decimal sign, half rounded up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from ehport.lang.language import Lang

NARROW = "\u202f"
NO_BREAK = "\u00a0"
MINUS = "\u2212"
MISSING = "–"
_HALF = Fraction(1, 2)


def number(value: Decimal | int | float | str, lang: Lang, *, decimals: int | None = None) -> str:
    """Return a number with grouped thousands; without ``decimals`` it keeps those it has."""
    exact = Decimal(str(value))
    if decimals is None:
        exact = exact.normalize()
        decimals = max(0, -int(exact.as_tuple().exponent))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    text = f"{rounded:,f}".replace("-", MINUS)
    # A comma between thousands would be read as a decimal sign by Norwegians, and by the form: 1,000 would be one.
    grouped = text.replace(",", NARROW)
    return grouped.replace(".", ",") if lang is Lang.NB else grouped


def mnok(tkr: int | None, lang: Lang, *, decimals: int | None = None) -> str:
    """Return thousand kroner as million kroner; ``None`` is printed as an en dash, never as zero."""
    return MISSING if tkr is None else number(Decimal(tkr) / 1000, lang, decimals=decimals)


def billion(tkr: int, lang: Lang, *, decimals: int = 2) -> str:
    """Return thousand kroner as billion kroner."""
    return number(Decimal(tkr) / 1_000_000, lang, decimals=decimals)


def signed(value: Decimal | int, text: str) -> str:
    """Return a printed number with a plus before it where it is above zero; below zero it has its minus."""
    return f"+{text}" if value > 0 else text


def percent(share: int, lang: Lang) -> str:
    """Return a whole percentage with its sign."""
    return f"{number(share, lang)}{NO_BREAK}%" if lang is Lang.NB else f"{number(share, lang)}%"


def share(part: int, whole: int) -> int:
    """Return a part as a whole percentage, half rounded up; zero when there is nothing to share."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def shares(counts: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole percentages that add up to 100, all zero when there is nothing to share.

    Each is rounded half up by itself, so that 2 of 45 is 4, whatever stands beside it. Where the sum then is not 100,
    a point is given to, or taken from, the parts that it makes least wrong for their size: never a tiny one as long
    as there is a larger, and of equal ones the first. No part is a whole point or more from what it is.
    """
    total = sum(counts)
    if total <= 0:
        return tuple(0 for _ in counts)
    exact = [Fraction(100 * count, total) for count in counts]
    whole = [floor(each + _HALF) for each in exact]
    while (rest := 100 - sum(whole)) != 0:
        step = 1 if rest > 0 else -1
        wrong = {
            place: abs(whole[place] + step - each) / abs(each)
            for place, each in enumerate(exact)
            if each and abs(whole[place] + step - each) < 1
        }
        whole[min(wrong, key=lambda place: wrong[place])] += step
    return tuple(whole)
