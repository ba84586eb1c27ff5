"""Tables of the open data, and diagnostics, as frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.machine import record
from ehport.export.table import ExportTable, Type
from ehport.lang.language import Lang
from ehport.model.typed_rows import DAY, NUMBER, TEXT, TRUTH, typed_frame

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {Type.TEXT: TEXT, Type.INTEGER: NUMBER, Type.YEAR: NUMBER, Type.TRUTH: TRUTH, Type.DAY: DAY}
_MESSAGE = {
    **dict.fromkeys(("code", "severity", "file", "sheet", "cell", "project", "field", "found"), TEXT),
    **dict.fromkeys(("message", "help", "settled"), TEXT),
    "trial": TRUTH,
}


def frame_of(table: ExportTable) -> pd.DataFrame:
    """Return a table as a frame: words and times as text, amounts as whole thousand kroner, days as days."""
    return typed_frame({each.name: _TYPES[each.type] for each in table.columns}, table.rows)


def messages_frame(diagnostics: Iterable[Diagnostic], lang: Lang) -> pd.DataFrame:
    """Return diagnostics with their texts in a language, one a row."""
    told = [record(each, lang) for each in diagnostics]
    return typed_frame(_MESSAGE, [[each[name] for name in _MESSAGE] for each in told])
