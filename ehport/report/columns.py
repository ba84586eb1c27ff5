"""The columns that many tables share, named as the form and the register name them."""

from __future__ import annotations

from ehport.analysis.basis import Listed
from ehport.form.field import field_of
from ehport.lang.language import Lang
from ehport.report.table import TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

NUMBER_WIDTH = 14.0


def project_columns(lang: Lang, name: float, responsible: float) -> tuple[TableColumn, ...]:
    """Return number, name and responsible organisation in the given widths."""
    return (
        TableColumn(Word.NUMBER[lang], NUMBER_WIDTH),
        TableColumn(Word.PROJECT[lang], name),
        TableColumn(Word.RESPONSIBLE[lang], responsible),
    )


def project_cells(project: Listed, setter: Typesetter) -> tuple[TableCell, ...]:
    """Return the cells of `project_columns`."""
    return (setter.number(project), setter.name(project), TableCell(text=project.organisation))


def field_column(record: type, name: str, lang: Lang, width: float) -> TableColumn:
    """Return a column headed as a field is labelled."""
    return TableColumn(field_of(record, name).label[lang], width)


def money_column(heading: str, width: float = 24.0) -> TableColumn:
    """Return a column of amounts."""
    return TableColumn(heading, width, number=True)
