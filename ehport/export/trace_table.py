"""The table of the trace: every printed number, and the cells it was computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.trace import TraceRow, trace
from ehport.export.published import Published
from ehport.export.table import (
    NUMBER,
    ColumnTerms,
    ExportColumn,
    ExportTable,
    Facet,
    Type,
    columns_of,
    number_column,
    rows_of,
)
from ehport.form.vocabulary import Term
from ehport.lang.language import Lang, Text
from ehport.model.written import format_plain

TRACE, FACTS = "trace", "facts"

_TITLE = Text("Sporing", "Trace")
_HELP = Text(
    "Hvert tall og ord som regnes ut for rapporten, med én rad for hver celle det kommer fra. Et tall uten celler "
    "har én rad.",
    "Each number and word computed for the report, with one row for each cell it comes from. A number without cells "
    "has one row.",
)
_FACTS = Text("Tall", "Numbers")
_FACTS_HELP = Text(
    "Hvert tall og ord som regnes ut for rapporten, ett per rad.",
    "Each number and word computed for the report, one a row.",
)
_UNITS = {
    Unit.COUNT: Text("antall", "count"),
    Unit.TKR: Text("tusen kroner", "thousand kroner"),
    Unit.PERCENT: Text("prosent", "per cent"),
    Unit.POINTS: Text("prosentpoeng", "percentage points"),
    Unit.NUMBER: Text("tall", "number"),
    Unit.YEAR: Text("år", "year"),
    Unit.DATE: Text("dato", "date"),
    Unit.MONTH: Text("måned", "month"),
    Unit.TEXT: Text("tekst", "text"),
    Unit.NAMES: Text("navn", "names"),
}
FACT_UNITS = ColumnTerms("fact_unit", tuple(Term(each.value, label, label) for each, label in _UNITS.items()))
_NAME = ExportColumn(
    name="name",
    type=Type.TEXT,
    title=Text("Navn", "Name"),
    help=Text(
        "Navnet tallet har i kapitlene og i ehport trace.",
        "The name that the number has in the chapters and in ehport trace.",
    ),
    always=True,
)
_PRINTED = ExportColumn(
    name="printed",
    type=Type.TEXT,
    title=Text("Slik det trykkes", "As printed"),
    help=Text(
        "Slik tallet står i rapporten, i hver av formene det har der, med semikolon mellom; penger er i millioner "
        "eller milliarder kroner. Tom når rapporten ikke trykker tallet.",
        "As the number stands in the report, in each of the forms it has there, with semicolons between; money is in "
        "million or billion kroner. Empty when the report does not print the number.",
    ),
)
_EXACT = ExportColumn(
    name="exact",
    type=Type.TEXT,
    title=Text("Nøyaktig verdi", "Exact value"),
    help=Text("Uten avrunding; tom når ingen vet.", "Not rounded; empty when nobody knows."),
)
_UNIT = ExportColumn(
    name="unit",
    type=Type.TEXT,
    title=Text("Enhet", "Unit"),
    help=Text("Enheten til den nøyaktige verdien.", "The unit of the exact value."),
    terms=FACT_UNITS,
    always=True,
)
_RULE = ExportColumn(name="rule", type=Type.TEXT, title=Text("Regel", "Rule"))
_FILE = ExportColumn(name="file", type=Type.TEXT, title=Text("Fil", "File"))
_SHEET = ExportColumn(name="sheet", type=Type.TEXT, title=Text("Ark", "Sheet"))
_CELL = ExportColumn(name="cell", type=Type.TEXT, title=Text("Celle", "Cell"))
_TEXT = ExportColumn(
    name="text", type=Type.TEXT, title=Text("Cellens tekst, slik den er skrevet", "The cell's text, as typed")
)
_VALUE = ExportColumn(
    name="value",
    type=Type.TEXT,
    title=Text("Verdi", "Value"),
    help=Text(
        "Slik cellen leses; beløp i hele tusen kroner.", "As the cell is read; amounts in whole thousand kroner."
    ),
)
_ADJUSTMENT = ExportColumn(
    name="adjustment",
    type=Type.TEXT,
    title=Text("Justering", "Adjustment"),
    help=Text(
        "Kontorets begrunnelse, der cellen er en justering som erstatter svaret.",
        "The office's reason, where the cell is an adjustment that replaces the answer.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One cell behind a fact, with its number among them."""

    fact: Fact
    number: int
    row: TraceRow


def make_trace(published: Published) -> ExportTable:
    """Return the trace of every fact, as the report prints it."""
    lang = published.lang
    facets: tuple[Facet[_Step], ...] = (
        Facet(_NAME, lambda step: step.row.name),
        Facet(number_column(Text("Celle nr.", "Cell no.")), lambda step: step.number),
        Facet(_PRINTED, lambda step: "; ".join(published.printed.get(step.fact.name, ())) or None),
        Facet(_EXACT, lambda step: exact(step.fact, lang) or None),
        Facet(_UNIT, lambda step: step.fact.unit.value),
        Facet(_RULE, lambda step: step.row.rule or None),
        Facet(_FILE, lambda step: step.row.file or None),
        Facet(_SHEET, lambda step: step.row.sheet or None),
        Facet(_CELL, lambda step: step.row.cell or None),
        Facet(_TEXT, lambda step: step.row.text or None),
        Facet(_VALUE, lambda step: step.row.value or None),
        Facet(_ADJUSTMENT, lambda step: step.row.adjustment or None),
    )
    return ExportTable(
        name=TRACE,
        title=_TITLE,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, _steps(published.facts, lang)),
        key=(_NAME.name, NUMBER),
    )


def fact_table(published: Published) -> ExportTable:
    """Return the facts without their cells, one a row."""
    lang = published.lang
    facets: tuple[Facet[Fact], ...] = (
        Facet(_NAME, lambda fact: fact.name),
        Facet(_EXACT, lambda fact: exact(fact, lang) or None),
        Facet(_UNIT, lambda fact: fact.unit.value),
        Facet(_RULE, lambda fact: fact.rule[lang] or None),
    )
    return ExportTable(
        name=FACTS,
        title=_FACTS,
        help=_FACTS_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, published.facts.values()),
        key=(_NAME.name,),
    )


def exact(fact: Fact, lang: Lang) -> str:
    """Return a fact's value without rounding, in the words of exports; a text is in the language asked for."""
    return fact.value[lang] if isinstance(fact.value, Text) else format_plain(fact.value)


def _steps(known: Mapping[str, Fact], lang: Lang) -> Iterator[_Step]:
    for name, fact in known.items():
        for number, row in enumerate(trace(known, name, lang), 1):
            yield _Step(fact, number, row)
