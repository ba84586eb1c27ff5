"""The table of the activities of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.analysis.roadmap import ProjectActivities
from ehport.analysis.summary import Summary
from ehport.form.project import RoadmapActivity
from ehport.lang.language import Text
from ehport.report.columns import NUMBER_WIDTH, field_column, money_column, project_cells, project_columns
from ehport.report.table import FULL_WIDTH, Content, Row, RowKind, TableCell
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_ACTIVITIES = Text("Aktiviteter", "Activities")


def roadmap(summary: Summary, setter: Typesetter) -> Content:
    """Return the activities of the roadmap by the projects that carry them out, with their number."""
    lang, found = setter.lang, summary.national.roadmap
    columns = (
        *project_columns(lang, 38, 30),
        money_column(_ACTIVITIES[lang], 16),
        field_column(RoadmapActivity, "activity", lang, FULL_WIDTH - NUMBER_WIDTH - 38 - 30 - 16 - 20),
        field_column(RoadmapActivity, "planned", lang, 20),
    )
    rows = [row for each in found for row in _activities(each, setter)]
    if rows:
        total = setter.count(sum(len(each.activities) for each in found), "roadmap.activities.count")
        rows.append(
            Row(
                (TableCell(text=Word.TOTAL[lang]), TableCell(), TableCell(), total, TableCell(), TableCell()),
                RowKind.SUM,
            )
        )
    return columns, tuple(rows)


def _activities(each: ProjectActivities, setter: Typesetter) -> Iterator[Row]:
    named = (*project_cells(each.project, setter), setter.count(len(each.activities), each.fact))
    for place, activity in enumerate(each.activities):
        planned = TableCell(typed=(activity.planned_text,)) if activity.planned_text.strip() else setter.missing()
        yield Row((*(named if not place else (TableCell(),) * len(named)), TableCell(typed=(activity.name,)), planned))
