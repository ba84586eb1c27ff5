"""Which columns of a sheet hold keys, labels and answers, and whose card it is; people move and delete columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ehport.form.actor import Actor
from ehport.form.project import Project
from ehport.lang.folding import fold
from ehport.lang.language import Lang
from ehport.workbook import layout
from ehport.workbook.book import SheetRow, heading, plain_text
from ehport.workbook.labels import Labels, labels_of

_SEARCHED_COLUMNS = 6
_ENOUGH = 3  # labels or keys that make a sheet a card
_HEADINGS = {frozenset(fold(heading[lang]) for heading in layout.GUIDE_HEADINGS) for lang in Lang}
_RECORDS = {layout.CARD_PROJECT: Project, layout.CARD_ACTOR: Actor}


@dataclass(frozen=True, slots=True)
class Frame:
    """The column numbers, from zero, of a card; ``key`` is None when the keys are gone."""

    key: int | None = 0
    label: int = 1
    answer: int = 2


def mark_of(rows: Sequence[SheetRow]) -> str:
    """Return the mark at the top of a sheet (``@project``), empty when it has none."""
    texts = (plain_text(cell) for row in rows[:3] for cell in row[:_SEARCHED_COLUMNS])
    return next((text for text in texts if text.startswith("@")), "")


def find_record(rows: Sequence[SheetRow], budget_year: int) -> type | None:
    """Return whose card a sheet is by its mark or, without one, by its labels."""
    if mark := mark_of(rows):
        return _RECORDS.get(mark)
    if is_guide(rows):
        return None
    hits = {record: len(_label_hits(rows, labels_of(record, budget_year))) for record in (Project, Actor)}
    best = max(hits, key=lambda record: hits[record])
    return best if hits[best] >= _ENOUGH else None


def is_guide(rows: Sequence[SheetRow]) -> bool:
    """Tell whether a sheet is the form's guidance, by its mark or by its headings."""
    texts = (frozenset(fold(text) for text in map(plain_text, row) if text) for row in rows)
    return mark_of(rows) == layout.GUIDE or any(found in _HEADINGS for found in texts)


def find_frame(rows: Sequence[SheetRow], labels: Labels) -> Frame:
    """Return where the keys, labels and answers of a card stand."""
    keys = Counter(
        index for row in rows for index, cell in enumerate(row[:_SEARCHED_COLUMNS]) if plain_text(cell) in labels.fields
    )
    key = _most(keys)
    hits = _label_hits(rows if key is None else _keyed(rows, labels, key)[:_ENOUGH], labels)
    label = _most(Counter(hits), least=1)
    if label is None:
        label = 1 if key is None else key + 1
    heads = rows if key is None else [row for row in rows if plain_text(row[key]).endswith("[]")]
    return Frame(key, label, _answer_column(heads, labels, label))


def _keyed(rows: Sequence[SheetRow], labels: Labels, key: int) -> list[SheetRow]:
    return [row for row in rows if plain_text(row[key]) in labels.fields]


def _label_hits(rows: Sequence[SheetRow], labels: Labels) -> list[int]:
    return [
        index
        for row in rows
        for index, cell in enumerate(row[:_SEARCHED_COLUMNS])
        if (text := plain_text(cell)) and fold(text) in labels.answers
    ]


def _most(counted: Counter[int], *, least: int = _ENOUGH) -> int | None:
    found = counted.most_common(1)
    return found[0][0] if found and found[0][1] >= least else None


def _answer_column(rows: Sequence[SheetRow], labels: Labels, label: int) -> int:
    """Return the column that has the heading of a list's main column, beside the labels when there is no list."""
    for row in rows:
        texts = [fold(heading(cell)) for cell in row[: _SEARCHED_COLUMNS + 4]]
        for name, named in labels.columns.items():
            at = {named[text].name: index for index, text in enumerate(texts) if text in named}
            if len(at) > 1:
                places = layout.places(labels.record, name)
                main = next((column for column, letter in places.items() if letter == layout.ANSWER), "")
                if main in at:
                    return at[main]
    return label + 1
