"""Money kept under its own years when a round has a later budget year than the round before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ehport.diagnostics.text import short
from ehport.form.answers import Answers, Left, Row
from ehport.form.field import Field, field_of, fields_of, lists
from ehport.form.kinds import Amount
from ehport.form.project import Project
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import PERIODS

MOST = 3  # years; further on, what was later would be divided between more columns than there are
_EARLIER, *_YEARS, _LATER = PERIODS
_AMOUNT = Amount()


def moved_on(given: Answers, years: int, budget_year: int) -> Answers:
    """Return answers with every amount under its own year; ``budget_year`` is the one they were given for.

    What falls into the years before is added to what was there, when both are plain amounts. What cannot be added or
    divided with certainty is left to the actor.
    """
    if years == 0:
        return given
    rows, left = dict(given.rows), []
    for each in lists(fields_of(Project)):
        if each.name in rows and {*PERIODS} <= {column.name for column in fields_of(each.rows.record)}:
            move = _Move(each, years, budget_year)
            left += [found for place, row in enumerate(rows[each.name]) for found in move.left(row, place)]
            rows[each.name] = tuple(map(move.row, rows[each.name]))
    return replace(given, rows=rows, left=tuple(left))


@dataclass(frozen=True, slots=True)
class _Move:
    """The amounts of one list, moved by some years."""

    listed: Field
    years: int
    budget_year: int

    def row(self, row: Row) -> Row:
        """Return a row with its amounts under their years; what is left to the actor is not in it."""
        kept = {name: text for name, text in row.items() if name not in PERIODS}
        if total := _sum(self._gone(row).values()):
            kept[_EARLIER] = total
        kept |= {after: row[name] for name, after in zip(_YEARS[self.years :], _YEARS, strict=False) if row.get(name)}
        if _sum([row.get(_LATER, "")]) == "0":
            kept |= dict.fromkeys(self._divided, "0")
        return kept

    def left(self, row: Row, place: int) -> Iterator[Left]:
        """Yield what of a row the actor has to add or divide."""
        gone, later = self._gone(row), row.get(_LATER, "")
        if any(gone.values()) and _sum(gone.values()) is None:
            yield Left(self.listed.name, place, _EARLIER, self._told(_ADD, gone, [_EARLIER]))
        if later and _sum([later]) != "0":
            yield Left(self.listed.name, place, _LATER, self._told(_DIVIDE, {_LATER: later}, self._divided))

    def _gone(self, row: Row) -> dict[str, str]:
        """Return the periods that fall into the years before."""
        return {name: row.get(name, "") for name in (_EARLIER, *_YEARS[: self.years])}

    @property
    def _divided(self) -> tuple[str, ...]:
        """The periods that what was later is divided between."""
        return (*_YEARS[len(_YEARS) - self.years :], _LATER)

    def _told(self, told: Text, said: Mapping[str, str], into: Iterable[str]) -> Text:
        def words(lang: Lang) -> str:
            parts = (f"{self._label(name, lang)} ({short(text) or _EMPTY[lang]})" for name, text in said.items())
            targets = (self._label(name, lang, self.years) for name in into)
            return told[lang].format(parts=_AND[lang].join(parts), targets=_AND[lang].join(targets))

        return Text(*map(words, Lang))

    def _label(self, period: str, lang: Lang, years: int = 0) -> str:
        return field_of(self.listed.rows.record, period).heading(lang, self.budget_year + years)


def _sum(texts: Iterable[str]) -> str | None:
    """Return plain amounts added, as they are written in a cell; nothing when one of them is something else."""
    readings = [_AMOUNT.parse(text) for text in texts]
    amounts = [read.value for read in readings if read.value is not None and not read.flags]
    if len(amounts) < len(readings):
        return None
    return f"{(Decimal(sum(amounts)) / 1000).normalize():f}".replace(".", ",")


_AND, _EMPTY = Text(" og ", " and "), Text("tomt", "empty")
_ADD = Text("Legg selv sammen i {targets}: {parts}", "Add up yourself in {targets}: {parts}")
_DIVIDE = Text("Fordel selv på {targets}: {parts}", "Divide yourself between {targets}: {parts}")
