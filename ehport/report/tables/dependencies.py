"""The table of dependencies on projects that are hard to depend on."""

from __future__ import annotations

from ehport.analysis.summary import Summary
from ehport.form.project import Dependency
from ehport.report.columns import field_column
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word


def troubled(summary: Summary, setter: Typesetter) -> Content:
    """Return the dependencies on projects that are red, paused or leaving."""
    lang = setter.lang
    columns = (
        TableColumn(Word.NUMBER[lang], 11),
        TableColumn(Word.PROJECT[lang], 34),
        field_column(Dependency, "on", lang, 40),
        field_column(Dependency, "what", lang, 53),
        field_column(Dependency, "due", lang, 16),
        field_column(Dependency, "criticality", lang, 16),
    )
    rows = []
    for each in summary.dependencies.troubled:
        critical = each.criticality.label[lang] if each.criticality else ""
        needed = setter.needed(each.needed)
        cells = (needed, TableCell(typed=(each.what,)), TableCell(typed=(each.due_text,)), TableCell(text=critical))
        rows.append(Row((setter.number(each.needs), setter.name(each.needs), *cells)))
    return columns, tuple(rows)
