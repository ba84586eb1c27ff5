"""The fonts of a document, gathered from its parts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ehport.pdf.layout import Font, Glyph

REGULAR, SEMIBOLD = 400, 600  # the weights that running text is set in


def merge_fonts(fonts: Iterable[tuple[str, Font]]) -> dict[str, Font]:
    """Return each font once, with all its glyphs.

    A glyph that stands for several characters (hyphen and U+2010, space and U+00A0) is given the plainest, in
    whatever order the parts come; or else copied text would be full of rare characters.
    """
    found: dict[str, tuple[Font, dict[int, Glyph]]] = {}
    for name, font in fonts:
        glyphs = found.setdefault(name, (font, {}))[1]
        for glyph in font.glyphs:
            known = glyphs.get(glyph.number, glyph)
            glyphs[glyph.number] = Glyph(glyph.number, glyph.width, min(glyph.text, known.text))
    return {
        name: Font(font.weight, font.italic, tuple(glyphs[number] for number in sorted(glyphs)))
        for name, (font, glyphs) in sorted(found.items())
    }


def sheet_html(fonts: Iterable[Font], text: str) -> str:
    """Return a body that uses all given fonts, and those of the running text with all its characters."""
    characters = " ".join(sorted(set(text) - {" "}))
    faces = {(font.weight, font.italic): "x" for font in fonts}
    faces |= {(REGULAR, False): characters, (SEMIBOLD, False): characters}
    return "".join(
        f'<p style="font-weight:{weight};font-style:{"italic" if italic else "normal"}">{escape(sample)}</p>'
        for (weight, italic), sample in sorted(faces.items())
    )
