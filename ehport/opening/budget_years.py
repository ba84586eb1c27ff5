"""Money kept under its own years when a round has a later budget year than the round before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ehport.diagnostics.text import short
from ehport.form.answers import Answers, Left, Row
from ehport.form.field import Field, field_of, fields_of, lists
from ehport.form.project import Project
from ehport.lang.folding import words
from ehport.lang.language import Lang, Text
from ehport.model.moved_money import EARLIER, LATER, added, divided, gone, is_carried, moved_row
from ehport.model.portfolio import PERIODS
from ehport.model.submission import Entry

MOST = 3  # years; further on, what was later would be divided between more columns than there are


def move_amounts(given: Answers, years: int, budget_year: int) -> Answers:
    """Return answers with every amount under its own year; ``budget_year`` is the one they were given for.

    What falls into the years before is added to what was there. What cannot be added or divided with certainty goes
    along with a mark, so that no money is lost, and is left to the actor to settle.
    """
    rows, left = dict(given.rows), []
    for each in _by_year(rows):
        move = _Move(each, years, budget_year)
        left += [found for place, row in enumerate(rows[each.name]) for found in move.left(row, place)]
        rows[each.name] = tuple(moved_row(row, years) for row in rows[each.name]) if years else rows[each.name]
    return replace(given, rows=rows, left=tuple(left))


def with_money_left_open(given: Answers, prefilled: Entry[Project], moved: Answers) -> Answers:
    """Return answers with the money that an actor left open when the budget year had moved.

    ``moved`` is what the round before said, under the years of this one. A cell that was ``prefilled`` and is empty now
    was emptied by its actor, and stays so.
    """
    rows = dict(given.rows)
    for each in _by_year(rows):
        own, before = rows[each.name], moved.rows.get(each.name, ())
        entries = prefilled.rows.get(each.name, ())
        rows[each.name] = tuple(
            {**_open(_same(row, before, each), row, entry), **row} for row, entry in zip(own, entries, strict=True)
        )
    return replace(given, rows=rows)


def _by_year(rows: Mapping[str, tuple[Row, ...]]) -> Iterator[Field]:
    """Yield the lists among some rows whose columns are periods."""
    for each in lists(fields_of(Project)):
        if each.name in rows and {*PERIODS} <= {column.name for column in fields_of(each.rows.record)}:
            yield each


def _same(row: Row, before: Iterable[Row], listed: Field) -> Row:
    """Return the row of the round before that is about the same; of a list without names there is only one."""
    first = fields_of(listed.rows.record)[0].name
    named = "" if first in PERIODS else words(row.get(first, ""))
    return next((each for each in before if first in PERIODS or words(each.get(first, "")) == named), {})


def _open(before: Row, row: Row, entry: Entry[Any]) -> Row:
    marked = {name: before[name] for name in (EARLIER, LATER) if is_carried(before.get(name, ""))}
    return {name: text for name, text in marked.items() if not row.get(name) and name not in entry.before}


@dataclass(frozen=True, slots=True)
class _Move:
    """The amounts of one list, moved by some years."""

    listed: Field
    years: int
    budget_year: int

    def left(self, row: Row, place: int) -> Iterator[Left]:
        """Yield what of a row the actor has to add or divide."""
        if not self.years:
            for name in (EARLIER, LATER):
                if is_carried(text := row.get(name, "")):
                    yield Left(self.listed.name, place, name, self._told(_SETTLE, {name: text}, [name]))
            return
        past, later = gone(row, self.years), row.get(LATER, "")
        if any(past.values()) and not added(past.values()):
            yield Left(self.listed.name, place, EARLIER, self._told(_ADD, past, [EARLIER]))
        if later and added([later]) != "0":
            yield Left(self.listed.name, place, LATER, self._told(_DIVIDE, {LATER: later}, divided(self.years)))

    def _told(self, told: Text, said: Mapping[str, str], into: Iterable[str]) -> Text:
        def said_in(lang: Lang) -> str:
            parts = (f"{self._label(name, lang)} ({short(text) or _EMPTY[lang]})" for name, text in said.items())
            targets = (self._label(name, lang, self.years) for name in into)
            return told[lang].format(parts=_AND[lang].join(parts), targets=_AND[lang].join(targets))

        return Text(*map(said_in, Lang))

    def _label(self, period: str, lang: Lang, years: int = 0) -> str:
        return field_of(self.listed.rows.record, period).heading(lang, self.budget_year + years)


_AND, _EMPTY = Text(" og ", " and "), Text("tomt", "empty")
_ADD = Text("Legg selv sammen i {targets}: {parts}", "Add up yourself in {targets}: {parts}")
_SETTLE = Text("Skriv selv beløpet i {targets}: {parts}", "Write the amount yourself in {targets}: {parts}")
_DIVIDE = Text("Fordel selv på {targets}: {parts}", "Divide yourself between {targets}: {parts}")
