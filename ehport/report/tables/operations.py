"""The tables of operating costs: who uses which solution, and what projects report."""

from __future__ import annotations

from ehport.analysis.operations import ReportedCost
from ehport.analysis.summary import Summary
from ehport.form.project import Project
from ehport.form.register import SolutionUse
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text
from ehport.report.columns import field_column, money_column, project_cells, project_columns
from ehport.report.table import Content, Row, RowKind, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_SOLUTIONS_WIDTH = 78.0
_READ = Text("Beløp, mill. kr", "Amount, NOK million")


def solutions(summary: Summary, setter: Typesetter) -> Content:
    """Return which projects make which national solutions dearer to operate."""
    lang, found = setter.lang, summary.operations
    lengths = [len(each) + 2 for each in found.solutions]
    widths = [round(_SOLUTIONS_WIDTH * each / sum(lengths), 1) for each in lengths]
    columns = (
        TableColumn(Word.NUMBER[lang], 11),
        field_column(SolutionUse, "name", lang, 46),
        TableColumn(Word.RESPONSIBLE[lang], 35),
        *(TableColumn(each, width) for each, width in zip(found.solutions, widths, strict=True)),
    )
    yes = Answer.YES.label[lang]
    short = {each.name: each.short_name for each in summary.organisations}
    rows = []
    for use in found.uses:
        marks = (TableCell(text=yes if each in use.solutions else "") for each in found.solutions)
        named = setter.name(use.project) if use.project else TableCell(text=use.name)
        number = setter.number(use.project) if use.project else TableCell(text=use.id)
        rows.append(Row((number, named, TableCell(text=short.get(use.owner, use.owner)), *marks)))
    return columns, tuple(rows)


def reported(summary: Summary, setter: Typesetter) -> Content:
    """Return what the projects themselves report as their yearly management cost, as typed and as read."""
    lang, found = setter.lang, summary.operations
    columns = (
        *project_columns(lang, 62, 40),
        field_column(Project, "operating_cost", lang, 32),
        money_column(_READ[lang], 22),
    )
    rows = [
        Row((*project_cells(each.project, setter), TableCell(typed=(each.text,)), _operating_cost(each, setter)))
        for each in found.reported
        if each.text
    ]
    if rows:
        total = setter.total(found.reported_total, "operations.reported.total", "operations.reported.missing.count")
        rows.append(Row((TableCell(text=Word.TOTAL[lang]), TableCell(), TableCell(), TableCell(), total), RowKind.SUM))
    return columns, tuple(rows)


def _operating_cost(found: ReportedCost, setter: Typesetter) -> TableCell:
    return setter.money(found.amount, f"{found.project.fact}.operating_cost")
