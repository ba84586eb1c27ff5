"""The way back from safe text, as a reader of the published data goes it."""

from __future__ import annotations

import re

_GUARDED = re.compile(r"'+[\s\x00\ufeff]*[=+\-@＝＋－＠\t\r\x00]")


def restore(text: str) -> str:
    """Return a text without the apostrophe that was put before it because it begins like a formula."""
    return text[1:] if _GUARDED.match(text) else text
