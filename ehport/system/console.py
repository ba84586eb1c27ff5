"""Where text is printed: which letters can be shown there, and how wide a line may be."""

from __future__ import annotations

import codecs
import io
import os
import re
import shutil
import sys
from collections.abc import Mapping
from textwrap import wrap

_PLAIN: Mapping[str, str] = {
    "–": "-",
    "−": "-",
    "─": "-",
    "█": "#",
    "…": "...",
    "→": "->",
    "›": ">",
    "↵": "|",
    "✓": "ok",
    "✗": "!!",
    "\u2009": " ",
    "\u202f": " ",
}
_HANDLER = "ehport.plain"
_NARROWEST, _ROOM_FOR_HELP, _WIDEST = 20, 60, 120
_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def begin_again_in_utf8() -> None:
    """Start Python anew where names of files and texts would be limited to ASCII, as in the locale C."""
    is_ascii = codecs.lookup(sys.getfilesystemencoding()).name == "ascii"
    if is_ascii and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def allow_all_letters() -> None:
    """Let every text be printed: in UTF-8 into files and pipes, and as near as it comes on an older terminal."""
    codecs.register_error(_HANDLER, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper) or codecs.lookup(stream.encoding).name == "utf-8":
            continue
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            stream.reconfigure(errors=_HANDLER)
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width() -> int | None:
    """Return how many signs a line has room for; nothing where the text goes to no terminal."""
    is_told = os.environ.get("COLUMNS", "").isdigit()
    return max(shutil.get_terminal_size().columns, _NARROWEST) if is_told or sys.stdout.isatty() else None


def reading_width() -> int:
    """Return how many signs a line of a text for people has: those of the terminal, but no more than can be read."""
    return min(shutil.get_terminal_size().columns, _WIDEST)


def help_width() -> int | None:
    """Return the width that help is set in where that is less than its usual least."""
    room = width()
    return room - 1 if room and room < _ROOM_FOR_HELP else None


def fold_lines(text: str, room: int | None) -> str:
    """Return a text with its long lines folded at spaces; what was indented stays so, as far as there is room."""
    return text if room is None else "\n".join(_folded(line, room) for line in text.split("\n"))


def _folded(line: str, room: int) -> str:
    shown = _COLOUR.sub("", line)
    if len(shown) <= room:
        return line
    indent = min(len(shown) - len(shown.lstrip(" ")), room // 4)
    is_narrow = room < _ROOM_FOR_HELP
    words = re.sub(r" {2,}", "  ", line.lstrip(" ")) if is_narrow else line.lstrip(" ")
    return "\n".join(
        wrap(
            words,
            room + len(line) - len(shown),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_on_hyphens=False,
            break_long_words=False,  # a path is for copying
            replace_whitespace=False,
        )
    )


def _nearest(bad: UnicodeError) -> tuple[str, int]:
    if not isinstance(bad, UnicodeEncodeError):
        raise bad
    lost = bad.object[bad.start : bad.end]
    return "".join(_PLAIN.get(sign, "?") for sign in lost), bad.end
