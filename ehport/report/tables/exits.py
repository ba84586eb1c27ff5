"""The table of the projects that left in earlier rounds."""

from __future__ import annotations

from ehport.analysis.exits import MOST_PRINTED, Exit
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.drawing import counted
from ehport.form.register import RegisterProject
from ehport.lang import dates, numbers
from ehport.lang.language import Text
from ehport.report.columns import field_column
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_LEFT, _REASON = Text("Siste runde", "Last round"), Text("Grunn og veien videre", "Reason and next steps")
_GONE = Text("Ikke lenger i registeret", "No longer in the register")
_MORE = Text("Før disse gikk {projects} ut.", "Before these {projects} left.")


def exits(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects that left before this round, the last first: when, why and with which result."""
    lang = setter.lang
    columns = (
        TableColumn(Word.NUMBER[lang], 12),
        TableColumn(Word.PROJECT[lang], 36),
        TableColumn(Word.RESPONSIBLE[lang], 30),
        TableColumn(_LEFT[lang], 22),
        TableColumn(_REASON[lang], 38),
        field_column(RegisterProject, "result", lang, 32),
    )
    rows = [_exit(each, setter) for each in summary.exits[:MOST_PRINTED]]
    if more := len(summary.exits) - len(rows):
        text = sentence(_MORE[lang], projects=counted(more, lang, "exits.more.count"))
        rows.append(Row((TableCell(text=text),), spans=len(columns)))
    return columns, tuple(rows)


def _exit(each: Exit, setter: Typesetter) -> Row:
    state = each.state.label if each.state else _GONE
    when = dates.month(each.last_round, setter.lang) if each.last_round else numbers.MISSING
    told = (TableCell(typed=(text,)) if text else setter.missing() for text in (each.next_steps, each.result))
    return Row(
        (
            TableCell(text=each.id),
            TableCell(text=each.name, written=True),
            TableCell(text=each.responsible, written=True),
            TableCell(text=when, note=state[setter.lang]),
            *told,
        )
    )
