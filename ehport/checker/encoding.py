"""Bytes as text inside an HTML page: seven bits in each character, where Base64 holds six.

The three characters that HTML would change, or end the text at, are joined with the one after them into a character of
two bytes, which carries both. ``decode`` in ``templates/checker/page.js`` reads it.
"""

from __future__ import annotations

import re

TAKEN = "\0\r<"  # HTML replaces the first two, and the third could begin the end of the element
_PAIR = re.compile(f"[{TAKEN}].?", re.DOTALL)
_BITS = 7
_SHIFTS = tuple(range(49, -1, -_BITS))


def encode(data: bytes) -> str:
    """Return bytes as text that can stand inside a script element of a page in UTF-8."""
    signs = bytearray()
    for at in range(0, len(data), _BITS):
        number = int.from_bytes(data[at : at + _BITS].ljust(_BITS, b"\0"), "big")
        signs += bytes(number >> shift & 127 for shift in _SHIFTS)
    return _PAIR.sub(_joined, signs.decode("ascii"))


def _joined(pair: re.Match[str]) -> str:
    taken, after = pair[0][0], pair[0][1:] or "\0"
    return chr((1 + TAKEN.index(taken)) * 128 + ord(after))
