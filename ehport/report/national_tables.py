"""The tables of the national portfolio: entry criteria, segments and the activities of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ehport.analysis.criteria import BOTH, CriterionAnswers, NotMet
from ehport.analysis.roadmap import ProjectActivities
from ehport.analysis.segments import OFFICE, PLACES, SegmentView, crossed_fact
from ehport.analysis.summary import Summary
from ehport.form.field import field_of
from ehport.form.project import CRITERIA, Project, RoadmapActivity
from ehport.form.vocabulary import Answer, Segment
from ehport.lang.language import Lang, Text
from ehport.report.columns import NUMBER_WIDTH, asked, money_column, project_cells, project_columns
from ehport.report.table import FULL_WIDTH, Cell, Column, Content, Row, RowKind
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_CRITERION = Text("Kriterium", "Criterion")
_SHORT = (Text("Kriterium 1", "Criterion 1"), Text("Kriterium 2", "Criterion 2"))
_BOTH = Text("Begge kriteriene samlet", "Both criteria together")
_UNANSWERED = Text("Ikke besvart", "Not answered")
_REASON = Text("Aktørens begrunnelse", "The actor's reason")
_SEGMENT = Text("Segment", "Segment")
_UNPLACED = Text("Ikke plassert", "Not placed")
_COUNTS = (
    Text("Prosjekter, kontorets plassering", "Projects, as the office places them"),
    Text("Prosjekter, aktørenes vurdering", "Projects, as the actors see them"),
)
_MONEY = Text("Budsjett {year}, mill. kr", "Budget {year}, NOK million")
_ACTOR_SAYS = Text("Aktøren: {segment}", "Actor: {segment}")
_OFFICE_SAYS = Text("Kontorets plassering", "The office's placing")
_ACTOR, _OFFICE = Text("Aktøren", "The actor"), Text("Kontoret", "The office")
_ACTIVITIES = Text("Aktiviteter", "Activities")


def criteria(summary: Summary, setter: Typesetter) -> Content:
    """Return how many projects meet each entry criterion, and both."""
    lang, found = setter.lang, summary.national.criteria
    heads = (*(each.label[lang] for each in Answer), _UNANSWERED[lang])
    columns = (Column(_CRITERION[lang], 82), *(money_column(each, 22) for each in heads))
    if not found.is_answered:
        return columns, ()
    return columns, tuple(_criterion(each, setter) for each in found.lines)


def _criterion(line: CriterionAnswers, setter: Typesetter) -> Row:
    is_both = line.name == BOTH
    label = _BOTH[setter.lang] if is_both else field_of(Project, line.name).label[setter.lang]
    counts = (setter.count(len(found), line.fact(answer)) for answer, found in line.projects.items())
    return Row((Cell(text=label), *counts), RowKind.SUM if is_both else RowKind.PLAIN)


def criteria_not_met(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that do not wholly meet both criteria, with their actors' reasons."""
    short = (Column(each[setter.lang], 21) for each in _SHORT)
    columns = (*project_columns(setter.lang, 40, 30), *short, Column(_REASON[setter.lang], 44))
    return columns, tuple(_not_met(each, setter) for each in summary.national.criteria.not_met)


def _not_met(each: NotMet, setter: Typesetter) -> Row:
    answers = (each.answers[name] for name in CRITERIA)
    said = (Cell(text=answer.label[setter.lang]) if answer else setter.missing() for answer in answers)
    reason = Cell(typed=each.reasons) if each.reasons else setter.missing()
    return Row((*project_cells(each.project, setter), *said, reason))


def segments(summary: Summary, setter: Typesetter) -> Content:
    """Return projects and money of each segment, as the office and as the actors see it, if they do."""
    lang, found = setter.lang, summary.national.segments
    year = _MONEY.format(year=summary.budget_year)[lang]
    columns: tuple[Column, ...] = (Column(_SEGMENT[lang], FULL_WIDTH - 62 * len(found.sides)),)
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


def _of_side(view: SegmentView, segment: Segment | None, *, setter: Typesetter) -> Iterator[Cell]:
    fact, projects, budget = view.fact(segment), view.projects[segment], view.budgets[segment]
    yield setter.count(len(projects), f"{fact}.count")
    money = setter.total(budget, f"{fact}.budget", f"{fact}.missing.count")
    yield money if projects else setter.money(0, f"{fact}.budget")


def _all(summary: Summary, setter: Typesetter, sides: int) -> Row:
    count = setter.count(len(summary.projects), "projects.count")
    money = setter.total(summary.budget, "budget.total", "budget.missing.count")
    return Row((Cell(text=Word.TOTAL[setter.lang]), *(count, money) * sides), RowKind.SUM)


def segment_views(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects by segment as the office places them, against their actors' view."""
    lang, found = setter.lang, summary.national.segments
    rows = [each for each in PLACES if each or found.office.projects[None]]
    heads = [each for each in PLACES if each or found.actor.projects[None]]
    width = 132 / len(heads)
    said = [_ACTOR_SAYS.format(segment=each.label[lang] if each else Word.NOT_GIVEN[lang])[lang] for each in heads]
    columns = (Column(_OFFICE_SAYS[lang], 38), *(money_column(each, width) for each in said))
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
    columns = (*project_columns(lang, 64, 44), Column(_OFFICE[lang], 24), Column(_ACTOR[lang], 24))
    return columns, tuple(
        Row((*project_cells(each.project, setter), *(Cell(text=one.label[lang]) for one in (each.office, each.actor))))
        for each in summary.national.segments.differences
    )


def _place(segment: Segment | None, lang: Lang) -> Cell:
    if segment is None:
        return Cell(text=_UNPLACED[lang], missing=True)
    return Cell(text=segment.label[lang], note=segment.meaning[lang])


def roadmap(summary: Summary, setter: Typesetter) -> Content:
    """Return the activities of the roadmap by the projects that carry them out, with their number."""
    lang, found = setter.lang, summary.national.roadmap
    columns = (
        *project_columns(lang, 38, 30),
        money_column(_ACTIVITIES[lang], 16),
        asked(RoadmapActivity, "activity", lang, FULL_WIDTH - NUMBER_WIDTH - 38 - 30 - 16 - 20),
        asked(RoadmapActivity, "planned", lang, 20),
    )
    rows = [row for each in found for row in _activities(each, setter)]
    if rows:
        total = setter.count(sum(len(each.activities) for each in found), "roadmap.activities.count")
        rows.append(Row((Cell(text=Word.TOTAL[lang]), Cell(), Cell(), total, Cell(), Cell()), RowKind.SUM))
    return columns, tuple(rows)


def _activities(each: ProjectActivities, setter: Typesetter) -> Iterator[Row]:
    named = (*project_cells(each.project, setter), setter.count(len(each.activities), each.fact))
    for place, activity in enumerate(each.activities):
        planned = Cell(typed=(activity.planned_text,)) if activity.planned_text.strip() else setter.missing()
        yield Row((*(named if not place else (Cell(),) * len(named)), Cell(typed=(activity.name,)), planned))
