"""The tables of what projects wait for and plan: what is urgent, what has moved since the first plan, who left."""

from __future__ import annotations

from dataclasses import replace

from ehport.analysis.baseline import Baseline
from ehport.analysis.exits import MOST_PRINTED, Exit
from ehport.analysis.printed import Printed, sentence
from ehport.analysis.summary import Summary
from ehport.analysis.waiting import Need
from ehport.figures.drawing import counted
from ehport.form.kinds import When
from ehport.form.planned import PlannedTime
from ehport.form.project import Dependency
from ehport.form.register import RegisterProject
from ehport.form.vocabulary import Rating
from ehport.lang import dates, numbers
from ehport.lang.language import Text
from ehport.report.columns import asked
from ehport.report.table import Cell, Column, Content, Row
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_OUT = Text("Fristen er ute", "The time is out")
_NEEDS_RED = Text("Trenger et rødt prosjekt", "Needs a red project")
_FIRST_END, _END = Text("Slutt, først planlagt", "End, first planned"), Text("Slutt nå", "End now")
_MONTHS, _CHANGE = Text("Måneder senere", "Months later"), Text("Endring, mill. kr", "Change, NOK million")
_FIRST_COST = Text("Kostnad, først planlagt, mill. kr", "Cost, first planned, NOK million")
_COST, _ROUNDS = Text("Kostnad nå, mill. kr", "Cost now, NOK million"), Text("Runder", "Rounds")
_KEPT = Text(
    "I tillegg har {projects} den slutten og den kostnaden som først var planlagt.",
    "Beside these {projects} have the end and the cost that were first planned.",
)
_LEFT, _REASON = Text("Siste runde", "Last round"), Text("Grunn og veien videre", "Reason and next steps")
_GONE = Text("Ikke lenger i registeret", "No longer in the register")
_NOBODY_KNOWS = Cell(text=numbers.MISSING, missing=True)
_UNKNOWN = (_NOBODY_KNOWS,) * 3
_MORE = Text("Før disse gikk {projects} ut.", "Before these {projects} left.")


def urgent(summary: Summary, setter: Typesetter) -> Content:
    """Return the dependencies that are red or overdue, the red ones first, as they are reported."""
    lang = setter.lang
    columns = (
        Column(Word.NUMBER[lang], 11),
        Column(Word.PROJECT[lang], 38),
        asked(Dependency, "on", lang, 34),
        asked(Dependency, "what", lang, 50),
        asked(Dependency, "due", lang, 17),
        asked(Dependency, "status", lang, 20),
    )
    return columns, tuple(_urgent(each, summary, setter) for each in summary.waiting.urgent)


def _urgent(need: Need, summary: Summary, setter: Typesetter) -> Row:
    project = summary.everyone[need.project]
    told = (Cell(typed=(text,)) if text else setter.missing() for text in (need.on, need.what, need.due_text))
    why = {_NEEDS_RED: need.is_red and need.status is not Rating.RED, _OUT: need.is_overdue}
    note = ". ".join(text[setter.lang] for text, applies in why.items() if applies)
    status = replace(setter.rating(need.status), note=note)
    return Row((setter.number(project), setter.name(project), *told, status))


def baseline(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that end at another time, or cost something else, than first planned."""
    lang = setter.lang
    columns = (
        Column(Word.NUMBER[lang], 12),
        Column(Word.PROJECT[lang], 37),
        Column(_FIRST_END[lang], 26),
        Column(_END[lang], 26),
        Column(_MONTHS[lang], 14, number=True),
        Column(_FIRST_COST[lang], 17, number=True),
        Column(_COST[lang], 14, number=True),
        Column(_CHANGE[lang], 13, number=True),
        Column(_ROUNDS[lang], 11, number=True),
    )
    rows = [_planned(each, summary, setter) for each in summary.baselines if not each.is_kept]
    kept = sum(each.is_kept for each in summary.baselines)
    if rows and kept:
        text = sentence(_KEPT[lang], projects=counted(kept, lang, "baseline.kept.count"))
        rows.append(Row((Cell(text=text),), spans=len(columns)))
    return columns, tuple(rows)


def _planned(each: Baseline, summary: Summary, setter: Typesetter) -> Row:
    project = summary.everyone[each.project]
    rounds = setter.count(each.rounds, f"{each.fact}.rounds.count")
    cells = (*_ends(each, setter), *_cost(each, setter), rounds)
    return Row((setter.number(project), setter.name(project), *cells))


def _ends(each: Baseline, setter: Typesetter) -> tuple[Cell, ...]:
    """Return the end as first planned, the end now, and the months between them."""
    plan = each.ends
    if plan is None or not isinstance(plan.first, PlannedTime) or not isinstance(plan.now, PlannedTime):
        return _UNKNOWN
    first = Printed(When().format(plan.first, setter.lang), f"{each.fact}.ends.first")
    now = Printed(When().format(plan.now, setter.lang), f"project.{each.project}.ends")
    if plan.change is None:
        return Cell(text=first), Cell(text=now), _NOBODY_KNOWS
    months = numbers.signed(plan.change, numbers.number(plan.change, setter.lang))
    return Cell(text=first), Cell(text=now), Cell(text=Printed(months, f"{each.fact}.ends.months", "fortegn"))


def _cost(each: Baseline, setter: Typesetter) -> tuple[Cell, ...]:
    """Return the cost as first planned, the cost now, and the difference with its percentage."""
    plan, name = each.cost, f"{each.fact}.total_cost"
    if plan is None or not isinstance(plan.first, int) or not isinstance(plan.now, int):
        return _UNKNOWN
    change = setter.signed_money(plan.change or 0, f"{name}.change")
    if plan.percent:
        change = replace(change, note=Printed(numbers.percent(plan.percent, setter.lang), f"{name}.percent"))
    first = setter.money(plan.first, f"{name}.first")
    return first, setter.money(plan.now, f"project.{each.project}.total_cost"), change


def exits(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that left before this round, the last first: when, why and with which result."""
    lang = setter.lang
    columns = (
        Column(Word.NUMBER[lang], 12),
        Column(Word.PROJECT[lang], 36),
        Column(Word.RESPONSIBLE[lang], 30),
        Column(_LEFT[lang], 22),
        Column(_REASON[lang], 38),
        asked(RegisterProject, "result", lang, 32),
    )
    rows = [_exit(each, setter) for each in summary.exits[:MOST_PRINTED]]
    if more := len(summary.exits) - len(rows):
        text = sentence(_MORE[lang], projects=counted(more, lang, "exits.more.count"))
        rows.append(Row((Cell(text=text),), spans=len(columns)))
    return columns, tuple(rows)


def _exit(each: Exit, setter: Typesetter) -> Row:
    state = each.state.label if each.state else _GONE
    when = dates.month(each.last_round, setter.lang) if each.last_round else numbers.MISSING
    told = (Cell(typed=(text,)) if text else setter.missing() for text in (each.next_steps, each.result))
    return Row(
        (
            Cell(text=each.id),
            Cell(text=each.name, written=True),
            Cell(text=each.responsible, written=True),
            Cell(text=when, note=state[setter.lang]),
            *told,
        )
    )
