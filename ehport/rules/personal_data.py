"""Personal data in a text: national identity numbers, e-mail addresses and Norwegian telephone numbers.

Precision comes first: amounts, years, dates and project numbers are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ehport.diagnostics.code import Code

_GAP = r"[ \u00a0\u202f]"
_IDENTITY = re.compile(rf"(?<![\d.,])\d{{2}}([.{_GAP[1:-1]}]?)\d{{2}}\1\d{{2}}(?:{_GAP}|-)?\d{{5}}(?![\d]|[.,]\d)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_TYPED = rf"\d{{8}}|\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{3}}|\d{{2}}(?:{_GAP}\d{{2}}){{3}}"
_PHONE = re.compile(
    rf"(?P<before>(?<!\w)(?:\+|00)47{_GAP}?|(?<!\w)\(\+47\){_GAP}?|(?<!\w)(?:tlf|tel|telefon|mobil|mob|phone)"
    rf"(?:nr|nummer|number)?[.:]{{0,2}}{_GAP}{{0,2}}|(?<![\w+/.,-])(?<!\d{_GAP}))"
    rf"(?P<number>{_TYPED})(?!\w|[/-]\d|[.,]\d|{_GAP}\d)(?P<after>{_GAP}?(?:kr|kroner|nok|mill|%))?",
    re.IGNORECASE,
)
_AFTER_A_WORD = re.compile(r"\b(?:kr|nok|kroner|nr|sak|saksnummer|ref|id|org|versjon|dokument)[.:]*\s*$", re.IGNORECASE)
# The first figures of the numbers that people have: mobile, and the landlines of the old counties.
_IN_USE = re.compile(r"[49]|2[1-3]|3[1-8]|5[1-7]|6[1-9]|7[0-9]")
_FIRST, _SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS_AHEAD = 40  # of a D-number; other made numbers have 40, 65 or 80 more in the month
_MONTHS_AHEAD = (0, 40, 65, 80)


@dataclass(frozen=True, slots=True)
class Personal:
    """Personal data in a text: the code that tells it, and the text shortened so that it is spread no further."""

    code: Code
    shortened: str


def find_personal_data(text: str) -> Iterator[Personal]:
    """Yield the personal data in a text, each once."""
    seen: set[Personal] = set()
    for each in (*_identity_numbers(text), *_emails(text), *_phones(text)):
        if each not in seen:
            seen.add(each)
            yield each


def is_identity_number(digits: str) -> bool:
    """Tell whether eleven digits are a birth number or a D-number: a day, and both control digits by modulus 11."""
    day, month = int(digits[:2]), int(digits[2:4])
    days = day - _DAYS_AHEAD if day > _DAYS_AHEAD else day
    is_day = 1 <= days <= 31 and any(1 <= month - ahead <= 12 for ahead in _MONTHS_AHEAD)
    return is_day and _is_even(digits, _FIRST) and _is_even(digits, _SECOND)


def _is_even(digits: str, weights: Sequence[int]) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11 == 0


def _identity_numbers(text: str) -> Iterator[Personal]:
    for found in _IDENTITY.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if is_identity_number(digits):
            yield Personal(Code.IDENTITY_NUMBER, f"{digits[:2]}…")


def _emails(text: str) -> Iterator[Personal]:
    for found in _EMAIL.finditer(text):
        name, _, domain = found[0].rpartition("@")
        yield Personal(Code.EMAIL, f"{name[:2]}…@{domain}")


def _phones(text: str) -> Iterator[Personal]:
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found["number"])
        before = text[: found.start()][-20:]
        is_told = bool(found["before"])
        is_likely = _IN_USE.match(digits) and not _AFTER_A_WORD.search(before) and not _counts(digits)
        if not found["after"] and (is_told or is_likely) and _is_mobile_when_bare(found["number"], is_told):
            yield Personal(Code.PHONE, f"{digits[:2]}…")


def _is_mobile_when_bare(typed: str, is_told: bool) -> bool:
    """Tell whether digits in one piece may be a telephone number: without a word before, only a mobile one is."""
    return is_told or not typed.isdigit() or typed[0] in "49"


def _counts(digits: str) -> bool:
    """Tell whether pairs of digits count on, as years and numbers in a row do."""
    pairs = [int(digits[at : at + 2]) for at in range(0, 8, 2)]
    return len({after - before for before, after in pairwise(pairs)}) == 1
