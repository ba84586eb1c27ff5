"""The tables of the segments, as office and actors see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ehport.analysis.segments import OFFICE, PLACES, SegmentView, crossed_fact
from ehport.analysis.summary import Summary
from ehport.form.vocabulary import Segment
from ehport.lang.language import Lang, Text
from ehport.report.columns import money_column, project_cells, project_columns
from ehport.report.table import FULL_WIDTH, Content, Row, RowKind, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_SEGMENT = Text("Segment", "Segment")
_UNPLACED = Text("Ikke plassert", "Not placed")
_COUNTS = (
    Text("Prosjekter, kontorets plassering", "Projects, as the office places them"),
    Text("Prosjekter, aktørenes vurdering", "Projects, as the actors see them"),
)
_ACTOR_SAYS = Text("Aktøren: {segment}", "Actor: {segment}")
_OFFICE_SAYS = Text("Kontorets plassering", "The office's placing")
_ACTOR, _OFFICE = Text("Aktøren", "The actor"), Text("Kontoret", "The office")


def segments(summary: Summary, setter: Typesetter) -> Content:
    """Return projects and money of each segment, as the office and as the actors see it, if they do."""
    lang, found = setter.lang, summary.national.segments
    year = Word.BUDGET_IN_MILLIONS.text(year=summary.budget_year)[lang]
    columns: tuple[TableColumn, ...] = (TableColumn(_SEGMENT[lang], FULL_WIDTH - 62 * len(found.sides)),)
    for view in found.sides:
        columns = (*columns, money_column(_COUNTS[view.side != OFFICE][lang], 34), money_column(year, 28))
    if not found.sides:
        return columns, ()
    used = [each for each in PLACES if each or any(view.projects[None] for view in found.sides)]
    rows = [
        Row((_place(each, lang), *(cell for view in found.sides for cell in _of_side(view, each, setter=setter))))
        for each in used
    ]
    return columns, (*rows, _all(summary, setter, len(found.sides)))


def _of_side(view: SegmentView, segment: Segment | None, *, setter: Typesetter) -> Iterator[TableCell]:
    fact, projects, budget = view.fact(segment), view.projects[segment], view.budgets[segment]
    yield setter.count(len(projects), f"{fact}.count")
    money = setter.total(budget, f"{fact}.budget", f"{fact}.missing.count")
    yield money if projects else setter.money(0, f"{fact}.budget")


def _all(summary: Summary, setter: Typesetter, sides: int) -> Row:
    count = setter.count(len(summary.projects), "projects.count")
    money = setter.total(summary.budget, "budget.total", "budget.missing.count")
    return Row((TableCell(text=Word.TOTAL[setter.lang]), *(count, money) * sides), RowKind.SUM)


def segment_views(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects by segment as the office places them, against their actors' view."""
    lang, found = setter.lang, summary.national.segments
    rows = [each for each in PLACES if each or found.office.projects[None]]
    heads = [each for each in PLACES if each or found.actor.projects[None]]
    width = 132 / len(heads)
    said = [_ACTOR_SAYS.format(segment=each.label[lang] if each else Word.NOT_GIVEN[lang])[lang] for each in heads]
    columns = (TableColumn(_OFFICE_SAYS[lang], 38), *(money_column(each, width) for each in said))
    if len(found.sides) < 2:
        return columns, ()
    made = []
    for office in rows:
        counts = (setter.count(len(found.crossed[office, actor]), crossed_fact(office, actor)) for actor in heads)
        made.append(Row((replace(_place(office, lang), note=""), *counts)))
    return columns, tuple(made)


def segment_differences(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that office and actor place in different segments."""
    lang = setter.lang
    columns = (*project_columns(lang, 64, 44), TableColumn(_OFFICE[lang], 24), TableColumn(_ACTOR[lang], 24))
    return columns, tuple(
        Row(
            (
                *project_cells(each.project, setter),
                *(TableCell(text=one.label[lang]) for one in (each.office, each.actor)),
            )
        )
        for each in summary.national.segments.differences
    )


def _place(segment: Segment | None, lang: Lang) -> TableCell:
    if segment is None:
        return TableCell(text=_UNPLACED[lang], missing=True)
    return TableCell(text=segment.label[lang], note=segment.meaning[lang])
