"""The tables of words: the round's focus areas, and the terms of every vocabulary that a column uses."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.export.table import (
    CODE,
    FOCUS_AREAS,
    ColumnTerms,
    ExportColumn,
    ExportTable,
    Facet,
    Type,
    columns_of,
    rows_of,
)
from ehport.form.vocabulary import Term
from ehport.lang import sorting
from ehport.lang.language import Lang, Text
from ehport.model.round import Round

_AREAS = Text("Innsatsområder", "Focus areas")
_AREAS_HELP = Text(
    "Rundens innsatsområder, og strategiområdet hvert av dem hører til.",
    "The round's focus areas, and the strategic area that each belongs to.",
)
_WORDS = Text("Kodeverk", "Vocabularies")
_WORDS_HELP = Text(
    "Ordene som kolonner med kodeverk kan ha, i rekkefølge, med ordet som trykkes på begge språk.",
    "The words of the columns that have a vocabulary, in order, with the word that is printed in both languages.",
)
_LABEL, _MEANING = Text("Ord ({})", "Word ({})"), Text("Betydning ({})", "Meaning ({})")
_AREA = Text("Strategiområde", "Strategic area")

_Word = tuple[ColumnTerms, Term]


def focus_areas(round_: Round, tables: Iterable[ExportTable]) -> ExportTable:
    """Return the focus areas that the round or a column of the tables names."""
    codes = sorted({*round_.focus_areas, *_used(tables)}, key=sorting.key)
    facets: tuple[Facet[str], ...] = (
        Facet(_text(CODE, Text("Innsatsområde", "Focus area"), always=True), lambda code: code),
        Facet(_text("name", Text("Navn", "Name")), lambda code: round_.focus_areas.get(code) or None),
        Facet(_text("strategic_area", _AREA, always=True), round_.strategic_of),
        Facet(
            _text("strategic_area_name", Text("Strategiområde, navn", "Strategic area, name")),
            lambda code: round_.strategic_areas.get(round_.strategic_of(code)) or None,
        ),
    )
    return ExportTable(
        name=FOCUS_AREAS,
        title=_AREAS,
        help=_AREAS_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, codes),
        key=(CODE,),
    )


def vocabularies(tables: Iterable[ExportTable]) -> ExportTable:
    """Return the terms of the vocabularies of all columns."""
    used = {each.terms.name: each.terms for table in tables for each in table.columns if each.terms}
    listed = [(terms, term) for terms in used.values() for term in terms.members]
    facets: tuple[Facet[_Word], ...] = (
        Facet(_text("vocabulary", Text("Kodeverk", "Vocabulary"), always=True), lambda each: each[0].name),
        Facet(_text("value", Text("Ord i dataene", "Word in the data"), always=True), lambda each: each[1].value),
        *(facet for lang in Lang for facet in _in(lang)),
        Facet(_text("symbol", Text("Symbol", "Symbol")), lambda each: each[1].look[0] or None),
    )
    return ExportTable(
        name="vocabularies",
        title=_WORDS,
        help=_WORDS_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, listed),
        key=("vocabulary", "value"),
    )


def _in(lang: Lang) -> tuple[Facet[_Word], ...]:
    return (
        Facet(_text(f"label_{lang}", _named(_LABEL, lang)), lambda each: each[1].label[lang]),
        Facet(_text(f"meaning_{lang}", _named(_MEANING, lang)), lambda each: (each[1].meaning or each[1].label)[lang]),
    )


def _named(title: Text, lang: Lang) -> Text:
    return Text(*(title[each].format(lang) for each in Lang))


def _used(tables: Iterable[ExportTable]) -> set[str]:
    """Return the codes in the columns that refer to focus areas."""
    found: set[str] = set()
    for table in tables:
        places = [place for place, each in enumerate(table.columns) if each.refers_to == FOCUS_AREAS]
        found |= {str(row[place]) for row in table.rows for place in places if row[place] is not None}
    return found


def _text(name: str, title: Text, *, always: bool = False) -> ExportColumn:
    return ExportColumn(name=name, type=Type.TEXT, title=title, always=always)
