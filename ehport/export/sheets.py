"""The tables as sheets to read: titles and labels in one language, safe texts, and the data dictionary last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ehport.export import dictionary
from ehport.export.columns import PROJECT_NUMBER
from ehport.export.safe_text import neutralise
from ehport.export.table import PROJECTS, ColumnUnit, ExportColumn, ExportTable, Value
from ehport.export.trace_table import TRACE
from ehport.form.vocabulary import Answer, Rating
from ehport.lang.language import Lang, Text
from ehport.workbook.table_book import BookColumn, BookSheet, BookValue

FILE = "portfolio.xlsx"

_DICTIONARY = Text("Feltbeskrivelse", "Data dictionary")
_SHEET, _TABLE = Text("Ark", "Sheet"), Text("Tabell", "Table")
_RATINGS = frozenset(each.value for each in Rating)


def sheets_of(tables: Iterable[ExportTable], lang: Lang) -> Iterator[BookSheet]:
    """Yield a sheet for each table to read, and one that describes their columns; the trace is too long to read."""
    listed = [each for each in tables if each.name != TRACE]
    for each in listed:
        shown = [_shown(column, lang) for column in each.columns]
        yield BookSheet(
            title=each.title[lang],
            columns=tuple(_column(column, lang) for column in each.columns),
            rows=tuple(tuple(show(value) for show, value in zip(shown, row, strict=True)) for row in each.rows),
            frozen=2 if each.name == PROJECTS else 1,
        )
    yield BookSheet(
        title=_DICTIONARY[lang],
        columns=tuple(BookColumn(head[lang]) for head in (_SHEET, _TABLE, *dictionary.HEADS)),
        rows=tuple(
            (each.title[lang], each.name, *cells)
            for each in listed
            for cells in dictionary.describe_columns(each, lang)
        ),
        wrapped=True,
    )


def _column(column: ExportColumn, lang: Lang) -> BookColumn:
    terms = column.terms.members if column.terms else ()
    return BookColumn(
        title=column.title[lang],
        grouped=column.unit is ColumnUnit.TKR,
        ratings={each.label[lang]: each.value for each in terms if each.value in _RATINGS},
    )


def _shown(column: ExportColumn, lang: Lang) -> Callable[[Value], BookValue]:
    """Return how a column's values are shown: labels for words, numbers for project numbers, safe texts."""
    labels = {each.value: each.label[lang] for each in column.terms.members} if column.terms else {}
    is_number = column.pattern == PROJECT_NUMBER or column.refers_to == PROJECTS

    def show(value: Value) -> BookValue:
        if isinstance(value, bool):
            return (Answer.YES if value else Answer.NO).label[lang]
        if not isinstance(value, str):
            return value
        return int(value) if is_number and value.isdecimal() else neutralise(labels.get(value, value))

    return show
