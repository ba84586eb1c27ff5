"""The titles of a workbook's sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff\ud800-\udfff]+")
_RESERVED = "history"  # Excel keeps the name for itself


class Titles:
    """The titles of a workbook's sheets: legal, short enough and different, whatever the case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Start with the titles already in use."""
        self._taken = {title.casefold() for title in (*taken, _RESERVED)}

    def take(self, wanted: str) -> str:
        """Return a free title like the one wanted."""
        clean = " ".join(_ILLEGAL.sub(" ", wanted).split()).strip("'")[:LONGEST].rstrip(" '") or "–"
        title, number = clean, 1
        while title.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            title = clean[: LONGEST - len(ending)].rstrip() + ending
        self._taken.add(title.casefold())
        return title
