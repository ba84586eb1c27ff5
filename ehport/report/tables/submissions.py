"""The tables of the actors who are late, and of those who touched nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.submissions import LateActor, UntouchedActor
from ehport.analysis.summary import Summary
from ehport.form.actor import Actor
from ehport.report.columns import field_column, money_column
from ehport.report.table import Content, Row, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word


def late(summary: Summary, setter: Typesetter) -> Content:
    """Return the actors whose submission of last round is used, with the numbers of their projects."""
    return _by_actor(summary.late, setter)


def untouched(summary: Summary, setter: Typesetter) -> Content:
    """Return the actors with projects that nobody touched, with their numbers."""
    return _by_actor(summary.untouched, setter)


def _by_actor(actors: Sequence[LateActor | UntouchedActor], setter: Typesetter) -> Content:
    lang = setter.lang
    columns = (
        field_column(Actor, "name", lang, 60),
        money_column(Word.PROJECTS[lang], 22),
        TableColumn(Word.NUMBER[lang], 88),
    )
    rows = (
        Row((TableCell(text=each.name), setter.count(len(each.projects), each.fact), setter.ids(each.projects)))
        for each in actors
    )
    return columns, tuple(rows)
