"""Numbers that a text has written out, each with what it measures and the words around it.

A number alone means nothing, so only numbers with a unit or a noun are found: ``45 prosjekter``, ``61 prosent``,
``1,62 milliarder``, ``to er røde``. Dates, years, ordinals, ranges and numbered things fall away by that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ehport.lang.numerals import NUMERALS, numeral

PUT_IN = "\ufffc"  # what stands in a stretch of text where an expression puts something in
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NUMBER = rf"(?:{_DIGITS}|(?:{'|'.join(sorted(NUMERALS, key=len, reverse=True))}))"
_FOUND = re.compile(rf"(?<![\w.,/§–-])(?P<number>{_NUMBER})(?![\w/–-]|[.,]\d)", re.IGNORECASE)
_BETWEEN = rf"(?:\s(?:av|de|{PUT_IN}|[a-zæøå]{{2,}}e)){{0,3}}"
_COLOUR = r"(?:gule?|gult|røde?|rødt|grønne?|grønt)"
_RANGE = re.compile(rf"(?<!\w)(?!20\d\d){_NUMBER}\s?(?:til|eller|–|-)\s?$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:kapittel|avsnitt|punkt|steg|trinn|fase|nivå|nr\.?|sak|side|figur|tabell|vedlegg|versjon|området?|kriterium|st\.)"
    r"\s$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:av|blant)\s(?:de\s|alle\s)?$", re.IGNORECASE)
_PART_OF = re.compile(rf"(?:{_NUMBER}|{PUT_IN})\sav\sde\s$", re.IGNORECASE)
_SENTENCE = re.compile(rf"(?<=[.!?:])\s+(?=[A-ZÆØÅ«\d{PUT_IN}])")
_CLAUSE = re.compile(r"[,;:()–]|\b(?:men|mens|hvorav|og)\b")


_SIGHT, _FAR = 80, 400  # how far to look from a number for its unit, and for what its sentence is about
_PROJECT = "prosjekt"


class Measure(StrEnum):
    """What a number in a text measures."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, a list item or a heading as plain text, and the line it begins on.

    ``heading`` is the text of the section's heading. Line breaks are kept. What an expression puts in is a sign, and
    ``names`` are those of the numbers that they put in, in their order.
    """

    text: str
    line: int
    heading: str = ""
    names: tuple[str, ...] = ()

    def with_words(self, words: Mapping[str, str]) -> Stretch:
        """Return the stretch with the words that some of its expressions put in."""
        names = iter(self.names)
        text = "".join(words.get(next(names, ""), sign) if sign == PUT_IN else sign for sign in self.text)
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a number, from near to far."""

    clause: str
    sentence: str
    before: str
    heading: str


_NOWHERE = Around("", "", "", "")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in a text: ``value`` in the measure's unit (thousand kroner), exact to ``step``.

    ``found`` is what an expression in the ``form`` would replace. ``noun`` is what a count counts, and ``is_whole``
    tells a count that others are part of: ``av de 45 prosjektene``.
    """

    found: str
    value: Decimal
    step: Decimal
    measure: Measure
    form: str
    noun: str = ""
    is_whole: bool = False
    line: int = 0
    around: Around = _NOWHERE


NOUNS = {
    _PROJECT: r"prosjekt(?:er|ene|et|kandidat(?:er|ene|en)?)?|kandidat(?:er|ene|en)?",
    "aktør": r"aktør(?:er|ene)?|arbeidsbøker|innmeldere",
    "virksomhet": r"virksomhet(?:er|ene)?",
    "leveranse": r"leveranse(?:r|ne)?",
    "avhengighet": r"avhengighet(?:er|ene)?",
    "strategiområde": r"strategiområde(?:r|ne)?",
    "innsatsområde": r"innsatsområde(?:r|ne)?",
    "kostnadsgruppe": r"kostnadsgruppe(?:r|ne)?",
}
_NOUN = "|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS.items())
_COUNTED = re.compile(rf"{_BETWEEN}\s(?:{_NOUN})\b", re.IGNORECASE)
_OF_THEM = re.compile(rf"\sav\s(?:dem|disse|de)\b|(?:\s(?:er|har|med))?\s{_COLOUR}\b", re.IGNORECASE)
_FROM = re.compile(r"\bfra\s(?:om lag\s|rundt\s|ca\.?\s)?$", re.IGNORECASE)
_TO = re.compile(rf"\stil\s(?:om lag\s|rundt\s|ca\.?\s)?(?:{_NUMBER}|{PUT_IN})", re.IGNORECASE)
_SHARE = re.compile(r"\s?(?:%|(?P<word>prosent|pst)\b)", re.IGNORECASE)
_MONEY = re.compile(r"\s(?:(?P<billion>milliard(?:er)?|mrd)|(?P<million>million(?:er)?|mill|mnok))\b", re.IGNORECASE)


def written_numbers(stretch: Stretch) -> Iterator[WrittenNumber]:
    """Yield the numbers of a stretch of text that have a unit or a noun."""
    text, sentences = stretch.text, tuple(_spans(_SENTENCE, stretch.text))
    starts = [start for start, _ in sentences]
    for match in _FOUND.finditer(text):
        before, after = text[max(0, match.start() - _SIGHT) : match.start()], text[match.end() : match.end() + _SIGHT]
        if _NUMBERED.search(before) or (_RANGE.search(before) and not _is_from(before)):
            continue
        bridge = _TO.match(after) if _FROM.search(before) else None
        if bridge:  # the unit of «fra 61 til 54 prosent» is that of both
            after = after[bridge.end() :]
        if found := _measured(match["number"], before, after, alone=bridge is None):
            place = bisect_right(starts, match.start()) - 1
            around = _around(stretch, match.start(), sentences[max(0, place - 1) : place + 1])
            yield replace(found, line=stretch.line + text.count("\n", 0, match.start()), around=around)


def _is_from(before: str) -> bool:
    """Tell whether the number before this one is where something came from, and not the beginning of a range."""
    return any(_FROM.search(before[: match.start()]) for match in _FOUND.finditer(before))


def _measured(number: str, before: str, after: str, *, alone: bool) -> WrittenNumber | None:
    """Return a number by what follows; ``alone`` tells that this is its own unit, which an expression replaces too."""
    value = _value(number)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    if share := _SHARE.match(after):
        unit = share[0] if alone else ""
        form = "tall" if not unit else "ord" if share["word"] else ""
        return WrittenNumber(number + unit, value, step, Measure.PERCENT, form)
    if money := _MONEY.match(after):
        scale = 1_000_000 if money["billion"] else 1000
        form = _form_of_money(number, in_billions=bool(money["billion"]))
        return WrittenNumber(number, value * scale, step * scale, Measure.MONEY, form)
    counted, part = _COUNTED.match(after), _PART_OF.search(before)
    noun = next((name for name, found in counted.groupdict().items() if found), "") if counted else _PROJECT
    if counted or part or _OF_THEM.match(after):
        whole = bool(_WHOLE.search(before)) if counted else bool(part)
        return WrittenNumber(number, value, step, Measure.COUNT, _form(number), noun=noun, is_whole=whole)
    return None


def _value(number: str) -> Decimal:
    known = numeral(number)
    return Decimal(known) if known is not None else Decimal(re.sub(r"\s", "", number).replace(",", "."))


def _form(number: str) -> str:
    """Return the form of a count: digits, or words with the letter and the gender that the number has."""
    if number[0].isdigit():
        return ""
    form = "ordn" if number.lower() == "ett" else "ord"
    return form.capitalize() if number[0].isupper() else form


def _form_of_money(number: str, *, in_billions: bool) -> str:
    decimals = len(number.partition(",")[2])
    if in_billions:
        return "mrd" if decimals > 1 else "mrd1"
    return f"mill{min(decimals, 2) or ''}"


def _around(stretch: Stretch, place: int, sentences: tuple[tuple[int, int], ...]) -> Around:
    """Return the words around a place in the last of the sentences, of which there are one or two."""
    *before, (start, end) = sentences
    start, end = max(start, place - _FAR), min(end, place + _FAR)
    sentence = stretch.text[start:end]
    clause = next((sentence[a:b] for a, b in _spans(_CLAUSE, sentence) if a <= place - start < b), sentence)
    return Around(clause, sentence, "".join(stretch.text[a:b][-_FAR:] for a, b in before), stretch.heading)


def _spans(separator: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in separator.finditer(text):
        if not (match[0] == "," and text[match.end() : match.end() + 1].isdigit()):
            yield start, match.start()
            start = match.end()
    yield start, len(text)
