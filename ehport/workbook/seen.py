"""What a person sees in a cell: its text or number in the cell's format, without what is struck out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.lang.signs import of_symbol_fonts
from ehport.workbook.cell_values import NO_VALUE
from ehport.workbook.cells import Run, SheetCell
from ehport.workbook.celltext import decode_text
from ehport.workbook.number_format import show_number, show_text

_YEARS = range(1990, 2101)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE, _TIME, _NUMBER = Text("dato", "a date"), Text("klokkeslett", "a time of day"), Text("tall", "a number")
_PLAIN_FORMATS = frozenset({"General", "@"})
_HIDDEN_SHARE = Decimal("0.005")  # of a number; a format that hides less only rounds it
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person sees in a cell.

    ``problem`` says why the text is not an answer, or what Excel has made of it; ``facts`` are what its message needs.
    ``struck`` is what is struck out, and no part of the text.
    """

    text: str = ""
    problem: Code | None = None
    facts: tuple[tuple[str, object], ...] = ()
    struck: str = field(default="", kw_only=True)

    @property
    def says_something(self) -> bool:
        """Tell whether there is an answer, or something that should have been one."""
        return bool(self.text or self.problem)


NOTHING = Seen()


def read_as_seen(cell: SheetCell) -> Seen:
    """Return what a person sees in a cell; a cell with only blanks shows nothing."""
    if cell.runs and cell.data_type == "s":
        return _pieces(cell.runs, cell)
    found = _whole(cell)
    if cell.look.struck and found.text:
        return Seen(struck=found.text)
    return found


def _pieces(runs: Iterable[Run], cell: SheetCell) -> Seen:
    """Return the text of pieces that are not struck out; raised figures are those of a footnote, unless all are."""
    of_cell = [run if run.has_font else Run(run.text, cell.look.struck, cell.look.raised) for run in runs]
    kept = [run for run in of_cell if not run.struck]
    all_raised = all(run.raised for run in kept if run.text.strip())
    text = "".join(
        of_symbol_fonts(decode_text(run.text if all_raised or not run.raised else _raised(run.text))) for run in kept
    )
    struck = " ".join(decode_text(run.text).strip() for run in of_cell if run.struck).strip()
    shown = show_text(text, cell.number_format)
    return Seen(shown if text.strip() else "", struck=struck)


def _raised(text: str) -> str:
    """Return a raised text in signs that are raised themselves; a single letter becomes a footnote's ``(a)``."""
    bare = text.strip()
    if len(bare) == 1 and bare.isalpha():
        return f" ({bare.lower()})"
    return text.translate(_RAISED)


def _whole(cell: SheetCell) -> Seen:
    value = cell.value
    if cell.data_type == NO_VALUE:
        return Seen(str(value), Code.CELL_UNREADABLE)
    if value is None:
        return NOTHING if cell.has_result else Seen("", Code.FORMULA_WITHOUT_VALUE)
    if isinstance(value, str):
        if cell.data_type == "e":
            return Seen(value, Code.CELL_ERROR)
        text = of_symbol_fonts(decode_text(value))
        return Seen(show_text(text, cell.number_format)) if text.strip() else NOTHING
    if isinstance(value, bool):
        return Seen("SANN" if value else "USANN")
    if isinstance(value, date):
        return _day(value, cell.number_format)
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    return Seen(_clock(value), Code.CELL_TYPE, (("type", _TIME),))


def _day(value: date, pattern: str) -> Seen:
    facts = (("type", _DATE),)
    if value.year not in _YEARS:
        return Seen(f"{value.day:02}.{value.month:02}.{value.year}", Code.CELL_TYPE, facts)
    parts = _QUOTED.sub("", pattern).lower()
    if "d" in parts or "y" not in parts:
        text = f"{value:%d.%m.%Y}"
    else:
        text = f"{value:%m.%Y}" if "m" in parts else f"{value:%Y}"
    return Seen(text, Code.CELL_TYPE, facts)


def _number(value: float, pattern: str) -> Seen:
    if value in (float("inf"), float("-inf")):
        return Seen(str(value), Code.CELL_TYPE, (("type", _NUMBER),))
    exact = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.15g}")
    stored = _digits(exact)
    if pattern in _PLAIN_FORMATS:
        return Seen(stored)
    shown = show_number(exact, pattern)
    if shown.number is not None and abs(shown.number - shown.exact) > abs(shown.exact) * _HIDDEN_SHARE:
        return Seen(shown.text, Code.SHOWN_OTHERWISE, (("stored", stored),))
    if not shown.text and exact:
        return Seen("", Code.SHOWN_OTHERWISE, (("stored", stored),))
    return Seen(shown.text)


def _digits(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _clock(value: Any) -> str:
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, datetime) or hasattr(value, "hour") else str(value)
