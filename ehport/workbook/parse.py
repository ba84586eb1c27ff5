"""A found card parsed: texts become values, and what a cell leaves in doubt becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.codes import area_among, parse_any_area
from ehport.form.field import Field, answers, field_of, fields_of, lists
from ehport.form.kinds import (
    Amount,
    Categories,
    Choice,
    Day,
    FocusArea,
    Number,
    ProjectId,
    Revised,
    RoundId,
    When,
    Year,
)
from ehport.form.reading import Flag, Reading, read_cell
from ehport.form.vocabulary import Answer, Rating
from ehport.lang.language import Lang, Text
from ehport.model.submission import Cell, Entry
from ehport.workbook.context import Context, label_of
from ehport.workbook.found import Found, FoundCard, FoundRow
from ehport.workbook.seen import Seen

_UNREADABLE: Mapping[type, Code] = {
    Amount: Code.NOT_AN_AMOUNT,
    Number: Code.NOT_AN_AMOUNT,
    When: Code.NOT_A_TIME,
    Revised: Code.NOT_A_TIME,
    Day: Code.NOT_A_TIME,
    Year: Code.NOT_A_TIME,
    RoundId: Code.NOT_A_TIME,
    Categories: Code.NOT_A_CATEGORY,
    ProjectId: Code.NOT_A_PROJECT_NUMBER,
    FocusArea: Code.UNKNOWN_AREA,
}
_NOTHING_SAID = frozenset({Code.CELL_ERROR, Code.CELL_UNREADABLE, Code.FORMULA_WITHOUT_VALUE})
_NOT_A_TERM: Mapping[type, Code] = {Rating: Code.NOT_A_RATING, Answer: Code.NOT_AN_ANSWER}
_NO_VALUE: Mapping[Flag, Code] = {
    Flag.ALTERNATIVES: Code.AMOUNT_ALTERNATIVES,
    Flag.AMBIGUOUS: Code.AMBIGUOUS_TIME,
    Flag.LOOKS_LIKE_KRONER: Code.LOOKS_LIKE_KRONER,
    Flag.PLACEHOLDER: Code.PLACEHOLDER,
    Flag.RANGE: Code.AMOUNT_RANGE,
    Flag.TWO_LEVELS: Code.TWO_LEVELS,
    Flag.TWO_RATINGS: Code.TWO_RATINGS,
}
_RESERVATIONS: Mapping[Flag, Code] = {
    Flag.APPROXIMATE: Code.APPROXIMATE,
    Flag.CARRIED: Code.CARRIED,
    Flag.FOOTNOTE: Code.FOOTNOTE,
    Flag.NOTE: Code.NOTE,
    Flag.PARTS: Code.PARTS,
    Flag.SEVERAL: Code.SEVERAL_TIMES,
    Flag.THOUSANDS: Code.THOUSANDS,
    Flag.UNCERTAIN: Code.UNCERTAIN,
    Flag.UNDECIDED: Code.UNDECIDED,
    Flag.UNIT: Code.UNIT,
}


def code_of(flag: Flag, kind: object) -> Code | None:
    """Return the diagnostic of a flag in a cell of a kind; some flags need none."""
    if flag is Flag.UNREADABLE:
        if isinstance(kind, Choice):
            return _NOT_A_TERM.get(kind.vocabulary, Code.NOT_IN_VOCABULARY)
        return _UNREADABLE[type(kind)]
    if flag is Flag.AMBIGUOUS and isinstance(kind, FocusArea):
        return Code.AREA_TOO_BROAD
    return _NO_VALUE.get(flag) or _RESERVATIONS.get(flag)


def parse_card(found: FoundCard, record: type, context: Context) -> tuple[Entry[Any], tuple[Diagnostic, ...]]:
    """Return a card as a record with the cell of every value, and what is wrong in its cells."""
    parser = _CardParser(found, record, context)
    return parser.entry(), tuple(parser.diagnostics)


@dataclass(slots=True)
class _CardParser:
    """Parses the cells of one card and remembers what is wrong."""

    found: FoundCard
    record: type
    context: Context
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def entry(self) -> Entry[Any]:
        """Return the whole card."""
        entry = self._entry(self.record, self.found.answers)
        rows = {each.name: self._rows(each) for each in lists(fields_of(self.record))}
        listed = {name: self._listed(name, entries) for name, entries in rows.items() if entries}
        return replace(
            entry,
            record=replace(entry.record, **listed),
            rows={name: rows[name] for name in listed},
            before={**entry.before, **self.found.before},
        )

    def _listed(self, name: str, entries: tuple[Entry[Any], ...]) -> Any:
        records = tuple(entry.record for entry in entries)
        return records[0] if field_of(self.record, name).rows.single else records

    def _rows(self, each: Field) -> tuple[Entry[Any], ...]:
        found = (self._entry(each.rows.record, row, within=each) for row in self.found.rows.get(each.name, ()))
        return tuple(entry for entry in found if entry.cells or not each.rows.single)

    def _entry(self, record: type, found: FoundRow, *, within: Field | None = None) -> Entry[Any]:
        values: dict[str, Any] = {}
        cells: dict[str, Cell] = {}
        for each in answers(fields_of(record)):
            if each.name not in found:
                continue
            read = self._cell(each, found[each.name], within)
            values[each.name] = read.value
            if text := found[each.name].seen.text:
                cells[each.name] = Cell(self.found.sheet, found[each.name].address, text, read.flags)
        places = {name: cell.address for name, cell in found.items()}
        before = {name: cell.before for name, cell in found.items() if cell.before}
        return Entry(record(**values), self.found.sheet, cells, places, before=before)

    def _cell(self, each: Field, found: Found, within: Field | None) -> Reading[Any]:
        seen = found.seen
        if seen.struck:
            self._tell(Code.STRUCK_OUT, each, replace(found, seen=Seen(seen.struck)), within)
        if seen.problem is not None:
            self._tell(seen.problem, each, found, within, **dict(seen.facts))
        if seen.problem in _NOTHING_SAID:
            return Reading(None, (Flag.UNREADABLE,) if seen.text else ())
        if not seen.text:
            if each.required and self._is_asked(each, within):
                code = Code.NUMBER_TO_COME if each.given_by_office else Code.REQUIRED
                self._tell(code, each, found, within, how=_how(each))
            return Reading(None)
        read: Reading[Any] = self._area(each, seen.text) or each.one.parse(seen.text)
        self._tell_flags(each, found, within, read)
        return self._in_round(each, found, within, read)

    def _area(self, each: Field, text: str) -> Reading[str] | None:
        """Return the focus area of the round that an answer names; the register has those of former strategies too."""
        if not isinstance(each.kind, FocusArea) or not self.context.areas:
            return None
        found = area_among(text, self.context.areas)
        return found or (None if self.context.round_id else read_cell(text, parse_any_area))

    def _is_asked(self, each: Field, within: Field | None) -> bool:
        return self.context.asks(within or each) and not (within and within.rows.single)

    def _tell_flags(self, each: Field, found: Found, within: Field | None, read: Reading[Any]) -> None:
        flags = read.flags
        if read.value is None:
            flags = tuple(flag for flag in flags if flag is Flag.UNREADABLE or flag in _NO_VALUE) or flags
        for flag in flags:
            if code := code_of(flag, each.kind):
                self._tell(code, each, found, within, how=_how(each))
        limit = int(getattr(each.kind, "limit", 0))
        if limit and len(found.seen.text) > limit:
            self._tell(Code.TOO_LONG, each, found, within, length=len(found.seen.text), limit=limit)

    def _in_round(self, each: Field, found: Found, within: Field | None, read: Reading[Any]) -> Reading[Any]:
        areas = self.context.areas if self.context.round_id else ()
        if isinstance(each.kind, FocusArea) and areas and read.value is not None and read.value not in areas:
            self._tell(Code.UNKNOWN_AREA, each, found, within)
            return Reading(None, (Flag.UNREADABLE,))
        return read

    def _tell(self, code: Code, each: Field, found: Found, within: Field | None, **facts: object) -> None:
        name = f"{within.name}.{each.name}" if within else each.name
        label = label_of(each, self.context, within=within)
        at = Location(self.context.file, self.found.sheet, found.address, field=name)
        counted = {"counted": True} if each.counted else {}
        if code is Code.UNKNOWN_AREA:
            facts["example"] = next(iter(self.context.areas), FocusArea.example)
        self.diagnostics.append(Diagnostic(code, at, {"label": label, **counted, **facts}, found.seen.text))


def _how(each: Field) -> Text:
    return Text(each.one.describe(Lang.NB), each.one.describe(Lang.EN))
