"""How the text of an amount is read into whole thousand kroner."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ehport.form.reading import Flag, Reading, reading, unreadable, without_marks

LONGEST = 120  # of one part; a longer text is prose and is not tried

UNDECIDED = (
    "se kommentar",
    "under avklaring",
    "ukjent",
    "ikke beregnet",
    "foreløpig ikke avklart",
    "ikke estimert",
    "usikkert",
    "?",
)
WHOLE_CELL = {
    **dict.fromkeys(UNDECIDED, Flag.UNDECIDED),
    **dict.fromkeys(("n/a", "na"), Flag.NOT_APPLICABLE),
    "-": Flag.DASH,
}
NOTES = ("(prognose)", "(inv.)", "/ år", "/år")
PER_UNIT = {"million": Decimal(1000), "milliard": Decimal(1_000_000), "kroner": Decimal("0.001")}

_TOO_LARGE_FOR_MILLIONS = 100_000
_NUMBER = (
    r"-? ?(?:[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?:,[0-9]{1,20}|\.[0-9]{1,2})?"
    r"|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,20})?"
    r"|[0-9]{1,12}(?:,[0-9]{1,20}|\.[0-9]{1,2})?)"
)
_THOUSANDS = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")
_OF_KRONER = r"(?:(?:\. ?| )(?:kr|kroner))?"
_UNIT = (
    rf" (?:(?P<million>mill{_OF_KRONER}|mill\.|mnok|mkr)"
    rf"|(?P<milliard>mrd{_OF_KRONER}|mrd\.)"
    r"|(?P<kroner>kr|kroner))"
)
_QUANTITY = re.compile(rf"(?P<number>{_NUMBER})(?:{_UNIT})?")
_KRONER_SIGN = re.compile(rf"(?:kr )?(?P<number>{_NUMBER}),-|kr (?P<plain>{_NUMBER})")
_RANGE_DASH = re.compile(r"(?<=[^ ,]) ?- ?(?=[0-9])")
_APPROXIMATELY = re.compile(r"ca ", re.IGNORECASE)
_CAPITAL_NOTE = re.compile(r"\([A-ZÆØÅ]\)")
_PART_BREAK = re.compile(r"\n| / (?!år\b)", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][^:]*: ?(?P<amount>.+)")


def parse_amount(text: str) -> Reading[int]:
    """Return the thousand kroner that a tidy text says; labelled parts are added."""
    parts = _PART_BREAK.split(text)
    if len(parts) > 1 or _LABELLED.fullmatch(text):
        return _sum([without_marks(part) for part in parts])
    return _one(text)


def _sum(parts: list[tuple[str, bool]]) -> Reading[int]:
    labelled = [_LABELLED.fullmatch(part) for part, _ in parts]
    found = [_one(each["amount"]) for each in labelled if each]
    values = [each.value for each in found if each.value is not None]
    if len(values) < len(parts):
        return unreadable()
    flags = {flag for each in found for flag in each.flags} | {Flag.FOOTNOTE for _, marked in parts if marked}
    return reading(sum(values), Flag.PARTS, *flags)


def _one(text: str) -> Reading[int]:
    if len(text) > LONGEST:
        return unreadable()
    if flag := WHOLE_CELL.get(text.lower()):
        return reading(None, flag)
    bare, reservations = _without_reservations(text)
    found = _quantity(bare.lower())
    if found is None and _is_range(bare.lower()):
        found = reading(None, Flag.RANGE)
    return reading(found.value, *found.flags, *reservations) if found else unreadable()


def _without_reservations(text: str) -> tuple[str, set[Flag]]:
    """Return an amount without what stands before and after it, and the flags of what stood there."""
    flags: set[Flag] = set()
    if found := _APPROXIMATELY.match(text):
        text, flags = text[found.end() :], {Flag.APPROXIMATE}
    while True:
        if text.endswith("?"):
            text = text[:-1].rstrip()
            flags.add(Flag.UNCERTAIN)
        elif length := _note_length(text):
            text = text[:-length].rstrip()
            flags.add(Flag.NOTE)
        else:
            return text, flags


def _note_length(text: str) -> int:
    if _CAPITAL_NOTE.fullmatch(text[-3:]):
        return 3
    return next((len(note) for note in NOTES if text.lower().endswith(note)), 0)


def _quantity(text: str) -> Reading[int] | None:
    """Return a number with or without a unit, ``None`` when the text is something else."""
    if found := _KRONER_SIGN.fullmatch(text):
        return _thousand_kroner(found["number"] or found["plain"], "kroner")
    found = _QUANTITY.fullmatch(text)
    if not found:
        return None
    unit = next((name for name in PER_UNIT if found[name]), None)
    return _thousand_kroner(found["number"], unit)


def _thousand_kroner(written: str, unit: str | None) -> Reading[int] | None:
    plain, groups = _THOUSANDS.subn("", written.replace(" ", ""))
    number = Decimal(plain.replace(",", "."))
    flags = (Flag.THOUSANDS,) * bool(groups) + (Flag.UNIT,) * (unit == "kroner")
    if unit is None and abs(number) >= _TOO_LARGE_FOR_MILLIONS:
        return reading(None, Flag.LOOKS_LIKE_KRONER, *flags)
    tkr = int((number * PER_UNIT[unit or "million"]).quantize(Decimal(1), ROUND_HALF_UP))
    if tkr == 0 and number != 0:
        return None
    return reading(tkr, *flags)


def _is_range(text: str) -> bool:
    bounds = _RANGE_DASH.split(text, maxsplit=1)
    return len(bounds) == 2 and all(_quantity(bound) for bound in bounds)
