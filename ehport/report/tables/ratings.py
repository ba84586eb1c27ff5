"""The tables of the projects that are red."""

from __future__ import annotations

from ehport.analysis.ratings import RedProject
from ehport.analysis.summary import Summary
from ehport.form.project import Project
from ehport.report.columns import field_column, project_cells, project_columns
from ehport.report.table import Content, Row, TableCell
from ehport.report.typesetter import Typesetter


def red_status(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects with red status, in the actors' own words."""
    columns = (*project_columns(setter.lang, 36, 34), field_column(Project, "status_reason", setter.lang, 86))
    return columns, _red(summary.red_status, setter)


def red_risk(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects with red risk, in the actors' own words."""
    columns = (*project_columns(setter.lang, 36, 34), field_column(Project, "risk_description", setter.lang, 86))
    return columns, _red(summary.red_risk, setter)


def _red(found: tuple[RedProject, ...], setter: Typesetter) -> tuple[Row, ...]:
    return tuple(
        Row(
            (*project_cells(each.project, setter), TableCell(typed=(each.reason,)) if each.reason else setter.missing())
        )
        for each in found
    )
