"""Texts made comparable: what a person would call the same words folds to the same text."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "đ": "d"})
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return a text composed (NFC), without invisible characters and with one sign for every dash."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_DASHES)


def fold(text: str) -> str:
    """Return a text without differences of case, spacing, dashes and invisible characters; only for comparing."""
    return _SPACES.sub(" ", plain(text)).strip().casefold()


def words(text: str) -> str:
    """Return a folded text with only letters and digits, single-spaced, so that ``DigiHoT-`` equals ``DigiHoT``."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def same_words(one: str | None, other: str | None) -> bool:
    """Tell whether two texts differ in nothing but case, spacing, punctuation and invisible characters."""
    return one == other or words(one or "") == words(other or "")


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words with hyphens between: ``Helse Sør-Øst`` becomes ``helse-sor-ost``."""
    ascii_letters = unicodedata.normalize("NFKD", fold(text).translate(_NORDIC)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_letters))
