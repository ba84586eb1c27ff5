"""One copy of the typeface for the whole document.

Parts name the fonts they use and tell which glyphs; the sheet is a page that embeds those glyphs once. Glyph
numbers are those of the font file, so the text of every part can be shown with the fonts of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pydyf
from weasyprint.pdf.fonts import build_fonts_dictionary

from ehport.pdf.layout import Font, Glyph
from ehport.pdf.typeface import merge_fonts


class NamedFonts:
    """Writes only the names of the typeface's fonts into a part, and remembers their glyphs."""

    def __init__(self, files: Iterable[bytes]) -> None:
        """Take the font files that make up the typeface."""
        self.fonts: dict[str, Font] = {}
        self.warnings: list[str] = []
        self._files = frozenset(files)

    def build(self, pdf: pydyf.PDF, fonts: dict[Any, Any], *options: object) -> pydyf.Dictionary:
        """Return the font resources of a part, in the place of WeasyPrint's function."""
        own = {key: font for key, font in fonts.items() if font.file_content in self._files}
        foreign = {key: font for key, font in fonts.items() if key not in own}
        self.warnings += [_complaint(font) for font in foreign.values()]
        resources = build_fonts_dictionary(pdf, foreign, *options)
        self.fonts = merge_fonts(_font(font) for font in own.values())
        resources.update({name: pydyf.Dictionary({"Type": "/Font"}) for name in self.fonts})
        return resources


class SheetFonts:
    """Embeds the fonts of the sheet with the glyphs of all parts."""

    def __init__(self, needed: Mapping[str, Font]) -> None:
        """Take the fonts of all parts."""
        self.fonts: dict[str, Font] = {}
        self._needed = needed

    def build(self, pdf: pydyf.PDF, fonts: dict[Any, Any], *options: object) -> pydyf.Dictionary:
        """Return the font resources of the sheet, in the place of WeasyPrint's function."""
        self.fonts = merge_fonts(_font(font) for font in fonts.values())
        missing = self._needed.keys() - self.fonts.keys()
        if missing:
            raise LookupError(f"the sheet of fonts lacks {sorted(missing)}")
        everything = merge_fonts([*self.fonts.items(), *self._needed.items()])
        for font in fonts.values():
            glyphs = everything[font.hash].glyphs
            font.widths = {glyph.number: glyph.width for glyph in glyphs}
            font.to_unicode = {glyph.number: glyph.text for glyph in glyphs}
        return build_fonts_dictionary(pdf, fonts, *options)


def _font(font: Any) -> tuple[str, Font]:
    glyphs = (
        Glyph(number, font.widths[number], text)
        for number, text in sorted(font.to_unicode.items())
        if number in font.widths
    )
    return font.hash, Font(round(font.weight), bool(font.style), tuple(glyphs))


def _complaint(font: Any) -> str:
    sample = "".join(sorted(set(font.to_unicode.values()) - {" "}))[:20]
    return f"«{sample}» is set in {font.family}, which ehport does not bring along"
