"""The tables of how completely actors answer, and of what the office replaced."""

from __future__ import annotations

from ehport.analysis.printed import Printed
from ehport.analysis.quality import ActorQuality, AppliedAdjustment
from ehport.analysis.summary import Summary
from ehport.form.actor import Actor
from ehport.form.field import field_of, fields_of
from ehport.form.project import FinancingTotal, Project
from ehport.form.register import Adjustment
from ehport.lang import numbers
from ehport.lang.language import Text
from ehport.report.columns import field_column, money_column
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_REQUIRED = Text("Obligatoriske svar", "Required answers")
_ANSWERED = Text("Besvart", "Answered")
_SHARE = Text("Andel", "Share")
_RESERVED = Text("Brukt med forbehold", "Used with a reservation")
_UNREAD = Text("Ikke brukbare", "Not usable")
_SUBMITTED = Text("Meldt", "Submitted")
_USED = Text("Brukt i rapporten", "Used in the report")


def adjustments(summary: Summary, setter: Typesetter) -> Content:
    """Return every submitted value that the office replaced, with the reason and whom it was agreed with."""
    lang = setter.lang
    columns = (
        TableColumn(Word.NUMBER[lang], 11),
        TableColumn(Word.PROJECT[lang], 36),
        field_column(Adjustment, "field", lang, 24),
        TableColumn(_SUBMITTED[lang], 24),
        TableColumn(_USED[lang], 16),
        field_column(Adjustment, "reason", lang, 59),
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
            TableCell(text=label),
            TableCell(typed=(each.submitted,)) if each.submitted else setter.missing(),
            TableCell(text=each.value, written=True),
            TableCell(typed=reason),
        )
    )


def quality(summary: Summary, setter: Typesetter) -> Content:
    """Return how completely each actor answered, and what could not be read."""
    lang = setter.lang
    columns = (
        field_column(Actor, "name", lang, 56),
        money_column(Word.PROJECTS[lang], 18),
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
    share = TableCell(text=Printed(numbers.percent(each.share, setter.lang), f"{each.fact}.share"))
    return Row((TableCell(text=each.name), *counts[:3], share, *counts[3:]))
