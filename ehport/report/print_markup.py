"""The parts of the report as pages need them: what belongs together stays on one line."""

from __future__ import annotations

import re

from ehport.report.typography import together

# Drawings place their own text; headings and links are copied to the outline and to annotations, letter by letter.
_SKIPPED_OR_TEXT = re.compile(r"<svg\b.*?</svg>|<(a|h[1-6])\b.*?</\1>|>[^<]+", re.DOTALL)


def for_print(html: str) -> str:
    """Return a part of the report in which no unit, number or name is divided between lines."""
    return _SKIPPED_OR_TEXT.sub(lambda found: together(found[0]) if found[0].startswith(">") else found[0], html)
