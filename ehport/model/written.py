"""Values in the words of exports and traces: the same in every language."""

from __future__ import annotations

from enum import Enum

from ehport.form.planned import PlannedTime


def format_plain(value: object) -> str:
    """Return a value as exports and traces write it, empty when there is none."""
    if value is None:
        return ""
    if isinstance(value, PlannedTime):
        return value.edtf or value.state.value
    if isinstance(value, tuple):
        return ";".join(map(format_plain, value))
    return str(value.value if isinstance(value, Enum) else value)
