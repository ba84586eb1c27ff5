"""What stands between words and lines, as it is read aloud and copied.

WeasyPrint drops the space that a line breaks at, so that its last word and the first of the next line become one,
leaves out one that stands alone between two elements, and ends a divided word with a hyphen like any other. Here a
text is followed by the space it has in the HTML, or by one at the end of its line unless its last word goes on, and
the hyphen of a divided word is marked as soft.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from itertools import zip_longest
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.draw import text as drawn_text
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from ehport.pdf.engine import replace_members

_SPACE, _SOFT_HYPHEN = " ", "\N{SOFT HYPHEN}"
_LAST_GLYPH = re.compile(r"(.*)([0-9a-f]{4}>[^<>]*)", re.DOTALL)


@contextmanager
def line_ends() -> Iterator[None]:
    """Let WeasyPrint write what stands between the lines."""
    with (
        replace_members(line_break, first_line_metrics=_first_line_metrics),
        replace_members(inline, remove_last_whitespace=_remove_last_whitespace),
        replace_members(drawn_text, draw_first_line=partial(_draw_first_line, drawn_text.draw_first_line)),
    ):
        yield


_original_first_line_metrics = line_break.first_line_metrics
_original_remove_last_whitespace = inline.remove_last_whitespace


def _first_line_metrics(
    first_line: Any, text: str, layout: Any, resume_at: int | None, *options: Any, **named: Any
) -> Any:
    """Remember how a text ends where its line does."""
    is_hyphenated = any(options[2:3])
    layout._ehport_end = _SOFT_HYPHEN if is_hyphenated else _end(text, resume_at)
    return _original_first_line_metrics(first_line, text, layout, resume_at, *options, **named)


def _end(text: str, resume_at: int | None) -> str:
    is_in_word = resume_at is not None and not text.encode()[resume_at - 1 : resume_at].isspace()
    return "" if is_in_word else _SPACE


def _remove_last_whitespace(context: Any, line: Any) -> None:
    """Remember what follows each text of a line, before the line is justified, which gives its texts new layouts."""
    _original_remove_last_whitespace(context, line)
    pieces = list(_pieces(line))
    for piece, following in zip_longest(pieces, pieces[1:]):
        if not isinstance(piece, boxes.TextBox) or _is_blank(piece):
            continue
        if following is None:
            piece._ehport_end = piece.pango_layout._ehport_end
        elif _is_blank(following):
            piece._ehport_end = _SPACE


def _pieces(box: Any) -> Iterator[Any]:
    """Yield the texts of a line, and the boxes in it that have lines of their own."""
    for child in box.children:
        if isinstance(child, boxes.InlineBox):
            yield from _pieces(child)
        elif isinstance(child, boxes.TextBox | boxes.AtomicInlineLevelBox):
            yield child


def _is_blank(piece: Any) -> bool:
    """Tell whether a piece is nothing but spaces, which are not drawn where they stand alone."""
    return isinstance(piece, boxes.TextBox) and not piece.text.strip()


def _draw_first_line(draw: Callable[..., Any], stream: Any, textbox: Any, *options: Any) -> Any:
    end = textbox.__dict__.get("_ehport_end", "")
    if not end or textbox.pango_layout.text.endswith(_SPACE):
        return draw(stream, textbox, *options)
    line = _Line(stream)
    emojis = draw(line, textbox, *options)
    line.finish(end)
    return emojis


class _Line:
    """A stream of content that holds back the last text shown, until it is known how the line ends."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._held = ""
        self._face: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def add_font(self, face: Any) -> tuple[Any, float]:
        self._face = face
        font: tuple[Any, float] = self._stream.add_font(face)
        return font

    def show_text(self, text: str) -> None:
        if self._held:
            self._stream.show_text(self._held)
        self._held = text

    def finish(self, end: str) -> None:
        """Show the text that was held back, and the end of the line."""
        if not self._held:
            return
        if end == _SPACE:
            self._stream.show_text(f"{self._held}<{self._space():04x}>")
        elif found := _LAST_GLYPH.fullmatch(self._held):
            word, hyphen = found.groups()
            self._stream.show_text(f"{word}>")
            self._stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(end)}))
            self._stream.show_text(f"<{hyphen}")
            self._stream.end_marked_content()
        else:
            self._stream.show_text(self._held)

    def _space(self) -> int:
        """Return the number of the space among the glyphs of the last font, which from now on is in use."""
        font, size = self._stream.add_font(self._face)
        if _SPACE not in font.to_unicode.values():
            number = _glyph_of_space(font.file_content)
            extents = self._stream.logical_rect
            pango.pango_font_get_glyph_extents(self._face, number, self._stream.ink_rect, extents)
            font.widths[number] = round(extents.width * 1000 * FROM_UNITS / size)
            font.to_unicode[number] = _SPACE
        glyphs: dict[int, str] = font.to_unicode
        return next(number for number, text in glyphs.items() if text == _SPACE)


@cache
def _glyph_of_space(file: bytes) -> int:
    font = TTFont(io.BytesIO(file), lazy=True)
    number: int = font.getGlyphID(font.getBestCmap()[ord(_SPACE)])
    return number
