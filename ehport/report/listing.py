"""A list of a submission as a table: its columns by kind, its cells as typed, what nobody filled in left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ehport.form.field import Field, fields_of
from ehport.form.kinds import Amount, Categories, Choice, Line, ProjectId, Prose, When, Year
from ehport.form.vocabulary import Rating
from ehport.lang import numbers
from ehport.lang.folding import fold
from ehport.model.round import Round
from ehport.model.submission import Entry
from ehport.report.table import FULL_WIDTH, SIDE_WIDTH, RatingMark, Row, RowKind, Table, TableCell, TableColumn
from ehport.report.typesetter import Typesetter

PERIOD_WIDTH = 21.0
_WIDTHS: dict[type, float] = {
    Amount: PERIOD_WIDTH,
    When: 18.0,
    Choice: 16.0,
    Categories: 13.0,
    ProjectId: 20.0,
    Year: 16.0,
}
_MANY_AMOUNTS = 3  # periods: they stay when empty, so that years stand under each other on every page
_LONG_LINE = 150
_SHORT_SUM = 6  # rows of money that stand on one page with their sum
_CODE, _CODE_WIDTH = 40, 15.0
_PER_SIGN, _PADDING, _WIDEST = 1.75, 2.5, 34.0  # mm in the size of tables: a word's sign, and the space around it
LONG_ROW = 600


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question without an answer; in a list its columns, and the rows that were ``named`` and nothing more."""

    question: str
    columns: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list's table, nothing when the list is empty, and what was not answered in it."""

    table: Table | None
    unanswered: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class ListContext:
    """What decides how answers are printed besides the answers: the round and the language.

    ``used`` are the columns of lists that somebody filled in, as list and column; without it all may be.
    """

    round: Round
    setter: Typesetter
    used: frozenset[tuple[str, str]] | None = None

    def heading(self, field: Field) -> str:
        """Return a field's label with the years of the round in it."""
        return field.heading(self.setter.lang, self.round.budget_year)

    def is_used(self, listed: Field, column: Field) -> bool:
        """Tell whether somebody filled in a column of a list; one that nobody did is not missed on any page."""
        return self.used is None or (listed.name, column.name) in self.used


def listing(listed: Field, total: Field | None, entry: Entry[Any], asked: ListContext) -> PrintedList:
    """Return a list of an entry; ``total`` is the list of one row that the form has under its columns."""
    declared = fields_of(listed.rows.record)
    given, only_named = _answered(listed, declared, entry)
    totals = tuple(row for row in entry.rows.get(total.name, ()) if _has_text(row)) if total else ()
    if not given and not totals:
        names = [asked.heading(each) for each in (listed, total) if each and each.asked_in(asked.round.id)]
        own = tuple(each for each in only_named if each not in listed.rows.suggested)
        return PrintedList(None, tuple(Unanswered(name, named=own if name is names[0] else ()) for name in names))
    kept = tuple(each for each in declared if _is_kept(each, declared, (*given, *totals)))
    left_out = (each for each in declared if each not in kept and asked.is_used(listed, each))
    dropped = tuple(asked.heading(each).lower() for each in left_out)
    stacks = _stacked(_side_first(kept))
    rows = [_row(each, stacks, asked) for each in given]
    rows += [_total_row(each, stacks, asked.heading(total), asked) for each in totals if total]
    missing = [Unanswered(asked.heading(listed), dropped, only_named)] if dropped or only_named else []
    if total and not totals:
        missing.append(Unanswered(asked.heading(total)))
    columns = _columns(stacks, asked, given)
    if totals and len(rows) <= _SHORT_SUM:
        rows = [replace(row, kind=RowKind.KEPT) if row.kind is RowKind.PLAIN else row for row in rows]
    return PrintedList(Table(name="", columns=columns, rows=tuple(rows), style="rows"), tuple(missing))


def _answered(
    listed: Field, declared: Sequence[Field], entry: Entry[Any]
) -> tuple[tuple[Entry[Any], ...], tuple[str, ...]]:
    """Return the rows with an answer, and the names of rows that the form offers and nobody answered."""
    first = declared[0].name
    offered = bool(listed.rows.keys or listed.rows.suggested)
    given, named = [], []
    for row in entry.rows.get(listed.name, ()):
        if any(row.text(each.name).strip() for each in (declared[1:] if offered else declared)):
            given.append(row)
        elif row.text(first).strip():
            named.append(row.text(first))
    return tuple(given), tuple(named)


def _has_text(row: Entry[Any]) -> bool:
    return any(cell.text.strip() for cell in row.cells.values())


def _is_kept(each: Field, declared: Sequence[Field], rows: Sequence[Entry[Any]]) -> bool:
    is_period = isinstance(each.kind, Amount) and (
        sum(isinstance(other.kind, Amount) for other in declared) >= _MANY_AMOUNTS
    )
    return is_period or each is declared[0] or any(row.text(each.name).strip() for row in rows)


def _side_first(kept: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return the columns with the time in the side column when the list is of long things in time."""
    times = [each for each in kept if isinstance(each.kind, When)]
    long = isinstance(kept[0].kind, Line) and kept[0].kind.limit >= _LONG_LINE
    if long and len(times) == 1 and not any(isinstance(each.kind, Prose) for each in kept):
        named = [each for each in kept[1:] if isinstance(each.kind, Line)]
        rest = [each for each in kept if each not in (times[0], *named)]
        return (times[0], *named, *rest)
    return kept


def _stacked(kept: tuple[Field, ...]) -> tuple[tuple[Field, ...], ...]:
    """Return the columns with long texts in one of them, below each other."""
    long = tuple(each for each in kept if isinstance(each.kind, Prose))
    return tuple(long if each in long else (each,) for each in kept if each not in long[1:])


def _columns(
    stacks: tuple[tuple[Field, ...], ...], asked: ListContext, rows: Sequence[Entry[Any]]
) -> tuple[TableColumn, ...]:
    widths = [_width(stack[0], rows) for stack in stacks]
    if len(stacks) > 1:
        widths[0] = SIDE_WIDTH
    open_places = [place for place, width in enumerate(widths) if not width]
    spare = FULL_WIDTH - sum(widths)
    has_money = any(isinstance(stack[0].kind, Amount) for stack in stacks)
    if not open_places and not has_money and spare > 0:  # amounts stand under the money row, other columns take it all
        open_places, spare = [0], spare + widths[0]
    for place in open_places:
        widths[place] = spare / len(open_places)
    columns = tuple(
        TableColumn(" / ".join(asked.heading(each) for each in stack), width, isinstance(stack[0].kind, Amount))
        for stack, width in zip(stacks, widths, strict=True)
    )
    return columns if open_places or spare <= 0 else (*columns, TableColumn("", spare))


def _width(each: Field, rows: Sequence[Entry[Any]]) -> float:
    """Return a field's width by its kind, zero when it takes what the others leave; no word is broken to fit."""
    usual = _WIDTHS.get(type(each.kind), 0.0)
    if isinstance(each.kind, Line) and each.kind.limit <= _CODE:
        usual = _CODE_WIDTH
    if not usual or isinstance(each.kind, Amount):
        return usual
    longest = max((len(word) for row in rows for word in row.text(each.name).split()), default=0)
    return max(usual, min(_WIDEST, _PER_SIGN * longest + _PADDING))


def _row(entry: Entry[Any], stacks: tuple[tuple[Field, ...], ...], asked: ListContext) -> Row:
    cells = tuple(_cell(entry, stack, asked) for stack in stacks)
    is_long = any(sum(map(len, cell.typed)) > LONG_ROW for cell in cells)
    return Row(cells, RowKind.LONG if is_long else RowKind.PLAIN)


def _total_row(entry: Entry[Any], stacks: tuple[tuple[Field, ...], ...], heading: str, asked: ListContext) -> Row:
    return Row((TableCell(text=heading), *(_cell(entry, stack, asked) for stack in stacks[1:])), RowKind.SUM)


def _cell(entry: Entry[Any], stack: tuple[Field, ...], asked: ListContext) -> TableCell:
    typed = tuple(filter(str.strip, (entry.text(each.name) for each in stack)))
    if mark := rated(entry, stack[0].name, asked.setter):
        return TableCell(mark=mark)
    if not typed and isinstance(stack[0].kind, Amount):
        return TableCell(text=numbers.MISSING, missing=True)
    return TableCell(typed=typed)


def rated(entry: Entry[Any], name: str, setter: Typesetter) -> RatingMark | None:
    """Return the mark of a rating with the word as typed, nothing when it was read with a reservation."""
    value, typed = getattr(entry.record, name, None), entry.text(name)
    if not isinstance(value, Rating) or not (says(value, typed) or not entry.cells[name].flags):
        return None
    return replace(setter.mark(value), word=typed.strip(), written=True)


def says(rating: Rating, typed: str) -> bool:
    """Tell whether a typed text is a rating's own word and nothing more."""
    return fold(typed) in (fold(rating.label.nb), fold(rating.label.en))
