"""Characters the typeface can draw; what it cannot draw is shown as a box, alike on every machine."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont

_BOX = "\N{WHITE SQUARE}"
_LAYOUT_CONTROLS = "\t\n\r"


class Characters:
    """The characters that all of some font files can draw."""

    def __init__(self, files: Iterable[bytes]) -> None:
        """Read what the font files can draw."""
        maps = [TTFont(io.BytesIO(data), lazy=True)["cmap"].getBestCmap().keys() for data in files]
        self._known: set[str] = set(_LAYOUT_CONTROLS)
        if maps:
            self._known |= {chr(code) for code in set(maps[0]).intersection(*maps[1:])}

    def replace_missing(self, root: Element) -> list[str]:
        """Replace what cannot be drawn in all text below an element, and return a warning for each."""
        missing: set[str] = set()
        for element in root.iter():
            for text in (element.text, element.tail):
                missing.update(set(text or "") - self._known)
        if missing:
            table = str.maketrans({character: _substitute(character) for character in missing})
            for element in root.iter():
                element.text = element.text and element.text.translate(table)
                element.tail = element.tail and element.tail.translate(table)
        return [
            f"the typeface has no «{character}» (U+{ord(character):04X})"
            for character in sorted(missing)
            if _substitute(character) == _BOX
        ]


def _substitute(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Zs":
        return " "
    return "" if kind in ("Cf", "Cc", "Mn", "Zl", "Zp") else _BOX
