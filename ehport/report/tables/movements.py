"""The tables of projects that come, stand still, go or may come."""

from __future__ import annotations

from ehport.analysis.movements import Movement
from ehport.analysis.summary import Summary
from ehport.form.register import RegisterProject
from ehport.report.columns import field_column, money_column, project_cells, project_columns
from ehport.report.table import Content, Row, TableCell
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word


def new(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that are new this round."""
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.budget_year)[setter.lang]
    columns = (*project_columns(setter.lang, 74, 56), money_column(year, 26))
    found = summary.movements.new
    return columns, tuple(_moved(each, setter, _budget(each, setter)) for each in found)


def paused(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that stand still, with the money they do not use."""
    lang = setter.lang
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.budget_year)[lang]
    until = any(each.paused_until for each in summary.movements.paused)
    between = (field_column(RegisterProject, "paused_until", lang, 24),) if until else ()
    columns = (*project_columns(lang, 50 if until else 74, 56), *between, money_column(year, 26))
    rows = []
    for each in summary.movements.paused:
        when = (TableCell(typed=(each.paused_until,)) if each.paused_until else setter.missing(),) if until else ()
        rows.append(_moved(each, setter, *when, _budget(each, setter)))
    return columns, tuple(rows)


def leaving(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that leave the portfolio, and what becomes of them."""
    columns = (*project_columns(setter.lang, 54, 42), field_column(RegisterProject, "next_steps", setter.lang, 60))
    found = summary.movements.leaving
    return columns, tuple(_moved(each, setter, TableCell(typed=(each.next_steps,))) for each in found)


def completed(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that are done, what they gave and what remains."""
    lang = setter.lang
    columns = (
        *project_columns(lang, 36, 32),
        field_column(RegisterProject, "on_time", lang, 14),
        field_column(RegisterProject, "result", lang, 40),
        field_column(RegisterProject, "remaining", lang, 34),
    )
    rows = []
    for each in summary.movements.completed:
        on_time = TableCell(text=each.on_time.label[lang]) if each.on_time else setter.missing()
        rows.append(_moved(each, setter, on_time, TableCell(typed=(each.result,)), TableCell(typed=(each.remaining,))))
    return columns, tuple(rows)


def candidates(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that may start, with next year's money."""
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.next_year.year)[setter.lang]
    columns = (
        *project_columns(setter.lang, 38, 36),
        field_column(RegisterProject, "description", setter.lang, 62),
        money_column(year, 20),
    )
    rows = []
    for each in summary.movements.candidates:
        money = setter.money(each.next_year, f"{each.project.fact}.next")
        rows.append(_moved(each, setter, TableCell(typed=(each.description,)), money))
    return columns, tuple(rows)


def _budget(each: Movement, setter: Typesetter) -> TableCell:
    return setter.money(each.budget, f"{each.project.fact}.budget")


def _moved(each: Movement, setter: Typesetter, *cells: TableCell) -> Row:
    return Row((*project_cells(each.project, setter), *cells))
