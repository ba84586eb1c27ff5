"""The columns that many tables share, named as the form and the register name them."""

from __future__ import annotations

from ehport.analysis.basis import Listed
from ehport.form.field import field_of
from ehport.lang.language import Lang
from ehport.report.table import Cell, Column
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

NUMBER_WIDTH = 14.0


def project_columns(lang: Lang, name: float, responsible: float) -> tuple[Column, ...]:
    """Return number, name and responsible organisation in the given widths."""
    return (
        Column(Word.NUMBER[lang], NUMBER_WIDTH),
        Column(Word.PROJECT[lang], name),
        Column(Word.RESPONSIBLE[lang], responsible),
    )


def project_cells(project: Listed, setter: Typesetter) -> tuple[Cell, ...]:
    """Return the cells of `project_columns`."""
    return (setter.number(project), setter.name(project), Cell(text=project.organisation))


def asked(record: type, name: str, lang: Lang, width: float) -> Column:
    """Return a column headed as a field is labelled."""
    return Column(field_of(record, name).label[lang], width)


def money_column(heading: str, width: float = 24.0) -> Column:
    """Return a column of amounts."""
    return Column(heading, width, number=True)
