"""The labels of a card, in both languages, current and former, and what each of them names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ehport.form.field import Field, fields_of
from ehport.lang.folding import fold
from ehport.lang.language import Lang, Text
from ehport.workbook import layout


@dataclass(frozen=True, slots=True)
class Named:
    """What a label names; ``former`` is true for a wording the form no longer has."""

    name: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a record's card: of single answers, of lists and of the columns of each list."""

    record: type
    fields: Mapping[str, Field]
    answers: Mapping[str, Named]
    lists: Mapping[str, Named]
    columns: Mapping[str, Mapping[str, Named]]
    marks: frozenset[str]
    hints: frozenset[str] = field(repr=False)

    def row_key(self, text: str) -> str:
        """Return the key of the row that a label stands on, empty when it is no label of the form."""
        folded = fold(text)
        if named := self.answers.get(folded):
            return named.name
        if folded in self.marks or folded in self.lists:
            return f"#{folded}"
        return layout.end_key("") if folded in _END else ""

    def field_of(self, text: str, key: str) -> str:
        """Return the field of a row with a label and a key: what is seen holds, also when another key was pasted."""
        named = self.answers.get(fold(text)) if key in self.fields else None
        return named.name if named and not named.former else key

    def is_former(self, text: str) -> bool:
        """Tell whether a label is a wording the form no longer has."""
        named = self.answers.get(fold(text))
        return bool(named and named.former)


_END = frozenset(fold(layout.INSERT_ABOVE[lang]) for lang in Lang)


@cache
def labels_of(record: type, budget_year: int) -> Labels:
    """Return the labels of a record's card in a round with this budget year."""
    fields = fields_of(record)
    own = [each for each in fields if not each.is_list or each.rows.single]
    listed = [each for each in fields if each.is_list and not each.rows.single]
    return Labels(
        record=record,
        fields={each.name: each for each in fields},
        answers=_named(own, budget_year),
        lists=_named(listed, budget_year),
        columns={each.name: _named(fields_of(each.rows.record), budget_year) for each in listed},
        marks=frozenset(_marks(fields)),
        hints=frozenset(fold(hint[lang]) for hint in _hints(fields) for lang in Lang),
    )


def _hints(fields: Iterable[Field]) -> Iterator[Text]:
    for each in fields:
        if not each.is_list:
            yield Text(*(layout.hint(each, lang) for lang in Lang))
            # A workbook sent out before a help was reworded, or written, has the former one, or how to write an answer.
            yield Text(*(layout.in_short(each.one.describe(lang)) for lang in Lang))
            yield Text(*(each.one.describe(lang) for lang in Lang))
            yield from each.help_formerly
            if each.name in layout.LAST_ROUND_HINTS:
                yield layout.LAST_ROUND_HINTS[each.name]


def _named(fields: Iterable[Field], budget_year: int) -> dict[str, Named]:
    declared = tuple(fields)
    former = {fold(label): Named(each.name, former=True) for each in declared for label in each.formerly}
    current = {fold(each.heading(lang, budget_year)): Named(each.name) for each in declared for lang in Lang}
    return former | current


def _marks(fields: Iterable[Field]) -> Iterable[str]:
    for each in fields:
        if each.section is not None:
            for lang in Lang:
                yield fold(layout.section_title(each.section, lang))
    for title in (*layout.TITLES.values(), layout.LAST_ROUND):
        for lang in Lang:
            yield fold(title[lang])


def title_of_list(labels: Labels, text: str) -> str:
    """Return the list whose title a text is, empty when there is none."""
    named = labels.lists.get(fold(text))
    return named.name if named else ""
