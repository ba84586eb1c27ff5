"""Lines of text shaped once: what a style always needs is prepared once, and short texts are kept from part to part.

WeasyPrint shapes each line of a paragraph up to four times: with more text than fits, with the next word to see that
it does not fit, once more as it is drawn, and again to draw it. A report repeats its questions and short answers on
every page.

Saves about 3 % of the processor time that all pages of the April report take without patches.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import inf
from typing import Any, NamedTuple

from weasyprint.draw import text as drawn_text
from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import get_font_description

from ehport.pdf.engine import replace_members

_LONGEST_KEPT = 90  # characters of a text
_MOST_KEPT = 500  # texts of a style
_MOST_WORDS = 5000
_CHARACTERS_AN_EM = 3  # more than fit on a line, with the next word
_NARROW = 4  # ems: here WeasyPrint goes another way
_SLACK = 0.5  # pixels; a word that misses the line by less is tried
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_TO_THE_END = 0xFFFFFFFF
_WRAPS = ("normal", "pre-wrap", "pre-line")
_COLLAPSES = ("normal", "nowrap", "pre-line")


class _Line(NamedTuple):
    """What WeasyPrint's `split_first_line` returns."""

    layout: Any
    length: int
    resume_at: int | None
    width: float
    height: float
    baseline: float


class _Setting:
    """How the text of one style is set; kept with the style."""

    def __init__(self, style: Any) -> None:
        self.is_plain = (
            not style["word_spacing"]
            and style["letter_spacing"] == "normal"
            and style["text_decoration_line"] == "none"
            and style["font_language_override"] == "normal"
            and bool(style["lang"])
        )
        self.wraps = style["white_space"] in _WRAPS
        self.collapses = style["white_space"] in _COLLAPSES
        self.size: float = style["font_size"]
        self.shortest_divided: float = style["hyphenate_limit_chars"][0] if style["hyphens"] == "auto" else inf
        self.lines: dict[str, _Line] = {}
        self.words: dict[str, float] = {}
        self.pango: _Pango | None = None


class _Pango(NamedTuple):
    """What every layout of a style shares."""

    context: Any
    language: Any
    font: Any
    attributes: Any
    probe: Any  # a layout made the long way; the attributes are its own and go with it


@contextmanager
def kept_lines() -> Iterator[None]:
    """Let WeasyPrint keep what it shaped."""
    with ExitStack() as stack:
        for name, shorter in (("split_first_line", _split_first_line), ("strut", _strut)):
            original = getattr(line_break, name)
            for path, module in sorted(sys.modules.items()):
                if path.startswith("weasyprint") and getattr(module, name, None) is original:
                    stack.enter_context(replace_members(module, **{name: shorter}))
        own: dict[str, object] = {"setup": _setup, "set_text": _set_text}
        own |= {"deactivate": _deactivate, "reactivate": _reactivate}
        stack.enter_context(replace_members(line_break.Layout, **own))
        stack.enter_context(replace_members(drawn_text, pango=_PangoForDrawing()))
        yield


def _setting(style: Any) -> _Setting:
    setting: _Setting | None = style.__dict__.get("_ehport_setting")
    if setting is None:
        setting = style._ehport_setting = _Setting(style)
    return setting


# A style is asked once for the font, the language and the features of its text.

_original_setup = line_break.Layout.setup
_original_set_text = line_break.Layout.set_text
_original_strut = line_break.strut


def _setup(line: Any, style: Any) -> None:
    setting = _setting(style)
    line._ehport_is_plain = setting.is_plain and not line.justification_spacing
    if not line._ehport_is_plain:
        _original_setup(line, style)
        return
    if setting.pango is None:
        setting.pango = _prepared(style)
    shared = setting.pango
    line.style, line.language = style, shared.language
    line.first_line_direction = 0
    line.ascent = line.underline_position = line.strikethrough_position = None
    line.layout = ffi.gc(pango.pango_layout_new(shared.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(line.layout, False)
    pango.pango_layout_set_font_description(line.layout, shared.font)
    pango.pango_layout_set_attributes(line.layout, shared.attributes)


def _prepared(style: Any) -> _Pango:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    code, _ = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(code)
    pango.pango_context_set_language(context, language)
    probe = line_break.Layout.__new__(line_break.Layout)
    probe.justification_spacing = 0
    _original_setup(probe, style)
    attributes = pango.pango_layout_get_attributes(probe.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if style["overflow_wrap"] in ("anywhere", "break-word"):
        attribute = pango.pango_attr_insert_hyphens_new(False)
        attribute.start_index, attribute.end_index = 0, _TO_THE_END
        pango.pango_attr_list_change(attributes, attribute)
    return _Pango(context, language, get_font_description(style), attributes, probe)


def _set_text(line: Any, text: str, justify: bool = False) -> None:
    if not line._ehport_is_plain or "\t" in text:
        _original_set_text(line, text, justify)
        return
    end_of_line = text.find("\n")
    line.text = text if end_of_line < 0 else text[: end_of_line + 2]  # one character more, as WeasyPrint does
    data = line.text.encode().replace(b"\x00", b"")
    pango.pango_layout_set_text(line.layout, data, len(data))


def _strut(style: Any) -> tuple[float, float]:
    known: tuple[float, float] | None = style.__dict__.get("_ehport_strut")
    if known is None:
        known = style._ehport_strut = _original_strut(style)
    return known


# A text that fits on its line is always set alike; a longer one is broken without trying a word that cannot fit.

_original_split_first_line = line_break.split_first_line


def _split_first_line(text: str, style: Any, *options: Any, **named: Any) -> tuple[Any, ...]:
    given = dict(zip(("context", "max_width", "justification_spacing"), options, strict=False)) | named
    setting = _setting(style)
    is_plain = setting.is_plain and not given["justification_spacing"]
    if is_plain:
        max_width = given["max_width"]
        known = setting.lines.get(text)
        if known and (max_width is None or not setting.wraps or known.width <= max_width):
            return known
        found = _shaped(text, style, given["context"], max_width)
        if found:
            return found
    result: tuple[Any, ...] = _original_split_first_line(text, style, *options, **named)
    if is_plain:
        _keep(setting, text, _Line(*result))
    return result


def _keep(setting: _Setting, text: str, line: _Line) -> None:
    """Keep a line that is all of a short text."""
    is_whole = line.resume_at is None and line.layout.text == text and "layout" in line.layout.__dict__
    if not is_whole or len(text) > _LONGEST_KEPT:
        return
    if len(setting.lines) >= _MOST_KEPT:
        setting.lines.clear()
    line.layout._ehport_is_kept = True
    setting.lines[text] = line


def _shaped(text: str, style: Any, context: Any, max_width: float | None) -> _Line | None:
    """Return the first line of a text in the plain case, nothing where it takes all that WeasyPrint knows."""
    setting = _setting(style)
    if max_width is None or max_width == inf or not setting.wraps or setting.size * _NARROW > max_width:
        return None
    if any(character in text for character in (_SOFT_HYPHEN, "\n", "\t")):
        return None
    start = text[: int(max_width / setting.size * _CHARACTERS_AN_EM)]
    layout = line_break.create_layout(start, style, context, max_width, 0)
    first, resume_at = layout.get_first_line()
    width, _ = line_break.line_size(first, style)
    if width > max_width:
        return None
    is_whole = resume_at is None and start == text
    if not is_whole and (resume_at is None or not _is_full(start, layout, width, (style, context, max_width))):
        return None
    line = _Line(*line_break.first_line_metrics(first, text, layout, resume_at, setting.collapses, style))
    if is_whole:
        _keep(setting, text, line)
    return line


def _is_full(start: str, layout: Any, width: float, place: tuple[Any, Any, float]) -> bool:
    """Tell whether the next word cannot stand on the line, not even without the space after it."""
    style, context, max_width = place
    setting = _setting(style)
    _, resume_at = layout.get_first_line()
    head = start.encode()[:resume_at].decode()
    attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    point = line_break.get_next_break_point(attributes[len(head) + 1 : len(start)])
    if point is None:
        return False
    word = start[len(head) :][:point].rstrip(" ")
    if not word or len(word) >= setting.shortest_divided:
        return False
    if word not in setting.words:
        if len(setting.words) >= _MOST_WORDS:
            setting.words.clear()
        alone = line_break.create_layout(word, style, context, None, 0)
        setting.words[word], _ = line_break.line_size(alone.get_first_line()[0], style)
    return width + setting.words[word] > max_width + _SLACK


# A line is kept as it was shaped during layout, instead of being shaped again to be drawn.

_original_deactivate = line_break.Layout.deactivate
_original_reactivate = line_break.Layout.reactivate
_BREAKS = frozenset("\n\u2029")


def _deactivate(line: Any) -> None:
    if "_ehport_is_kept" in line.__dict__:
        return
    is_drawn = line.__dict__.pop("_ehport_drawn", False)
    needs_shaping = line.style["word_spacing"] or line.justification_spacing or _BREAKS.intersection(line.text)
    if is_drawn or needs_shaping:
        _original_deactivate(line)


def _reactivate(line: Any, style: Any) -> None:
    line._ehport_drawn = True
    is_ready = (
        "layout" in line.__dict__
        and line.style is style
        and not line.justification_spacing
        and pango.pango_layout_get_line_readonly(line.layout, 1) == ffi.NULL
    )
    drawn_text.pango.keeps_line = is_ready
    if not is_ready:
        _original_reactivate(line, style)


class _PangoForDrawing:
    """Pango, but for the one call before drawing that would throw a kept line away."""

    keeps_line = False

    def __getattr__(self, name: str) -> Any:
        function = getattr(pango, name)
        setattr(self, name, function)
        return function

    def pango_layout_set_single_paragraph_mode(self, layout: Any, mode: bool) -> None:
        if not self.keeps_line:
            pango.pango_layout_set_single_paragraph_mode(layout, mode)
