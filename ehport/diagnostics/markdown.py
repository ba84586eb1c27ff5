"""A text for Markdown: on one line, and shown as it is."""

from __future__ import annotations

import re

from ehport.diagnostics.text import visible

_MARKUP = re.compile(r"([\\`*_<\[\]])")


def in_markdown(text: str) -> str:
    """Return a text that Markdown shows as it is, with signs that steer made visible."""
    return _MARKUP.sub(r"\\\1", visible(text))
