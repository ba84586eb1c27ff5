"""The table of what has moved since it was first planned."""

from __future__ import annotations

from dataclasses import replace

from ehport.analysis.baseline import Baseline
from ehport.analysis.printed import Printed, sentence
from ehport.analysis.summary import Summary
from ehport.figures.drawing import counted
from ehport.form.kinds import When
from ehport.form.planned import PlannedTime
from ehport.lang import numbers
from ehport.lang.counting import verbs
from ehport.lang.language import Text
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_FIRST_END, _END = Text("Slutt, først planlagt", "End, first planned"), Text("Slutt nå", "End now")
_MONTHS, _CHANGE = Text("Måneder senere", "Months later"), Text("Endring, mill. kr", "Change, NOK million")
_FIRST_COST = Text("Kostnad, først planlagt, mill. kr", "Cost, first planned, NOK million")
_COST, _ROUNDS = Text("Kostnad nå, mill. kr", "Cost now, NOK million"), Text("Runder", "Rounds")
_KEPT = Text(
    "I tillegg har {projects} den slutten og den kostnaden som først var planlagt.",
    "Beside these {projects} {have} the end and the cost that were first planned.",
)
_NOBODY_KNOWS = TableCell(text=numbers.MISSING, missing=True)
_UNKNOWN = (_NOBODY_KNOWS,) * 3


def baseline(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that end at another time, or cost something else, than first planned."""
    lang = setter.lang
    columns = (
        TableColumn(Word.NUMBER[lang], 12),
        TableColumn(Word.PROJECT[lang], 37),
        TableColumn(_FIRST_END[lang], 26),
        TableColumn(_END[lang], 26),
        TableColumn(_MONTHS[lang], 14, number=True),
        TableColumn(_FIRST_COST[lang], 17, number=True),
        TableColumn(_COST[lang], 14, number=True),
        TableColumn(_CHANGE[lang], 13, number=True),
        TableColumn(_ROUNDS[lang], 11, number=True),
    )
    rows = [_planned(each, summary, setter) for each in summary.baselines if not each.is_kept]
    kept = sum(each.is_kept for each in summary.baselines)
    if rows and kept:
        text = sentence(_KEPT[lang], projects=counted(kept, lang, "baseline.kept.count"), **verbs(kept))
        rows.append(Row((TableCell(text=text),), spans=len(columns)))
    return columns, tuple(rows)


def _planned(each: Baseline, summary: Summary, setter: Typesetter) -> Row:
    project = summary.everyone[each.project]
    rounds = setter.count(each.rounds, f"{each.fact}.rounds.count")
    cells = (*_ends(each, setter), *_cost(each, setter), rounds)
    return Row((setter.number(project), setter.name(project), *cells))


def _ends(each: Baseline, setter: Typesetter) -> tuple[TableCell, ...]:
    """Return the end as first planned, the end now, and the months between them."""
    plan = each.ends
    if plan is None or not isinstance(plan.first, PlannedTime) or not isinstance(plan.now, PlannedTime):
        return _UNKNOWN
    first = Printed(When().format(plan.first, setter.lang), f"{each.fact}.ends.first")
    now = Printed(When().format(plan.now, setter.lang), f"project.{each.project}.ends")
    if plan.change is None:
        return TableCell(text=first), TableCell(text=now), _NOBODY_KNOWS
    months = numbers.signed(plan.change, numbers.number(plan.change, setter.lang))
    return (
        TableCell(text=first),
        TableCell(text=now),
        TableCell(text=Printed(months, f"{each.fact}.ends.months", "fortegn")),
    )


def _cost(each: Baseline, setter: Typesetter) -> tuple[TableCell, ...]:
    """Return the cost as first planned, the cost now, and the difference with its percentage."""
    plan, name = each.cost, f"{each.fact}.total_cost"
    if plan is None or not isinstance(plan.first, int) or not isinstance(plan.now, int):
        return _UNKNOWN
    change = setter.signed_money(plan.change or 0, f"{name}.change")
    if plan.percent:
        change = replace(change, note=Printed(numbers.percent(plan.percent, setter.lang), f"{name}.percent"))
    first = setter.money(plan.first, f"{name}.first")
    return first, setter.money(plan.now, f"project.{each.project}.total_cost"), change
