"""Safe text: a text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

# OWASP ASVS 1.2.10, and the full-width signs that some editions of Excel take for the plain ones.
_FORMULA = r"[\s\x00\ufeff]*[=+\-@＝＋－＠\t\r\x00]"
_DANGEROUS = re.compile(rf"'*{_FORMULA}")


def neutralise(text: str) -> str:
    """Return a text with an apostrophe before it when it begins like a formula, also after blanks and apostrophes."""
    return f"'{text}" if _DANGEROUS.match(text) else text
