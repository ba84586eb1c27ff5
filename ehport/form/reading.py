"""How one cell is read: value, reservations, and the rules that hold for every cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ehport.lang.folding import plain

T = TypeVar("T")


class Flag(StrEnum):
    """A reservation about a reading, or the reason why there is no value."""

    ALTERNATIVES = "alternatives"
    AMBIGUOUS = "ambiguous"
    APPROXIMATE = "approximate"
    CARRIED = "carried"
    DASH = "dash"
    FOOTNOTE = "footnote"
    LOOKS_LIKE_KRONER = "looks_like_kroner"
    NOT_APPLICABLE = "not_applicable"
    NOTE = "note"
    PARTS = "parts"
    PLACEHOLDER = "placeholder"
    RANGE = "range"
    SEVERAL = "several"
    THOUSANDS = "thousands"
    TWO_LEVELS = "two_levels"
    TWO_RATINGS = "two_ratings"
    UNCERTAIN = "uncertain"
    UNDECIDED = "undecided"
    UNIT = "unit"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a cell says; ``flags`` are in alphabetical order, without repetition."""

    value: T | None = None
    flags: tuple[Flag, ...] = ()


def make_reading(value: T | None, *flags: Flag) -> Reading[T]:
    """Return a reading with its flags in order."""
    return Reading(value, tuple(sorted(set(flags))))


def unreadable() -> Reading[T]:
    """Return the reading of a text that no rule reads."""
    return Reading(None, (Flag.UNREADABLE,))


_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ´`", "'"))
_LETTER_MARK = re.compile(r"\([a-zæøå]\)")
_RAISED = re.compile(" ?[⁰¹²³⁴-⁹⁽⁾]+(?:,[⁰¹²³⁴-⁹⁽⁾]+)*")
_PLACEHOLDER = re.compile(r"<[^<>]*>")


def tidy(text: str) -> str:
    """Return a typed text with single spaces, straight signs and no empty lines; letters keep their case."""
    lines = (" ".join(line.split()) for line in plain(text).translate(_APOSTROPHES).splitlines())
    return "\n".join(line for line in lines if line)


def without_marks(text: str) -> tuple[str, bool]:
    """Return a tidy text without the footnote marks at its end, and whether it had any."""
    bare, _ = _without_raised(text)
    while (shorter := _without_last_mark(bare)) != bare:
        bare = shorter
    return bare, bare != text


def _without_last_mark(text: str) -> str:
    if _LETTER_MARK.fullmatch(text[-3:]):
        return text[:-3].rstrip()
    open_ended = text.removesuffix(")")
    starless = open_ended.rstrip("*")
    return text if starless == open_ended else starless.rstrip()


def is_placeholder(text: str) -> bool:
    """Tell whether a tidy text is the form's own ``<…>``, left in place."""
    return bool(_PLACEHOLDER.fullmatch(text))


def _without_raised(text: str) -> tuple[str, bool]:
    """Return a text without raised figures, which refer to a footnote wherever they stand."""
    bare = _RAISED.sub("", text)
    return (bare.strip() if bare != text else text), bare != text


def read_cell(text: str, parse: Callable[[str], Reading[T]]) -> Reading[T]:
    """Apply the rules for all cells, and `parse` to the tidy text that is left.

    ``parse`` gets at least one sign, in the case it was typed, and lines separated by ``\\n``.
    """
    bare, marked = without_marks(tidy(text))
    marks = (Flag.FOOTNOTE,) if marked else ()
    if not bare:
        return Reading(None, marks)
    if is_placeholder(bare):
        return make_reading(None, Flag.PLACEHOLDER, *marks)
    found = parse(bare)
    return make_reading(found.value, *found.flags, *marks)
