"""The tables of the entry criteria."""

from __future__ import annotations

from ehport.analysis.criteria import BOTH, CriterionAnswers, NotMet
from ehport.analysis.summary import Summary
from ehport.form.field import field_of
from ehport.form.project import CRITERIA, Project
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text
from ehport.report.columns import money_column, project_cells, project_columns
from ehport.report.table import Content, Row, RowKind, TableCell, TableColumn
from ehport.report.typesetter import Typesetter

_CRITERION = Text("Kriterium", "Criterion")
_SHORT = (Text("Kriterium 1", "Criterion 1"), Text("Kriterium 2", "Criterion 2"))
_BOTH = Text("Begge kriteriene samlet", "Both criteria together")
_UNANSWERED = Text("Ikke besvart", "Not answered")
_REASON = Text("Aktørens begrunnelse", "The actor's reason")


def criteria(summary: Summary, setter: Typesetter) -> Content:
    """Return how many projects meet each entry criterion, and both."""
    lang, found = setter.lang, summary.national.criteria
    heads = (*(each.label[lang] for each in Answer), _UNANSWERED[lang])
    columns = (TableColumn(_CRITERION[lang], 82), *(money_column(each, 22) for each in heads))
    if not found.is_answered:
        return columns, ()
    return columns, tuple(_criterion(each, setter) for each in found.lines)


def _criterion(line: CriterionAnswers, setter: Typesetter) -> Row:
    is_both = line.name == BOTH
    label = _BOTH[setter.lang] if is_both else field_of(Project, line.name).label[setter.lang]
    counts = (setter.count(len(found), line.fact(answer)) for answer, found in line.projects.items())
    return Row((TableCell(text=label), *counts), RowKind.SUM if is_both else RowKind.PLAIN)


def criteria_not_met(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that do not wholly meet both criteria, with their actors' reasons."""
    short = (TableColumn(each[setter.lang], 21) for each in _SHORT)
    columns = (*project_columns(setter.lang, 40, 30), *short, TableColumn(_REASON[setter.lang], 44))
    return columns, tuple(_not_met(each, setter) for each in summary.national.criteria.not_met)


def _not_met(each: NotMet, setter: Typesetter) -> Row:
    answers = (each.answers[name] for name in CRITERIA)
    said = (TableCell(text=answer.label[setter.lang]) if answer else setter.missing() for answer in answers)
    reason = TableCell(typed=each.reasons) if each.reasons else setter.missing()
    return Row((*project_cells(each.project, setter), *said, reason))
