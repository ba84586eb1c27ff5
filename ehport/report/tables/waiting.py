"""The table of what is urgent among all that projects wait for."""

from __future__ import annotations

from dataclasses import replace

from ehport.analysis.summary import Summary
from ehport.analysis.waiting import Need
from ehport.form.project import Dependency
from ehport.form.vocabulary import Rating
from ehport.lang.language import Text
from ehport.report.columns import field_column
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_OUT = Text("Fristen er passert", "Overdue")
_NEEDS_RED = Text("Prosjektet som trengs, er rødt", "The project needed is red")


def urgent(summary: Summary, setter: Typesetter) -> Content:
    """Return the dependencies that are red or overdue, the red ones first, as they are reported."""
    lang = setter.lang
    columns = (
        TableColumn(Word.NUMBER[lang], 11),
        TableColumn(Word.PROJECT[lang], 38),
        field_column(Dependency, "on", lang, 34),
        field_column(Dependency, "what", lang, 50),
        field_column(Dependency, "due", lang, 17),
        field_column(Dependency, "status", lang, 20),
    )
    return columns, tuple(_urgent(each, summary, setter) for each in summary.waiting.urgent)


def _urgent(need: Need, summary: Summary, setter: Typesetter) -> Row:
    project = summary.everyone[need.project]
    told = (TableCell(typed=(text,)) if text else setter.missing() for text in (need.on, need.what, need.due_text))
    why = {_NEEDS_RED: need.is_red and need.status is not Rating.RED, _OUT: need.is_overdue}
    note = ". ".join(text[setter.lang] for text, applies in why.items() if applies)
    status = replace(setter.rating(need.status), note=note)
    return Row((setter.number(project), setter.name(project), *told, status))
