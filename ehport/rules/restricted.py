"""Words that mark a text as not for everybody: exempt from public access, internal, confidential.

Precision comes first: «internt» within a sentence («avklares internt») is no marking; at its head or by itself it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ANYWHERE = re.compile(
    r"unn?tatt?\s+(?:fra\s+)?offentl\w+|unnateke\s+offentleg\w+|\bu\.?\s?off\b\.?|\boffl\.?\s*§|"
    r"\boffentle?gl?(?:ig)?(?:hets)?lov\w*\s*§|\b(?:ikke|ikkje)\s+(?:for|til)\s+(?:publisering|offentliggjøring)|"
    r"\bskal\s+(?:ikke|ikkje)\s+(?:publiseres|offentliggjøres)|\b(?:kun|bare|berre)\s+(?:til\s+|for\s+)?internt?\b|"
    r"\b(?:til|for)\s+internt?\s+bruk|\bstrengt\s+fortrolig|\bfor\s+internal\s+use|\binternal\s+(?:use\s+)?only\b|"
    r"\bnot\s+for\s+publication|\bexempt\s+from\s+public",
    re.IGNORECASE,
)
_WORD = r"(?:internt?|fortrolig|fortruleg|konfidensielt?|begrenset|avgrensa|taushetsbelagt|confidential|restricted)"
_AS_A_MARK = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?]\s))[ \t*]*{_WORD}[ \t*]*(?=[:!.–—-]|$|\n)|[(\[«]\s*{_WORD}\s*[)\]»:]", re.IGNORECASE
)
_IN_CAPITALS = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)


def find_restrictions(text: str) -> Iterator[str]:
    """Yield the first words in a text that mark it as not for everybody, as they stand there."""
    found = _ANYWHERE.search(text) or _AS_A_MARK.search(text) or _capitals(text)
    if found:
        yield found[0].strip(" \t\n*()[]«»:")


def _capitals(text: str) -> re.Match[str] | None:
    return next((each for each in _IN_CAPITALS.finditer(text) if each[0].isupper()), None)
