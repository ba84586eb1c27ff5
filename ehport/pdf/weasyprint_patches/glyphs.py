"""Lines drawn run by run: the glyphs of a run are read at once, and each is looked up as it was written before.

Saves about 10 % of the processor time that all pages of the April report take without patches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from weasyprint.draw import text as drawn_text
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key

from ehport.pdf.engine import replace_members

_INTEGERS = ffi.sizeof("PangoGlyphInfo") // 4  # glyph, width, shifts to the right and up, attributes
_PARTS = (_SHIFTED_RIGHT, _SHIFTED_UP) = (2, 3)
_FIRST_UNUSUAL = 0x0FFFFFFF  # from here on a number stands for no glyph, or for one that no font has


class _Run(NamedTuple):
    """Some glyphs of one font."""

    item: Any
    glyphs: list[int]
    widths: list[int]

    @property
    def face(self) -> Any:
        return self.item.item.analysis.font


class QuickGlyphs:
    """Draws lines, and knows the fonts it met."""

    def __init__(self) -> None:
        """Begin with no fonts."""
        # A layout that uses a font keeps it from being given up, and its address from being given to another.
        self._faces: dict[Any, tuple[tuple[Any, Any, float], Any]] = {}

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let WeasyPrint draw lines so."""
        with replace_members(drawn_text, draw_first_line=self._draw), replace_members(Stream, add_font=self._adding()):
            yield

    def _adding(self) -> Any:
        def add_font(stream: Any, face: Any) -> tuple[Any, float]:
            known = self._faces.get(face)
            key, description, size = known[0] if known else get_pango_font_key(face)
            if key not in stream._fonts:
                stream._fonts[key] = Font(face, description, size)
            return stream._fonts[key], size

        return add_font

    def _draw(self, stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> list[Any]:
        """Draw a line of text; return its pictures, of which there are none."""
        layout = textbox.pango_layout
        is_cut = text_overflow == "ellipsis" or block_ellipsis != "none"
        if is_cut and "_ehport_is_kept" in layout.__dict__:
            layout = textbox.pango_layout = _fresh(layout, textbox.style)
        runs = [] if is_cut or not textbox.text.strip() else _runs(layout)
        if not runs or not all(self._is_known(stream, run, layout) for run in runs):
            drawn: list[Any] = _original_draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)
            return drawn
        stream.set_text_matrix(*matrix.values)
        face, text = None, ""
        for run in runs:
            if run.face != face:
                face = run.face
                if text:
                    stream.show_text(text)
                text = ""
                font, size = stream.add_font(face)
                stream.set_font_size(font.hash, size)
            text += f"<{_shown(run, font, size, text_of=layout)}>".removesuffix("<>")
        stream.show_text(text)
        return []

    def _is_known(self, stream: Any, run: _Run, layout: Any) -> bool:
        """Remember a font, and tell whether it draws with outlines alone."""
        if run.face not in self._faces:
            self._faces[run.face] = get_pango_font_key(run.face), layout.layout
        font, _ = stream.add_font(run.face)
        return not (font.svg or font.png or font.colr or font.bitmap)


_original_draw_first_line = drawn_text.draw_first_line


def _fresh(layout: Any, style: Any) -> Any:
    """Return a layout that may be changed, with the text of one that is kept for others."""
    fresh = type(layout)(style, layout.justification_spacing, layout.max_width)
    fresh.set_text(layout.text)
    return fresh


def _runs(layout: Any) -> list[_Run]:
    """Return the runs of a line's glyphs, none where a glyph is not simply set after the one before."""
    drawn_text.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    found = []
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs[0]
    while run != ffi.NULL:
        string = run.data.glyphs
        numbers = memoryview(ffi.buffer(string.glyphs, string.num_glyphs * _INTEGERS * 4)).cast("i")
        glyphs = numbers[0::_INTEGERS].tolist()
        if any(any(numbers[part::_INTEGERS]) for part in _PARTS) or max(glyphs, default=0) >= _FIRST_UNUSUAL:
            return []
        found.append(_Run(run.data, glyphs, numbers[1::_INTEGERS].tolist()))
        run = run.next
    return found


def _shown(run: _Run, font: Any, size: float, *, text_of: Any) -> str:
    """Return the glyphs of a run in hex, with the kerning between them."""
    written: dict[tuple[int, int], str] = font.__dict__.setdefault("_ehport_written", {}).setdefault(size, {})
    pairs = list(zip(run.glyphs, run.widths, strict=True))
    for place, pair in enumerate(pairs):
        if pair not in written:
            written[pair] = _written(run, place, (font, size), text_of=text_of)
    return "".join([written[pair] for pair in pairs])


def _written(run: _Run, place: int, font_at: tuple[Any, float], *, text_of: Any) -> str:
    """Return one glyph in hex with the kerning after it, and tell the font what it stands for and how wide it is."""
    font, size = font_at
    glyph = run.glyphs[place]
    if glyph not in font.to_unicode:
        item, starts = run.item.item, run.item.glyphs.log_clusters
        is_last = place == (0 if item.analysis.level % 2 else len(run.glyphs) - 1)
        following = place - 1 if item.analysis.level % 2 else place + 1
        end = item.length if is_last else starts[following]
        text = text_of.text.encode()[item.offset + starts[place] : item.offset + end]
        font.to_unicode[glyph] = text.decode()
    if glyph not in font.widths:
        ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(run.face, glyph, ink, logical)
        font.widths[glyph] = round(logical.width * 1000 * FROM_UNITS / size)
    kerning = int(font.widths[glyph] - run.widths[place] * 1000 * FROM_UNITS / size)
    return f"{glyph:04x}>{kerning}<" if kerning else f"{glyph:04x}"
