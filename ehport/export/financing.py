"""The table of financing: one row for each source and period, and for each period of the total as stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehport.export.columns import ExportedAnswer, facets_of, label_of
from ehport.export.lists import ListedRow, list_rows, places
from ehport.export.table import (
    NUMBER,
    PROJECT,
    ColumnTerms,
    ColumnUnit,
    ExportColumn,
    ExportTable,
    Facet,
    Type,
    columns_of,
    rows_of,
)
from ehport.form.field import Field, field_of, fields_of, years
from ehport.form.project import Financing, FinancingTotal, Project
from ehport.form.vocabulary import Term
from ehport.lang.language import Text
from ehport.model.portfolio import PERIODS, Portfolio

NAME = "financing"
LISTS = (NAME, "financing_total")
_PERIOD = "period"

_HELP = Text(
    "Én rad for hver kilde og periode, og for summen slik den er meldt. Radene med is_stated_total er summer, og "
    "skal ikke legges sammen med de andre.",
    "One row for each source and period, and for the total as stated. The rows with is_stated_total are sums, and "
    "must not be added to the others.",
)
_STATED = ExportColumn(
    name="is_stated_total",
    type=Type.TRUTH,
    title=Text("Summen slik den er meldt", "The total as stated"),
    always=True,
)
_YEAR = ExportColumn(
    name="year",
    type=Type.YEAR,
    title=Text("År", "Year"),
    help=Text(
        "Det siste året i den første perioden, og det første året i den siste.",
        "The last year of the first period, and the first year of the last.",
    ),
    always=True,
)
_AMOUNT = ExportColumn(
    name="amount",
    type=Type.INTEGER,
    title=Text("Beløp", "Amount"),
    help=Text(
        "Hele tusen kroner; tom når beløpet ikke er oppgitt eller ikke kan leses.",
        "Whole thousand kroner; empty when the amount is not given or cannot be read.",
    ),
    unit=ColumnUnit.TKR,
)
_AMOUNT_TEXT = ExportColumn(
    name="amount_text",
    type=Type.TEXT,
    title=Text("Beløp, slik det er skrevet", "Amount, as typed"),
    help=Text(
        "Cellens tekst, uendret. Skjemaets enhet er millioner kroner.",
        "The cell's text, unchanged. The form's unit is million kroner.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Paid:
    """What a row of a project's financing says of one period."""

    row: ListedRow
    period: str
    year: int

    def answer(self, field: Field) -> ExportedAnswer:
        """Return what the row answers to a field."""
        return self.row.answer(field)

    @property
    def amount(self) -> int | None:
        """The amount, when it could be read."""
        found: int | None = getattr(self.row.entry.record, self.period)
        return found


def financing(portfolio: Portfolio) -> ExportTable:
    """Return the financing of all projects, period by period."""
    year = portfolio.round.budget_year
    about_source = [each for each in fields_of(Financing) if each.name not in PERIODS]
    facets: tuple[Facet[_Paid], ...] = (
        *(_of_row(each) for each in places()),
        *facets_of(about_source, _Paid.answer, year),
        Facet(_STATED, lambda paid: isinstance(paid.row.entry.record, FinancingTotal)),
        Facet(_period(year), lambda paid: paid.period),
        Facet(_YEAR, lambda paid: paid.year),
        Facet(_AMOUNT, lambda paid: paid.amount),
        Facet(_AMOUNT_TEXT, lambda paid: paid.row.entry.text(paid.period) or None),
    )
    return ExportTable(
        name=NAME,
        title=field_of(Project, NAME).label,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, _paid(portfolio)),
        key=(PROJECT, NUMBER, _PERIOD),
    )


def _paid(portfolio: Portfolio) -> Iterator[_Paid]:
    of_periods = tuple(years(portfolio.round.budget_year).values())
    for row in list_rows(portfolio, *LISTS):
        for period, year in zip(PERIODS, of_periods, strict=True):
            yield _Paid(row, period, year)


def _of_row(facet: Facet[ListedRow]) -> Facet[_Paid]:
    return Facet(facet.column, lambda paid: facet.of(paid.row))


def _period(budget_year: int) -> ExportColumn:
    labels = {name: label_of(field_of(Financing, name), budget_year) for name in PERIODS}
    terms = ColumnTerms(_PERIOD, tuple(Term(name, label, label) for name, label in labels.items()))
    return ExportColumn(name=_PERIOD, type=Type.TEXT, title=Text("Periode", "Period"), terms=terms, always=True)
