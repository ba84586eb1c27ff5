"""Appendix 1: every project of the portfolio in one table, by focus area."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.analysis.areas import FocusAreaBudget
from ehport.analysis.basis import Listed
from ehport.analysis.printed import sentence
from ehport.figures.drawing import counted
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.report.report import Report
from ehport.report.table import Row, RowKind, Table, TableCell, TableColumn
from ehport.report.typesetter import row_anchor
from ehport.report.wording import Word

_TOTAL = Text("Sum, {projects}", "Total, {projects}")
_STATUS = Text("Status", "Status")
_END = Text("Slutt, meldt", "End, reported")


def portfolio_table(report: Report) -> Table:
    """Return the table: a heading with its sum for each focus area, its projects, and the sum of all."""
    summary, setter = report.summary, report.typesetter
    rows = [row for area in summary.focus_areas if area.projects for row in _area(area, report)]
    projects = counted(len(summary.projects), report.lang, "projects.count")
    total = TableCell(text=sentence(_TOTAL[report.lang], projects=projects))
    rows.append(_spanning(total, setter.exact_money(summary.budget.amount, "budget.total"), RowKind.SUM))
    columns = _columns(report.lang, report.budget_year)
    return setter.explained(Table(name="portefolje", columns=columns, rows=tuple(rows), style="appendix"))


def _columns(lang: Lang, year: int) -> tuple[TableColumn, ...]:
    return (
        TableColumn(Word.NUMBER[lang], 11),
        TableColumn(Word.PROJECT[lang], 57),
        TableColumn(Word.RESPONSIBLE[lang], 38),
        TableColumn(_STATUS[lang], 15.5),
        TableColumn(field_of(Project, "risk").label[lang], 15.5),
        TableColumn(_END[lang], 17),
        TableColumn(f"{year}, {Word.MILLION_KRONER[lang]}", 16, number=True),
    )


def _area(area: FocusAreaBudget, report: Report) -> list[Row]:
    title = TableCell(text=f"{area.code} {area.name}".strip())
    money = _money(area.budget.amount, f"{area.fact}.budget", area.projects, report)
    return [_spanning(title, money, RowKind.GROUP), *(_project(each, report) for each in area.projects)]


def _money(amount: int | None, fact: str, projects: Iterable[Listed], report: Report) -> TableCell:
    """Return what projects have this year; those that are all paused have no money that counts."""
    if all(each.is_paused for each in projects):
        return report.typesetter.on_hold()
    return report.typesetter.exact_money(amount, fact)


def _spanning(first: TableCell, money: TableCell, kind: RowKind) -> Row:
    return Row((first, money), kind, spans=6)


def _project(project: Listed, report: Report) -> Row:
    setter = report.typesetter
    return Row(
        (
            setter.number(project),
            setter.name(project),
            TableCell(text=project.organisation),
            setter.rating(project.status, paused=project.is_paused),
            setter.on_hold() if project.is_paused else setter.rating(project.risk),
            TableCell(typed=(project.ends_text,))
            if project.ends_text
            else TableCell(text=numbers.MISSING, missing=True),
            _money(project.budget, f"{project.fact}.budget", (project,), report),
        ),
        id=row_anchor(project.id),
    )
