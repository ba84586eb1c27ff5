"""The text of a cell: as it is stored in a file, and as a person sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.cell_values import NO_VALUE
from ehport.workbook.cells import SheetCell

LONGEST = 32_767  # characters in a cell; Excel and openpyxl cut the rest without a word
_YEARS = range(1990, 2101)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE, _TIME, _NUMBER = Text("dato", "a date"), Text("klokkeslett", "a time of day"), Text("tall", "a number")


class TextTooLongError(Exception):
    """A text does not fit in a cell and would be cut."""

    def __init__(self, text: str) -> None:
        """Tell how the text begins."""
        super().__init__(f"{len(text)} > {LONGEST}: {text[:40]}…")
        self.length = len(text)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person sees in a cell; ``problem`` says why the text is not an answer, or what Excel has made of it."""

    text: str = ""
    problem: Code | None = None
    type: Text | None = None


NOTHING = Seen()


def put_text(cell: Any, text: str) -> None:
    """Write a text into a cell exactly as given: never a formula, a number or an error value.

    Raises `TextTooLongError` when the cell cannot hold it.
    """
    stored = stored_text(text)
    if len(stored) > LONGEST:
        raise TextTooLongError(text)
    cell.value = stored
    cell.data_type = "s"


def stored_text(text: str) -> str:
    """Return a text as the file format stores it: characters that XML refuses are written ``_x000D_``."""
    escaped = _ESCAPE.sub("_x005F_", text)
    whole = _SURROGATE.sub("\ufffd", escaped)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", whole)


def typed_text(stored: str) -> str:
    """Return a stored text as it was typed, with one sign for every line break; the inverse of `stored_text`."""
    text = _ESCAPED.sub(_decoded, stored) if "_x" in stored else stored
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def seen(cell: SheetCell) -> Seen:
    """Return what a person sees in a cell; a cell with only blanks shows nothing."""
    value = cell.value
    if cell.data_type == NO_VALUE:
        return Seen(str(value), Code.CELL_UNREADABLE)
    if value is None:
        return NOTHING if cell.has_result else Seen("", Code.FORMULA_WITHOUT_VALUE)
    if isinstance(value, str):
        if cell.data_type == "e":
            return Seen(value, Code.CELL_ERROR)
        text = typed_text(value)
        return Seen(text) if text.strip() else NOTHING
    if isinstance(value, bool):
        return Seen("SANN" if value else "USANN")
    if isinstance(value, date):
        return _day(value, cell.number_format)
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    return Seen(_clock(value), Code.CELL_TYPE, _TIME)


def _day(value: date, pattern: str) -> Seen:
    if value.year not in _YEARS:
        return Seen(f"{value.day:02}.{value.month:02}.{value.year}", Code.CELL_TYPE, _DATE)
    parts = _QUOTED.sub("", pattern).lower()
    if "d" in parts or "y" not in parts:
        text = f"{value:%d.%m.%Y}"
    else:
        text = f"{value:%m.%Y}" if "m" in parts else f"{value:%Y}"
    return Seen(text, Code.CELL_TYPE, _DATE)


def _number(value: float, pattern: str) -> Seen:
    if value in (float("inf"), float("-inf")):
        return Seen(str(value), Code.CELL_TYPE, _NUMBER)
    exact = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.15g}")
    percent = "%" in pattern
    text = f"{(exact * 100 if percent else exact).normalize():f}".replace(".", ",")
    return Seen(f"{text} %" if percent else text)


def _clock(value: Any) -> str:
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, datetime) or hasattr(value, "hour") else str(value)
