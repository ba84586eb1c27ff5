"""The text of a cell as it is stored in a file."""

from __future__ import annotations

import re
from typing import Any

LONGEST = 32_767  # characters in a cell; Excel and openpyxl cut the rest without a word
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class TextTooLongError(Exception):
    """A text does not fit in a cell and would be cut."""

    def __init__(self, text: str) -> None:
        """Tell how the text begins."""
        super().__init__(f"{len(text)} > {LONGEST}: {text[:40]}…")
        self.length = len(text)


def put_text(cell: Any, text: str) -> None:
    """Write a text into a cell exactly as given: never a formula, a number or an error value.

    Raises `TextTooLongError` when the cell cannot hold it.
    """
    stored = encode_text(text)
    if len(stored) > LONGEST:
        raise TextTooLongError(text)
    cell.value = stored
    cell.data_type = "s"


def encode_text(text: str) -> str:
    """Return a text as the file format stores it: characters that XML refuses are written ``_x000D_``."""
    escaped = _ESCAPE.sub("_x005F_", text)
    whole = _SURROGATE.sub("\ufffd", escaped)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", whole)


def decode_text(stored: str) -> str:
    """Return a stored text as it was typed, with one sign for every line break; the inverse of `encode_text`."""
    text = _ESCAPED.sub(_decoded, stored) if "_x" in stored else stored
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)
