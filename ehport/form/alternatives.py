"""Ranges and alternatives among amounts: «5 til 7 mill», «P50: 100 / P85: 120», «inntil 10», which give no value."""

from __future__ import annotations

import re

from ehport.form.money_words import QUANTITY
from ehport.form.reading import Flag

_BOUNDS = frozenset((
    "inntil", "opptil", "maks", "max", "maksimum", "maksimalt", "minimum", "minimalt", "min", "minst", "under",
    "over", "mer", "meir", "mindre", "enn", "<", ">", "≤", "≥", "±", "+-", "between", "at", "least", "most",
    "than",
))  # fmt: skip
_RANGING = frozenset(["mellom", "fra", "frå", "til", "from", "to", "mellom", "spenn", "opp", "up"]) | _BOUNDS
_CHOOSING = frozenset((
    "eller", "alternativt", "alternativ", "alternative", "alternativer", "alt", "enten", "or", "either", "p",
    "lav", "lavt", "låg", "lågt", "høy", "høyt", "høg", "høgt", "low", "high", "nedre", "øvre", "lower", "upper",
    "forventet", "forventa", "forventning", "expected", "mest", "sannsynlig", "likely", "basis", "best", "beste",
    "worst", "verste", "verst", "case", "fall", "scenario", "scenarie", "optimistisk", "pessimistisk",
    "styringsramme", "kostnadsramme", "ramme", "opsjon", "opprinnelig", "opphavleg", "original", "revidert",
    "gammelt", "gammel", "gammal", "nytt", "ny", "prognose", "budsjett", "vedtatt", "faktisk", "nullalternativ",
    "nullalternativet", "realistisk", "estimat", "forecast", "budget", "actual",
))  # fmt: skip
_FILLING = frozenset(["og", "and", "ca", "cirka", "om", "lag", "på", "of", "kr", "mva", "for"])
_STRONG = (_CHOOSING | _RANGING) - {"opp", "up", "at", "min"} | {"min"}
_QUANTILE = re.compile(r"\bp ?-?(?:[1-9][05]?|[1-9]5)\b(?= ?[:=)\-(/]| |$)")
_CHOICE_LABELS = re.compile(
    r"(?:alternativ|alt|scenario|scenarie|variant|opsjon|option|case)\b.*|[a-e1-5]|(?:uten|med|inkl|eks|ekskl|før|etter)\b.*"
)
_SUM = re.compile(
    r"(?:(?:sum|totalt?|total sum|totalkostnad|totalsum|samlet|samla|i alt|til sammen|tilsammen|til saman|in total|all)"
    r"(?: (?:sum|totalt?|kostnad|total))?)"
)
_SIGNS = re.compile(r"\+ ?/? ?-|±|<=?|>=?|≤|≥|[^\W\d_]+")
_ALONE = re.compile(rf"(?<![\w,.])(?:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', QUANTITY.pattern)})(?![\w]|[,.][0-9])")


def is_alternative(label: str) -> bool:
    """Tell whether a label in lower case names one of several figures for the same money."""
    if _QUANTILE.search(label) or _CHOICE_LABELS.fullmatch(label):
        return True
    return bool(set(_SIGNS.findall(label)) & ((_CHOOSING | _BOUNDS) - {"p", "under", "over", "at", "ny", "nytt"}))


def is_sum(label: str) -> bool:
    """Tell whether a label in lower case names the sum of what stands beside it."""
    return bool(_SUM.fullmatch(label))


def of_several(text: str) -> Flag | None:
    """Return why a text in lower case is not one amount, ``None`` when it is not amounts and words between them."""
    marked = _QUANTILE.sub(" p ", text)
    rest, count = _ALONE.subn(" ", marked)
    words = {word.replace(" ", "").replace("/", "") for word in _SIGNS.findall(rest)}
    if not count or not words & _STRONG or words - _RANGING - _CHOOSING - _FILLING:
        return None
    if words & _CHOOSING:
        return Flag.ALTERNATIVES if count > 1 else None
    return Flag.RANGE if count > 1 or words & _BOUNDS else None
