"""The opening of appendix 2: who handed in which projects."""

from __future__ import annotations

from ehport.form.actor import Actor
from ehport.lang.language import Text
from ehport.report.columns import field_column
from ehport.report.report import Report
from ehport.report.table import Row, Table, TableCell, TableColumn
from ehport.report.wording import Word

_COUNT = Text("Antall", "Count")
_NUMBERS = Text("Prosjektnummer", "Project numbers")


def senders(report: Report) -> Table:
    """Return each actor with the numbers of the projects it handed in, and last those that nobody handed in."""
    lang, setter = report.lang, report.typesetter
    columns = (
        field_column(Actor, "name", lang, 42),
        TableColumn(_COUNT[lang], 16, number=True),
        TableColumn(_NUMBERS[lang], 112),
    )
    rows = []
    for submission in report.portfolio.submissions:
        ids = [each.id for each in report.paged if each.submission is submission]
        name = report.portfolio.called(submission)
        rows.append(
            Row(
                (
                    TableCell(text=name),
                    setter.count(len(ids), f"submissions.{submission.actor_id}.count"),
                    setter.ids(ids),
                )
            )
        )
    missing = [each.id for each in report.paged if each.submission is None]
    if missing:
        count = setter.count(len(missing), "projects.not_handed_in.count")
        rows.append(Row((TableCell(text=Word.NOT_HANDED_IN[lang]), count, setter.ids(missing))))
    return setter.explained(Table(name="innmeldinger", columns=columns, rows=tuple(rows), style="data"))
