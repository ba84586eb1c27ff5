"""The tables of what the numbers rest on: operating costs, completeness, adjustments and exemptions."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.operations import ReportedCost
from ehport.analysis.printed import Printed
from ehport.analysis.quality import ActorQuality, AppliedAdjustment
from ehport.analysis.submissions import LateActor, UntouchedActor
from ehport.analysis.summary import Summary
from ehport.form.field import field_of, fields_of
from ehport.form.project import FinancingTotal, Project
from ehport.form.register import Adjustment, SolutionUse
from ehport.form.vocabulary import Answer
from ehport.lang import numbers
from ehport.lang.language import Text
from ehport.report.columns import asked, money_column, project_cells, project_columns
from ehport.report.table import Cell, Column, Content, Row, RowKind
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_SOLUTIONS_WIDTH = 78.0
_COUNTED = Text("Prosjekter", "Projects")
_REQUIRED = Text("Obligatoriske svar", "Required answers")
_ANSWERED = Text("Besvart", "Answered")
_SHARE = Text("Andel", "Share")
_RESERVED = Text("Lest med forbehold", "Read with a reservation")
_UNREAD = Text("Ikke lesbare", "Not readable")
_SUBMITTED = Text("Meldt", "Submitted")
_USED = Text("Brukt i rapporten", "Used in the report")
_ACTOR = Text("Aktør", "Actor")
_READ = Text("Lest som, mill. kr", "Read as, NOK million")


def solutions(summary: Summary, setter: Typesetter) -> Content:
    """Return which projects make which national solutions dearer to operate."""
    lang, found = setter.lang, summary.operations
    lengths = [len(each) + 2 for each in found.solutions]
    widths = [round(_SOLUTIONS_WIDTH * each / sum(lengths), 1) for each in lengths]
    columns = (
        Column(Word.NUMBER[lang], 11),
        asked(SolutionUse, "name", lang, 46),
        asked(SolutionUse, "owner", lang, 35),
        *(Column(each, width) for each, width in zip(found.solutions, widths, strict=True)),
    )
    yes = Answer.YES.label[lang]
    short = {each.name: each.short_name for each in summary.organisations}
    rows = []
    for use in found.uses:
        marks = (Cell(text=yes if each in use.solutions else "") for each in found.solutions)
        named = setter.name(use.project) if use.project else Cell(text=use.name)
        number = setter.number(use.project) if use.project else Cell(text=use.id)
        rows.append(Row((number, named, Cell(text=short.get(use.owner, use.owner)), *marks)))
    return columns, tuple(rows)


def reported(summary: Summary, setter: Typesetter) -> Content:
    """Return what the projects themselves report as their yearly operating cost, as typed and as read."""
    lang, found = setter.lang, summary.operations
    columns = (
        *project_columns(lang, 62, 40),
        asked(Project, "operating_cost", lang, 32),
        money_column(_READ[lang], 22),
    )
    rows = [
        Row((*project_cells(each.project, setter), Cell(typed=(each.text,)), _operating_cost(each, setter)))
        for each in found.reported
        if each.text
    ]
    if rows:
        total = setter.total(found.reported_total, "operations.reported.total", "operations.reported.missing.count")
        rows.append(Row((Cell(text=Word.TOTAL[lang]), Cell(), Cell(), Cell(), total), RowKind.SUM))
    return columns, tuple(rows)


def _operating_cost(found: ReportedCost, setter: Typesetter) -> Cell:
    return setter.money(found.amount, f"{found.project.fact}.operating_cost")


def adjustments(summary: Summary, setter: Typesetter) -> Content:
    """Return every submitted value that the office replaced, with the reason and whom it was agreed with."""
    lang = setter.lang
    columns = (
        Column(Word.NUMBER[lang], 11),
        Column(Word.PROJECT[lang], 36),
        asked(Adjustment, "field", lang, 24),
        Column(_SUBMITTED[lang], 24),
        Column(_USED[lang], 16),
        asked(Adjustment, "reason", lang, 59),
    )
    return columns, tuple(_adjustment(each, summary, setter) for each in summary.adjustments)


def _adjustment(each: AppliedAdjustment, summary: Summary, setter: Typesetter) -> Row:
    periods = {field.name: field for field in fields_of(FinancingTotal)}
    declared = periods.get(each.field) or field_of(Project, each.field)
    label = declared.heading(setter.lang, summary.budget_year)
    if each.field in periods:
        label = Word.BUDGET.text(year=label)[setter.lang]
    reason = tuple(filter(None, (each.reason, each.agreed_with)))
    return Row(
        (
            setter.number(each.project),
            setter.name(each.project),
            Cell(text=label),
            Cell(typed=(each.submitted,)) if each.submitted else setter.missing(),
            Cell(text=each.value, written=True),
            Cell(typed=reason),
        )
    )


def quality(summary: Summary, setter: Typesetter) -> Content:
    """Return how completely each actor answered, and what could not be read."""
    lang = setter.lang
    columns = (
        Column(_ACTOR[lang], 56),
        money_column(_COUNTED[lang], 18),
        money_column(_REQUIRED[lang], 22),
        money_column(_ANSWERED[lang], 18),
        money_column(_SHARE[lang], 14),
        money_column(_RESERVED[lang], 22),
        money_column(_UNREAD[lang], 20),
    )
    return columns, tuple(_quality(each, setter) for each in summary.quality)


def _quality(each: ActorQuality, setter: Typesetter) -> Row:
    measures = ("projects", "required", "answered", "reserved", "unread")
    counts = [setter.count(getattr(each, measure), f"{each.fact}.{measure}.count") for measure in measures]
    share = Cell(text=Printed(numbers.percent(each.share, setter.lang), f"{each.fact}.share"))
    return Row((Cell(text=each.name), *counts[:3], share, *counts[3:]))


def late(summary: Summary, setter: Typesetter) -> Content:
    """Return the actors whose submission of last round is used, with the numbers of their projects."""
    return _by_actor(summary.late, setter)


def untouched(summary: Summary, setter: Typesetter) -> Content:
    """Return the actors with projects that nobody touched, with their numbers."""
    return _by_actor(summary.untouched, setter)


def _by_actor(actors: Sequence[LateActor | UntouchedActor], setter: Typesetter) -> Content:
    lang = setter.lang
    columns = (Column(_ACTOR[lang], 60), money_column(_COUNTED[lang], 22), Column(Word.NUMBER[lang], 88))
    rows = (
        Row((Cell(text=each.name), setter.count(len(each.projects), each.fact), setter.ids(each.projects)))
        for each in actors
    )
    return columns, tuple(rows)
