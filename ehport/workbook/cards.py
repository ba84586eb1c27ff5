"""A card read row by row: the cell of every answer, found by key or, where the keys are gone, by label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import Field, fields_of
from ehport.lang.folding import fold
from ehport.lang.language import Text, same
from ehport.workbook import live_checks
from ehport.workbook.book import Book, SheetRow, heading, plain_text
from ehport.workbook.cells import SheetCell
from ehport.workbook.context import Context, label_of
from ehport.workbook.found import Found, FoundCard, FoundRow
from ehport.workbook.frame import Frame
from ehport.workbook.labels import Labels, title_of_list
from ehport.workbook.layout import ANSWER, fixed_key, places
from ehport.workbook.prefilled import Prefilled, pair_rows
from ehport.workbook.seen import Seen

_RIGHT_OF_ANSWER = 6  # columns D–I; what stands further right is no one's answer


def _says_something(cells: FoundRow) -> bool:
    return any(found.seen.says_something for found in cells.values())


@dataclass(slots=True)
class CardReader:
    """Walks down one sheet; a list owns every row with content between its headings and the next key."""

    book: Book
    context: Context
    labels: Labels
    frame: Frame
    rows: Sequence[SheetRow]
    found: FoundCard
    prefilled: Prefilled = field(default_factory=Prefilled)
    owner: str = ""
    until: int = 0
    pending: str = ""
    columns: dict[str, dict[int, str]] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)

    def read(self) -> FoundCard:
        """Return what stands on the card, with everything that is wrong with its rows."""
        for row in self.rows:
            if any(cell.value is not None or cell.is_formula for cell in row):
                self._row(row)
        for name, rows in self.found.rows.items():
            if not self.labels.fields[name].rows.keys:
                self.found.rows[name] = pair_rows(rows)
        self._tell_missing()
        return self.found

    def _row(self, row: SheetRow) -> None:
        key = self._key(row)
        if not key:
            self._unkeyed(row)
        elif key.endswith("[]"):
            self._open(key.removesuffix("[]"), row)
        elif key[0] in "@#/":
            self.owner = ""
        elif "." in key:
            self._list_row(key, row)
        else:
            self.owner = ""
            self._answer(key, row)

    def _key(self, row: SheetRow) -> str:
        typed = plain_text(row[self.frame.key]) if self.frame.key is not None else ""
        if typed and self._is_known(typed):
            return self.labels.field_of(plain_text(row[self.frame.label]), typed)
        if head := self._head(row):
            return f"{head}[]"
        text = plain_text(row[self.frame.label])
        key = self.labels.row_key(text)
        if key.startswith("#"):
            self.pending = title_of_list(self.labels, text)
        if self.owner and not self._closes(row, key):
            return ""
        if key in self.found.answers and self.frame.key is not None:
            return ""
        if self.labels.is_former(text):
            self._tell(
                Code.OLD_LABEL, row, self.frame.label, label=label_of(self.labels.fields[key], self.context), found=text
            )
        return key

    def _is_known(self, key: str) -> bool:
        if key[0] in "@#/":
            return True
        name, dot, _ = key.removesuffix("[]").partition(".")
        is_list_key = bool(dot) or key.endswith("[]")
        return name in self.labels.columns if is_list_key else name in self.labels.fields

    def _closes(self, row: SheetRow, key: str) -> bool:
        """Tell whether a label ends the open list; text in a row of the list may look like a label."""
        if key[:1] in {"#", "/"}:
            return True
        return bool(key) and self.frame.key is None and row[0].row > self.until

    def _head(self, row: SheetRow) -> str:
        """Return the list whose headings stand in a row without a key."""
        texts = [fold(text) for text in map(heading, row) if text]
        if not texts:
            return ""
        candidates = [self.pending] if self.pending else []
        for name in (*candidates, *self.labels.columns):
            named = self.labels.columns[name]
            if all(text in named for text in texts) and (len(texts) > 1 or name == self.pending):
                return name
        return ""

    def _open(self, name: str, row: SheetRow) -> None:
        self.owner, self.pending = name, ""
        self.columns[name] = {}
        self.found.rows.setdefault(name, [])
        if count := self.prefilled.said(row[0].row, ANSWER):
            self.found.before[name] = count
        named = self.labels.columns.get(name, {})
        for index, cell in enumerate(row):
            text = heading(cell) if index != self.frame.key else ""
            column = named.get(fold(text)) if text else None
            if column is None:
                if text:
                    self._tell(Code.FIELD_UNKNOWN, row, index, found=text)
                continue
            self.columns[name][index] = column.name
            if column.former:
                of = self._column_label(name, column.name)
                self._tell(Code.OLD_LABEL, row, index, label=of, found=text)
        if self.frame.key is None:
            self.until = self._end_after(row)
        self._tell_missing_columns(name, row)

    def _end_after(self, head: SheetRow) -> int:
        for row in self.rows[self.rows.index(head) + 1 :]:
            key = self.labels.row_key(plain_text(row[self.frame.label]))
            if key.startswith("/"):
                return row[0].row
            if key.startswith("#"):
                break
        return 0

    def _list_row(self, key: str, row: SheetRow) -> None:
        name, _, own = key.partition(".")
        if name != self.owner and self._is_fixed_row(row):
            self._collect(row, "")
        elif name != self.owner:
            cells = self._cells(row, self.columns.get(name, {}), name)
            said = [found.seen.text for found in cells.values() if found.seen.text]
            if said:
                self._tell(Code.ROW_OUTSIDE_LIST, row, self.frame.answer, label=self._label(name), found=said[0])
        else:
            self._collect(row, own if own != "*" else "")

    def _is_fixed_row(self, row: SheetRow) -> bool:
        """Tell whether a row has the label of one that the open list always has."""
        if not self.owner or not self.labels.fields[self.owner].rows.keys:
            return False
        listed = self.labels.fields[self.owner]
        first = fields_of(listed.rows.record)[0].name
        texts = (plain_text(row[index]) for index, column in self.columns[self.owner].items() if column == first)
        return any(fixed_key(text, listed, self.context.areas) for text in texts)

    def _unkeyed(self, row: SheetRow) -> None:
        if self.owner:
            self._collect(row, "")
            return
        stray = [cell for cell in row[self.frame.label : self.frame.answer + _RIGHT_OF_ANSWER + 1] if self._text(cell)]
        if not stray:
            return
        labelled = len(stray) > 1 and stray[0] is row[self.frame.label]
        code = Code.FIELD_UNKNOWN if labelled else Code.TEXT_OUTSIDE
        self._tell(code, row, row.index(stray[0]), found=self._text(stray[0]))

    def _collect(self, row: SheetRow, own: str) -> None:
        listed = self.labels.fields[self.owner]
        columns = self.columns.get(self.owner, {})
        cells = self._cells(row, columns, self.owner)
        self._tell_outside(row, {*columns, self.frame.label} if self.frame.key is not None else set(columns))
        if listed.rows.keys:
            self._collect_fixed(cells, listed, own)
        elif _says_something(cells):
            self.found.rows[self.owner].append(cells)
        else:
            self._tell_struck(cells)

    def _collect_fixed(self, cells: FoundRow, listed: Field, own: str) -> None:
        """Take a row that is always there, with its key for the label that stands before its answers."""
        first = fields_of(listed.rows.record)[0].name
        before = cells.pop(first, Found(""))
        if not _says_something(cells):
            self._tell_struck(cells)
            return
        key = fixed_key(before.seen.text.strip(), listed, self.context.areas) or own or before.seen.text.strip()
        name = f"{self.owner}.{key}"
        if key and name in self.fixed:
            self._twice(before.address, same(key), self.fixed[name])
            return
        self.fixed[name] = before.address
        had = key if any(cell.before for cell in cells.values()) else ""
        self.found.rows[self.owner].append({first: Found(before.address, Seen(key), had), **cells})

    def _answer(self, name: str, row: SheetRow) -> None:
        listed = self.labels.fields[name]
        if listed.is_list:
            self._single(listed, row)
            return
        cell = row[self.frame.answer]
        if name in self.found.answers:
            self._twice(cell.coordinate, label_of(listed, self.context), self.found.answers[name].address)
            return
        said = self.prefilled.said(cell.row, ANSWER)
        self.found.answers[name] = Found(cell.coordinate, self.book.seen(cell), said)
        self._tell_outside(row, {self.frame.label, self.frame.answer})

    def _single(self, listed: Field, row: SheetRow) -> None:
        names = {each.name for each in fields_of(listed.rows.record)}
        for columns in self.columns.values():
            under = {index: name for index, name in columns.items() if name in names}
            if len(under) > 1:
                if before := self.found.rows.get(listed.name):
                    other = next(iter(before[0].values())).address
                    self._twice(row[self.frame.label].coordinate, label_of(listed, self.context), other)
                    return
                cells = self._cells(row, under, listed.name)
                self.found.rows[listed.name] = [cells]
                if any(cell.before for cell in cells.values()):
                    self.found.before[listed.name] = "1"
                self._tell_outside(row, {*under, self.frame.label})
                return
        self.found.rows.setdefault(listed.name, [])

    def _cells(self, row: SheetRow, columns: Mapping[int, str], listed: str) -> FoundRow:
        letters = places(self.labels.record, listed)
        return {
            name: Found(
                row[index].coordinate, self.book.seen(row[index]), self.prefilled.said(row[index].row, letters[name])
            )
            for index, name in columns.items()
        }

    def _text(self, cell: SheetCell) -> str:
        return "" if cell.is_formula else self.book.seen(cell).text.strip()

    def _tell_outside(self, row: SheetRow, known: set[int]) -> None:
        for index in range(self.frame.label, self.frame.answer + _RIGHT_OF_ANSWER + 1):
            if index in known or row[index].value is None:
                continue
            text = self._text(row[index])
            is_beside = index == self.frame.answer + 1 and live_checks.is_said(text)
            if text and not is_beside and fold(text) not in self.labels.hints:
                self._tell(Code.TEXT_OUTSIDE, row, index, found=text)

    def _tell_struck(self, cells: FoundRow) -> None:
        """Tell once of a row that is struck out as a whole, and so is no row."""
        struck = [found for found in cells.values() if found.seen.struck]
        if struck:
            text = " · ".join(found.seen.struck for found in struck)
            self._diagnose(Code.STRUCK_OUT, struck[0].address, found=text, label=self._label(self.owner))

    def _tell_missing(self) -> None:
        for name, each in self.labels.fields.items():
            is_asked = self.context.asks(each) and not each.confirms  # only a prefilled card has ticks
            if is_asked and name not in self.found.answers and name not in self.found.rows:
                self._diagnose(Code.FIELD_MISSING, "", label=label_of(each, self.context))
        if self.frame.key is None:
            self._diagnose(Code.READ_BY_LABEL, "", label=same(self.found.sheet))

    def _tell_missing_columns(self, name: str, row: SheetRow) -> None:
        there = set(self.columns[name].values())
        for of in self._columns_of(name):
            if of.name not in there:
                self._tell(Code.FIELD_MISSING, row, self.frame.label, label=self._column_label(name, of.name))

    def _columns_of(self, name: str) -> Iterator[Field]:
        yield from fields_of(self.labels.fields[name].rows.record)

    def _label(self, name: str) -> Text:
        return label_of(self.labels.fields[name], self.context)

    def _column_label(self, name: str, column: str) -> Text:
        of = next(each for each in self._columns_of(name) if each.name == column)
        return label_of(of, self.context, within=self.labels.fields[name])

    def _twice(self, address: str, label: Text, other: str) -> None:
        self._diagnose(Code.FIELD_TWICE, address, label=label, other=other)

    def _tell(self, code: Code, row: SheetRow, index: int, *, found: str = "", label: Text | None = None) -> None:
        facts = {"label": label} if label else {}
        self._diagnose(code, row[index].coordinate, found=found, **facts)

    def _diagnose(self, code: Code, address: str, *, found: str = "", **facts: object) -> None:
        at = Location(self.context.file, self.found.sheet, address)
        self.found.diagnostics.append(Diagnostic(code, at, facts, found))
