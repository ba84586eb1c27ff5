"""Changes of the lists of a project: rows that came and went, and what changed in those that stayed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ehport.changes.answers import differ, difference, kind_of
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.form.field import Field, answers, fields_of, lists
from ehport.form.kinds import Prose
from ehport.lang.folding import words
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.pairing import Pair
from ehport.model.row_pairing import RowPair, RowPairing, pair_rows
from ehport.model.submission import Entry

Row = Entry[Any]
_ELSEWHERE = frozenset({"deliverables", "financing", "financing_total"})
# What identifies a row, the surest first: fields that must all be answered.
_IDENTITY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "deliverables": (("code", "name"), ("code",), ("name",)),
    "dependencies": (("on", "what"), ("project",), ("on",)),
}
_WORDED: Mapping[str, tuple[str, ...]] = {"dependencies": ("on", "what")}


@dataclass(frozen=True, slots=True)
class ListPair:
    """One list of one project in two rounds, and what is needed to tell of a change in it."""

    pair: Pair
    field: Field

    def change(self, kind: ChangeKind, event: Event, of: Row, **more: Any) -> Change:
        """Return a change of a row, of the list itself unless ``more`` names a field of the row."""
        given = {"field": self.field.name, "label": self.field.label, "row": self.name(of), **more}
        return Change(project=self.pair.now.id, name=self.pair.now.name, kind=kind, event=event, **given)

    def name(self, row: Row) -> str:
        """Return what a row is called, on one line."""
        said = row.text(self.first) or next((cell.text for cell in row.cells.values()), "")
        return " ".join(said.split())

    @property
    def first(self) -> str:
        """The field that a row is called by."""
        return self.columns[0].name

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields of a row."""
        return answers(fields_of(self.field.rows.record))

    def rows(self, member: Member) -> tuple[Row, ...]:
        """Return the rows that say something: one that the form suggests must have more than its name."""
        listed = member.entry.rows.get(self.field.name, ()) if member.entry else ()
        offered = bool(self.field.rows.keys or self.field.rows.suggested)
        return tuple(row for row in listed if row.cells.keys() - ({self.first} if offered else set()))

    def paired(self) -> RowPairing[Row]:
        """Return the rows of both rounds, paired."""
        keys = [_key(names) for names in _IDENTITY.get(self.field.name, ((self.first,),))]
        if self.field.rows.single:
            keys = [lambda row: self.field.name]
        worded = _WORDED.get(self.field.name, (self.first,))
        return pair_rows(
            self.rows(self.pair.before),
            self.rows(self.pair.now),
            keys,
            lambda row: " ".join(row.text(name) for name in worded),
        )

    def side(self, member: Member, row: Row, column: Field) -> Side:
        """Return an answer of a row in one of the rounds."""
        value = getattr(row.record, column.name)
        return Side(row.text(column.name), value, member.submitted(row, column.name), kind=column.one)

    def whole(self, member: Member, row: Row) -> Side:
        """Return a row that came or went: its short answers beside its name."""
        others = [each.name for each in self.columns if each.name != self.first and not isinstance(each.one, Prose)]
        told = ", ".join(text for name in others if (text := row.text(name)))
        return Side(told, sources=member.submitted(row, self.first))


def row_changes(pair: Pair, asked: Sequence[Field]) -> Iterator[Change]:
    """Yield the changes of a project's lists, but for its deliverables and its money."""
    for each in lists(asked):
        if each.name not in _ELSEWHERE:
            listing = ListPair(pair, each)
            rows = listing.paired()
            yield from find_came_and_gone(listing, rows)
            for same in find_changed(rows):
                yield from column_changes(listing, same)


def find_changed(rows: RowPairing[Row]) -> Iterator[RowPair[Row]]:
    """Yield the rows of both rounds in which something is typed otherwise."""
    for same in rows.pairs:
        texts = ({name: cell.text for name, cell in row.cells.items()} for row in (same.before, same.now))
        if next(texts) != next(texts):
            yield same


def find_came_and_gone(listing: ListPair, rows: RowPairing[Row]) -> Iterator[Change]:
    """Yield the rows that only one of the rounds has."""
    pair = listing.pair
    for row in rows.added:
        yield listing.change(ChangeKind.SCOPE, Event.ADDED, row, now=listing.whole(pair.now, row))
    for row in rows.gone:
        yield listing.change(ChangeKind.SCOPE, Event.REMOVED, row, before=listing.whole(pair.before, row))


def find_renamed(listing: ListPair, same: RowPair[Row], *, kind: ChangeKind = ChangeKind.SCOPE) -> Iterator[Change]:
    """Yield the new name of a row, when it has one."""
    before, now = _sides(listing, same, listing.columns[0])
    if words(before.typed) != words(now.typed):
        yield listing.change(kind, Event.RENAMED, same.now, before=before, now=now, alike=same.alike)


def column_changes(listing: ListPair, same: RowPair[Row], *, but: frozenset[str] = frozenset()) -> Iterator[Change]:
    """Yield what changed in a row that both rounds have, its name among it."""
    yield from find_renamed(listing, same)
    for column in listing.columns[1:]:
        before, now = _sides(listing, same, column)
        if column.name not in but and differ(before, now):
            kind = kind_of(column.one)
            more = {"before": before, "now": now, "difference": difference(before, now), "alike": same.alike}
            yield listing.change(
                kind if kind in (ChangeKind.MONEY, ChangeKind.TEXT) else ChangeKind.SCOPE,
                Event.CHANGED,
                same.now,
                field=f"{listing.field.name}.{column.name}",
                label=_joined(listing.field.label, column.label),
                **more,
            )


def _sides(listing: ListPair, same: RowPair[Row], column: Field) -> tuple[Side, Side]:
    pair = listing.pair
    return listing.side(pair.before, same.before, column), listing.side(pair.now, same.now, column)


def _key(names: tuple[str, ...]) -> Callable[[Row], str]:
    def key(row: Row) -> str:
        parts = [words(row.text(name)) for name in names]
        return "|".join(parts) if all(parts) else ""

    return key


def _joined(one: Text, other: Text) -> Text:
    return Text(*(f"{one[lang]}: {other[lang][:1].lower()}{other[lang][1:]}" for lang in Lang))
