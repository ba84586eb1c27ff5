"""A text for Markdown: on one line, and shown as it is."""

from __future__ import annotations

import re

from ehport.diagnostics.text import visible

_MARKUP = re.compile(r"[\\`*_<|\[\]]|&(?=#?\w+;)|^[#+>=~-]")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")  # would begin a list


def escape_markdown(text: str) -> str:
    """Return a text that Markdown shows as it is, with signs that steer made visible."""
    return _NUMBER.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", visible(text)))
