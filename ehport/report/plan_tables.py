"""The tables of what projects wait for and plan: what is urgent, what has moved since the first plan, who left."""

from __future__ import annotations

from ehport.analysis.awaited import Need
from ehport.analysis.results import Summary
from ehport.form.project import Dependency
from ehport.lang.language import Text
from ehport.report.columns import asked
from ehport.report.movement_tables import Content
from ehport.report.table import Cell, Column, Row
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_OUT = Text("Fristen er ute", "The time is out")


def urgent(summary: Summary, setter: Typesetter) -> Content:
    """Return the dependencies that are red or overdue, the red ones first, as they are reported."""
    lang = setter.lang
    columns = (
        Column(Word.NUMBER[lang], 11),
        Column(Word.PROJECT[lang], 38),
        asked(Dependency, "on", lang, 34),
        asked(Dependency, "what", lang, 50),
        asked(Dependency, "due", lang, 20),
        asked(Dependency, "status", lang, 17),
    )
    return columns, tuple(_urgent(each, summary, setter) for each in summary.waiting.urgent)


def _urgent(need: Need, summary: Summary, setter: Typesetter) -> Row:
    project = summary.everyone[need.project]
    due = Cell(typed=(need.due_text,), note=_OUT[setter.lang] if need.is_overdue else "")
    what = Cell(typed=(need.what,)) if need.what else setter.missing()
    status = setter.rating(need.status)
    return Row((setter.number(project), setter.name(project), Cell(typed=(need.on,)), what, due, status))
