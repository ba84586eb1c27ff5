"""A rule about signs: what is printed can be drawn in the report's typeface."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.field import answers, fields_of, lists
from ehport.form.project import Project
from ehport.lang.signs import boxes, code_point
from ehport.model.submission import Entry
from ehport.rules.subject import Subject


def what_is_printed_can_be_drawn(about: Subject) -> Iterator[Diagnostic]:
    """No answer that is printed has a sign that the report's typeface does not have."""
    yield from _in_entry(about, about.entry, "")
    for listed in lists(fields_of(Project)):
        for row in about.rows(listed.name) if listed.printed else ():
            yield from _in_entry(about, row, f"{listed.name}.")


def _in_entry(about: Subject, entry: Entry[Any], prefix: str) -> Iterator[Diagnostic]:
    record: type = type(entry.record)
    for each in answers(fields_of(record)):
        found = boxes(entry.text(each.name)) if each.printed else []
        if found:
            name, row = f"{prefix}{each.name}", entry if prefix else None
            told = ", ".join(f"{sign} ({code_point(sign)})" for sign in found)
            yield Diagnostic(Code.SIGN_NOT_DRAWN, about.at(name, row), {"label": about.label(name)}, told)
