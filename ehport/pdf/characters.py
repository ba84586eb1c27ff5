"""Characters the typeface can draw; others are shown in other signs or by name, and what is left as a box."""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont

from ehport.lang.language import Lang
from ehport.lang.signs import code_point, in_other_signs

BOX = "\N{WHITE SQUARE}"
_LAYOUT_CONTROLS = "\t\n\r"
_MISSING = "the typeface has no «{sign}» ({code})"


class Characters:
    """The characters that all of some font files can draw."""

    def __init__(self, files: Iterable[bytes]) -> None:
        """Read what the font files can draw."""
        maps = [TTFont(io.BytesIO(data), lazy=True)["cmap"].getBestCmap().keys() for data in files]
        self.known: set[str] = set(_LAYOUT_CONTROLS)
        if maps:
            self.known |= {chr(code) for code in set(maps[0]).intersection(*maps[1:])}

    def replace_missing(self, root: Element, lang: Lang) -> list[str]:
        """Replace what cannot be drawn in all text below an element, and return a warning for each box."""
        missing: set[str] = set()
        for element in root.iter():
            for text in (element.text, element.tail):
                missing.update(set(text or "") - self.known)
        if missing:
            table = str.maketrans({sign: self._substitute(sign, lang) for sign in missing})
            for element in root.iter():
                element.text = element.text and element.text.translate(table)
                element.tail = element.tail and element.tail.translate(table)
        return [
            _MISSING.format(sign=sign, code=code_point(sign))
            for sign in sorted(missing)
            if self._substitute(sign, lang) == BOX
        ]

    def _substitute(self, sign: str, lang: Lang) -> str:
        other = in_other_signs(sign, lang)
        return BOX if other is None or not set(other) <= self.known else other
