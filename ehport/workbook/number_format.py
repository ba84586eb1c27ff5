"""Number formats: what a person sees of a number or a text in a cell, as Norwegian Excel shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from ehport.workbook.format_sections import (
    COMMA,
    DIGIT,
    EXPONENT,
    GENERAL,
    LITERAL,
    PERCENT,
    POINT,
    SLASH,
    TEXT,
    FormatSection,
    Token,
    sections_of,
)

_MOST_DECIMALS = 30
_OF_DASH = "- .krnoKRNO"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is seen of a number; ``number`` is the one that its digits say, if they say one, and ``exact`` unrounded.

    ``is_plain`` tells that nothing is seen but the number, which may be written in any way.
    """

    text: str
    number: Decimal | None = None
    exact: Decimal = Decimal(0)
    is_plain: bool = False


def show_number(value: Decimal, pattern: str) -> Shown:
    """Return what is seen of a number in a cell with a number format; colours are not seen."""
    with localcontext(prec=400):
        return _shown(value, pattern)


def _shown(value: Decimal, pattern: str) -> Shown:
    sections = sections_of(pattern)
    section, is_negative = _chosen(sections, value)
    if section is None:
        return Shown("#####")
    if section.has(EXPONENT):
        return _in_powers(value, section)
    if section.has(DIGIT):
        return _in_fractions(value, section) if section.has(SLASH) else _in_digits(value, section, is_negative)
    if section.has(GENERAL) or section.has(TEXT):
        text = f"{value:f}".replace(".", ",")
        return Shown(_filled(section, text), value, value, is_plain=not section.words)
    words = _filled(section, "")
    return _dash() if not value and words and not words.strip(_OF_DASH) else Shown(words)


def show_text(text: str, pattern: str) -> str:
    """Return what is seen of a text in a cell with a number format."""
    sections = sections_of(pattern)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if not section.has(TEXT):
        return text if len(sections) < 4 else _filled(section, "")
    return _filled(section, text)


def _chosen(sections: Sequence[FormatSection], value: Decimal) -> tuple[FormatSection | None, bool]:
    """Return the section for a number, and whether it must be given a minus."""
    numbers = sections[:3]
    if any(each.operator for each in numbers):
        return _conditional(numbers, value)
    if len(numbers) == 1 or value > 0 or (value == 0 and len(numbers) == 2):
        return numbers[0], value < 0
    return (numbers[1], False) if value < 0 else (numbers[2], False)


def _conditional(sections: Sequence[FormatSection], value: Decimal) -> tuple[FormatSection | None, bool]:
    for place, each in enumerate(sections):
        is_last = place == len(sections) - 1 and place > 0
        if each.holds(value) or (not each.operator and (is_last or (place == 1 and value < 0))):
            only_negative = (each.operator in {"<", "<="} and each.bound <= 0) or (not each.operator and place == 1)
            return each, value < 0 and not (only_negative and len(sections) > 1)
    return (None, False) if len(sections) == 1 and sections[0].operator else (sections[-1], value < 0)


def _in_digits(value: Decimal, section: FormatSection, is_negative: bool) -> Shown:
    whole, decimals, scale = _places(section.tokens)
    percent = sum(each.kind == PERCENT for each in section.tokens)
    scaled = abs(value).scaleb(2 * percent - 3 * scale)
    rounded = scaled.quantize(Decimal(1).scaleb(-min(len(decimals), _MOST_DECIMALS)), ROUND_HALF_UP)
    sign = "-" if is_negative and rounded else ""
    integer, _, fraction = f"{rounded:f}".partition(".")
    digits = _Digits(
        _grouped(integer.lstrip("0"), whole, is_grouped=_is_grouped(section.tokens)),
        [] if not decimals else _fraction(fraction, decimals),
    )
    text = sign + _laid_out(section.tokens, digits).strip()
    if section.words == "()" and value < 0:  # as accountants write what is below zero
        text = f"-{text.strip('()').strip()}"
    if not value and text and not text.strip(_OF_DASH):
        return _dash()
    number = (-rounded if text.startswith("-") and rounded else rounded).normalize()
    if percent and not section.words.strip("-+()"):  # no answer is a share, and its message may say all of it
        return Shown(f"{(-scaled if value < 0 else scaled).normalize():f} %".replace(".", ","))
    if percent or section.words.strip("-+()"):
        exact = -scaled if value < 0 else scaled
        return Shown(text, number if not percent else None, exact)
    return Shown(f"{number:f}".replace(".", ","), number, scaled if value >= 0 else -scaled, is_plain=True)


def _dash() -> Shown:
    """Return a zero, which accountants write as a dash."""
    return Shown("0", Decimal(0), is_plain=True)


@dataclass(slots=True)
class _Digits:
    """What stands in the places of digits: before the decimal sign one text for each place, and after it."""

    whole: list[str]
    fraction: list[str]


def _places(tokens: Sequence[Token]) -> tuple[list[str], list[str], int]:
    """Return the places before and after the decimal sign, and how many thousands are left out."""
    whole: list[str] = []
    decimals: list[str] = []
    point, scale = False, 0
    for each in tokens:
        if each.kind == POINT:
            point = True
        elif each.kind == DIGIT:
            (decimals if point else whole).append(each.text)
            scale = 0
        elif each.kind == COMMA and (whole or decimals):
            scale += 1
        if each.kind == POINT and scale:  # `0,.0`: the commas stand before the decimal sign
            return whole, [later.text for later in _after(tokens, each) if later.kind == DIGIT], scale
    return whole, decimals, scale


def _after(tokens: Sequence[Token], token: Token) -> Sequence[Token]:
    return tokens[next(place for place, each in enumerate(tokens) if each is token) + 1 :]


def _is_grouped(tokens: Sequence[Token]) -> bool:
    """Tell whether a comma stands between the places of digits."""
    kinds = "".join(each.kind for each in tokens if each.kind in (DIGIT, COMMA, POINT)).partition(".")[0]
    return "0,0" in kinds


def _grouped(integer: str, places: Sequence[str], *, is_grouped: bool) -> list[str]:
    """Return a text for each place of a digit before the decimal sign; the first takes all digits that are left."""
    needed = max(len(integer), next((len(places) - at for at, each in enumerate(places) if each != "#"), 0))
    padded = (
        [*(" " if each == "?" else "0" for each in places[len(places) - needed :])] if needed > len(integer) else []
    )
    signs = [*padded[: needed - len(integer)], *integer]
    if is_grouped:
        for at in range(len(signs) - 3, 0, -3):
            signs[at] = f" {signs[at]}"
    if len(signs) <= len(places):
        return [""] * (len(places) - len(signs)) + signs
    first = len(signs) - len(places) + 1
    return ["".join(signs[:first]), *signs[first:]] if places else []


def _fraction(fraction: str, places: Sequence[str]) -> list[str]:
    kept = list(fraction.ljust(len(places), "0"))
    for at in range(len(places) - 1, -1, -1):
        if places[at] == "0" or kept[at] != "0":
            break
        kept[at] = ""
    return kept


def _laid_out(tokens: Sequence[Token], digits: _Digits) -> str:
    shown: list[str] = []
    whole, fraction = iter(digits.whole), iter(digits.fraction)
    after = False
    for each in tokens:
        if each.kind == POINT:
            after = True
            shown.append("," if any(digits.fraction) else "")
        elif each.kind == DIGIT:
            shown.append(next(fraction if after else whole, ""))
        elif each.kind == PERCENT:
            shown.append(" %" if shown and shown[-1].strip() else "%")
        elif each.kind == LITERAL:
            shown.append(each.text)
    return re.sub(r" {2,}", " ", "".join(shown))


def _in_powers(value: Decimal, section: FormatSection) -> Shown:
    at = next(place for place, each in enumerate(section.tokens) if each.kind == EXPONENT)
    decimals = _places(section.tokens[:at])[1]
    digits, _, power = f"{value:.{len(decimals)}E}".partition("E")
    return Shown(f"{digits.replace('.', ',')}E{power[0]}{power[1:].zfill(2)}")


def _in_fractions(value: Decimal, section: FormatSection) -> Shown:
    at = next(place for place, each in enumerate(section.tokens) if each.kind == SLASH)
    below = "".join(each.text for each in section.tokens[at + 1 :] if each.kind in (DIGIT, LITERAL)).strip()
    part = Fraction(value).limit_denominator(max(1, 10 ** min(len(below), 4) - 1))
    whole, rest = divmod(abs(part), 1)
    sign = "-" if value < 0 else ""
    if not rest:
        return Shown(f"{sign}{whole}", Decimal(int(whole) * (-1 if sign else 1)), value, is_plain=True)
    return Shown(f"{sign}{f'{whole} ' if whole else ''}{rest.numerator}/{rest.denominator}")


def _filled(section: FormatSection, text: str) -> str:
    """Return a text among the words of a section; blanks that only align it are left out."""
    if not section.words:
        return text
    pieces = (
        each.text if each.kind == LITERAL else text if each.kind in (TEXT, GENERAL) else "" for each in section.tokens
    )
    return "".join(pieces).strip(" ")
