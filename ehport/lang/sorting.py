"""Norwegian order of words: case is ignored, and æ, ø, å come last."""

from __future__ import annotations

import re
import unicodedata

_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}


def key(text: str) -> tuple[object, ...]:
    """Return a sort key under which numbers inside a text sort by value and ``aa`` sorts as ``å``."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    letters = "".join(_LAST.get(sign, sign) for sign in folded)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    parts = re.split(r"(\d+)", plain)
    return tuple((1, int(part)) if part.isdigit() else (0, part) for part in parts if part)
