"""The tables of projects that end this year, and of those without a budget next year."""

from __future__ import annotations

from ehport.analysis.basis import Listed
from ehport.analysis.summary import Summary
from ehport.form.project import Project
from ehport.report.columns import field_column, money_column, project_cells, project_columns
from ehport.report.table import Content, Row, TableCell
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word


def ending(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that end this year, with the end as reported."""
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.budget_year)[setter.lang]
    columns = (
        *project_columns(setter.lang, 66, 40),
        field_column(Project, "ends", setter.lang, 26),
        money_column(year),
    )
    return columns, tuple(
        Row(
            (
                *project_cells(each, setter),
                TableCell(typed=(each.ends_text,)),
                setter.money(each.budget, f"{each.fact}.budget"),
            )
        )
        for each in summary.next_year.ending
    )


def without_next_year(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects of next year that have given no budget for it."""
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.budget_year)[setter.lang]
    columns = (
        *project_columns(setter.lang, 66, 40),
        field_column(Project, "ends", setter.lang, 26),
        money_column(year),
    )
    missing = frozenset(summary.next_year.budget.missing)
    return columns, tuple(
        Row((*project_cells(each, setter), _end(each, setter), setter.money(each.budget, f"{each.fact}.budget")))
        for each in summary.next_year.projects
        if each.id in missing
    )


def _end(project: Listed, setter: Typesetter) -> TableCell:
    return TableCell(typed=(project.ends_text,)) if project.ends_text else setter.missing()
