"""The ends of lines, as they are read aloud and copied.

WeasyPrint drops the space that a line breaks at, so that its last word and the first of the next line become one,
and ends a divided word with a hyphen like any other. Here a line ends with a space unless its last word goes on,
and the hyphen of a divided word is marked as soft.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.draw import text as drawn_text
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from ehport.pdf.engine import replaced

_SPACE, _SOFT_HYPHEN = " ", "\N{SOFT HYPHEN}"
_LAST_GLYPH = re.compile(r"(.*)([0-9a-f]{4}>[^<>]*)", re.DOTALL)


@contextmanager
def line_ends() -> Iterator[None]:
    """Let WeasyPrint write what stands between the lines."""
    with (
        replaced(line_break, first_line_metrics=_first_line_metrics),
        replaced(inline, remove_last_whitespace=_remove_last_whitespace),
        replaced(drawn_text, draw_first_line=_draw_first_line),
    ):
        yield


_original_first_line_metrics = line_break.first_line_metrics
_original_remove_last_whitespace = inline.remove_last_whitespace
_original_draw_first_line = drawn_text.draw_first_line


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
    """Remember for the last text of a line how that ends: to justify the line gives the text another layout."""
    _original_remove_last_whitespace(context, line)
    last = _last_text(line)
    if last is not None:
        last._ehport_end = last.pango_layout._ehport_end


def _last_text(box: Any) -> Any:
    for child in reversed(box.children):
        if isinstance(child, boxes.TextBox):
            if child.text:
                return child
        elif isinstance(child, boxes.AtomicInlineLevelBox):
            return None
        elif isinstance(child, boxes.InlineBox) and (found := _last_text(child)) is not None:
            return found
    return None


def _draw_first_line(stream: Any, textbox: Any, *options: Any) -> Any:
    end = textbox.__dict__.get("_ehport_end", "")
    if not end or textbox.pango_layout.text.endswith(_SPACE):
        return _original_draw_first_line(stream, textbox, *options)
    line = _Line(stream)
    emojis = _original_draw_first_line(line, textbox, *options)
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
