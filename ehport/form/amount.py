"""How the text of an amount is read into whole thousand kroner."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ehport.form.alternatives import is_alternative, is_sum, of_several
from ehport.form.money_words import PER_UNIT, QUANTITY, TEXT_UNDECIDED, UNIT_ALONE, has_unit
from ehport.form.reading import Flag, Reading, make_reading, unreadable, without_marks
from ehport.lang.language import Text

LONGEST = 120  # of one part; a longer text is prose and is not tried
_LONGEST_LIST = 5 * LONGEST

# What stands after an amount that was carried over to years it was not given for, until its actor has settled it.
TO_CONFIRM = Text("(må bekreftes)", "(to be confirmed)")
TO_DIVIDE = Text("(må fordeles)", "(to be divided)")
_CARRIED = (*(text for mark in (TO_CONFIRM, TO_DIVIDE) for text in (mark.nb, mark.en)),)
WHOLE_CELL = {
    **dict.fromkeys(TEXT_UNDECIDED, Flag.UNDECIDED),
    **dict.fromkeys(
        ("n/a", "na", "ikke aktuelt", "ikkje aktuelt", "ikke relevant", "ikkje relevant", "not applicable"),
        Flag.NOT_APPLICABLE,
    ),
    "-": Flag.DASH,
}
_PER_YEAR = ("/ år", "/år", "pr år", "pr. år", "per år", "årlig", "årleg", "i året", "per year", "p.a.")
_WITH_TAX = ("inkl. mva", "inkl mva", "inkl. mva.", "eks. mva", "ekskl. mva", "ekskl. mva.", "eks mva", "ekskl mva")
NOTES = (
    *("(prognose)", "(inv.)", "(estimat)", "(estimert)", "(anslag)", "(budsjett)", "(ca)", "(ca.)"),
    *_PER_YEAR,
    *_WITH_TAX,
    *(f"({note})" for note in (*_PER_YEAR[2:], *_WITH_TAX)),
)

_DOUBTS = ("?", "(usikkert)", "(noe usikkert)", "(usikker)", "(uncertain)")
_TOO_LARGE_FOR_MILLIONS = 100_000
_THOUSANDS = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")
_RANGE_DASH = re.compile(r"(?<=[^ ,]) ?- ?(?=[0-9])")
_APPROXIMATELY = re.compile(
    r"(?P<currency>(?:kr\.?|nok) )?(?:(?:ca|approx)\.? ?(?=[0-9kmnt])|(?:ca|approx|cirka|circa|omtrent|om lag|omlag"
    r"|rundt|omkring|anslagsvis|about|around|approximately) |[~≈] ?)",
    re.IGNORECASE,
)
_CAPITAL_NOTE = re.compile(r"\([A-ZÆØÅ]\)")
_PART_BREAK = re.compile(r"\n|; | / (?!år\b)", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]*): ?(?P<amount>.+)")
_ROUNDED = 200  # of a sum as stated, the share that rounding of its parts may make


def parse_amount(text: str) -> Reading[int]:
    """Return the thousand kroner that a tidy text says; labelled parts are added, alternatives are not."""
    if (bare := without_carried(text)) != text:
        amount, is_marked = without_marks(bare)
        found = parse_amount(amount) if amount else unreadable()
        return make_reading(found.value, *found.flags, Flag.CARRIED, *(Flag.FOOTNOTE,) * is_marked)
    if WHOLE_CELL.get(text.lower()) is None:
        parts = _PART_BREAK.split(text)
        if len(parts) > 1 or _LABELLED.fullmatch(text):
            return _sum([without_marks(part) for part in parts]) or _of_none(text)
    return _one(text)


def without_carried(text: str) -> str:
    """Return an amount without the mark that it was carried over."""
    mark = next((each for each in _CARRIED if text.lower().endswith(each)), "")
    return text[: -len(mark)].rstrip() if mark else text


def _of_none(text: str) -> Reading[int]:
    flag = of_several(text.lower()) if len(text) <= _LONGEST_LIST else None
    return make_reading(None, flag) if flag else unreadable()


def _sum(parts: list[tuple[str, bool]]) -> Reading[int] | None:
    """Return the sum of labelled parts, ``None`` when they are something else."""
    labelled = [_labelled(part) for part, _ in parts]
    if not all(labelled):
        return None
    pairs = [each for each in labelled if each]
    values = [(label, found.value) for label, found in pairs if found.value is not None]
    if len(values) < len(parts):
        return None
    flags = {flag for _, found in pairs for flag in found.flags} | {Flag.FOOTNOTE for _, marked in parts if marked}
    if len(values) == 1:
        label, value = values[0]
        told = Flag.NOTE if is_alternative(label) else Flag.PARTS
        return make_reading(value, *flags, *(told,) * bool(label))
    added = _added(values)
    return make_reading(None, Flag.ALTERNATIVES) if added is None else make_reading(added, Flag.PARTS, *flags)


def _added(values: list[tuple[str, int]]) -> int | None:
    """Return what parts are together; ``None`` for alternatives, and for a sum that is not that of its parts."""
    labels = [label for label, _ in values]
    if any(map(is_alternative, labels)) or len(set(labels)) < len(labels):
        return None
    parts = [value for label, value in values if not is_sum(label)]
    stated = [value for label, value in values if is_sum(label)]
    if not stated:
        return sum(parts)
    fits = len(stated) == 1 and abs(sum(parts) - stated[0]) * _ROUNDED <= abs(stated[0])
    return stated[0] if fits else None


def _labelled(part: str) -> tuple[str, Reading[int]] | None:
    found = _LABELLED.fullmatch(part)
    if not found:
        return None
    label = found["label"].lower().strip()
    if UNIT_ALONE.fullmatch(label):
        return "", _one(f"{label} {found['amount']}")
    # «Beløp i tusen kroner: 5000» is no part of 5000 millions.
    return None if has_unit(label) else (label, _one(found["amount"]))


def _one(text: str) -> Reading[int]:
    if len(text) > LONGEST:
        return unreadable()
    if flag := WHOLE_CELL.get(text.lower()):
        return make_reading(None, flag)
    bare, reservations = _without_reservations(text)
    found = _quantity(bare.lower())
    if found is None and (flag := Flag.RANGE if _is_range(bare.lower()) else of_several(bare.lower())):
        found = make_reading(None, flag)
    return make_reading(found.value, *found.flags, *reservations) if found else unreadable()


def _without_reservations(text: str) -> tuple[str, set[Flag]]:
    """Return an amount without what stands before and after it, and the flags of what stood there."""
    flags: set[Flag] = set()
    if found := _APPROXIMATELY.match(text):
        text, flags = (found["currency"] or "") + text[found.end() :], {Flag.APPROXIMATE}
    while True:
        if doubt := next((each for each in _DOUBTS if text.lower().endswith(each)), ""):
            text = text.removesuffix(text[-len(doubt) :]).rstrip()
            flags.add(Flag.UNCERTAIN)
        elif length := _note_length(text):
            text = text[:-length].rstrip(" ,")
            flags.add(Flag.NOTE)
        else:
            return text, flags


def _note_length(text: str) -> int:
    if _CAPITAL_NOTE.fullmatch(text[-3:]):
        return 3
    return max((len(note) for note in NOTES if text.lower().endswith(note)), default=0)


def _quantity(text: str) -> Reading[int] | None:
    """Return a number with or without a unit, ``None`` when the text is something else."""
    found = QUANTITY.fullmatch(text)
    if not found or (found["minus"] and found["number"].startswith("-")):
        return None
    units = [name for name in PER_UNIT if found[f"{name}_before"] or found[f"{name}_after"]]
    # «kr 5 mill» is five millions: the kroner say nothing of the size where a size is said.
    sizes = [name for name in units if name != "kroner"] or units
    number = f"-{found['number']}" if found["minus"] else found["number"]
    return _thousand_kroner(number, sizes[0] if sizes else None) if len(sizes) < 2 else None


def _thousand_kroner(written: str, unit: str | None) -> Reading[int] | None:
    plain, groups = _THOUSANDS.subn("", written.replace(" ", ""))
    number = Decimal(plain.replace(",", "."))
    flags = (Flag.THOUSANDS,) * bool(groups) + (Flag.UNIT,) * (unit in {"kroner", "thousand"})
    if unit is None and abs(number) >= _TOO_LARGE_FOR_MILLIONS:
        return make_reading(None, Flag.LOOKS_LIKE_KRONER, *flags)
    tkr = int((number * PER_UNIT[unit or "million"]).quantize(Decimal(1), ROUND_HALF_UP))
    if tkr == 0 and number != 0:
        return None
    return make_reading(tkr, *flags)


def _is_range(text: str) -> bool:
    bounds = _RANGE_DASH.split(text, maxsplit=1)
    return len(bounds) == 2 and all(_quantity(bound) for bound in bounds)
