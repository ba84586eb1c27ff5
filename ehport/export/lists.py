"""The tables of the form's lists: one row per deliverable, precondition, dependency, …, and the financing by period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ehport.export.columns import Answer, answer_in, facets_of, label_of
from ehport.export.table import (
    NUMBER,
    PROJECT,
    Column,
    Facet,
    Table,
    Terms,
    Type,
    Unit,
    columns_of,
    number_column,
    project_column,
    rows_of,
)
from ehport.form.field import Field, field_of, fields_of, lists, years
from ehport.form.project import Financing, FinancingTotal, Project
from ehport.form.vocabulary import Term
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.submission import Entry

_ORDER = Text("Rad", "Row")
_FINANCING = "financing"
_MONEY = (Financing, FinancingTotal)
_YEARS = ("earlier", "previous", "current", "next", "later")

_HELP = Text("Én rad for hver rad i prosjektets liste, i aktørens rekkefølge.", "One row for each row of the project's list, in the actor's order.")
_MONEY_HELP = Text(
    "Én rad for hver kilde og periode, og for summen slik den er meldt. Radene med is_stated_total skal ikke legges sammen med de andre.",
    "One row for each source and period, and for the total as stated. Rows with is_stated_total must not be added to the others.",
)
_STATED = Column(
    name="is_stated_total", type=Type.TRUTH, title=Text("Er summen slik den er meldt", "Is the total as stated"), always=True
)
_YEAR = Column(
    name="year",
    type=Type.YEAR,
    title=Text("År", "Year"),
    help=Text("Det siste året i den første perioden, og det første i den siste.", "The last year of the first period, the first of the last."),
    always=True,
)
_AMOUNT = Column(
    name="amount",
    type=Type.INTEGER,
    title=Text("Beløp", "Amount"),
    help=Text("Hele tusen kroner; tomt er ikke oppgitt eller ikke lesbart.", "Whole thousand kroner; empty is not given or not readable."),
    unit=Unit.TKR,
)
_AMOUNT_TEXT = Column(
    name="amount_text",
    type=Type.TEXT,
    title=Text("Beløp, slik det er skrevet", "Amount, as typed"),
    help=Text("Cellens tekst, uendret. Skjemaets enhet er millioner kroner.", "The cell's text, unchanged. The form's unit is million kroner."),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a project's list, with its number in the list."""

    member: Member
    number: int
    entry: Entry[Any]

    def answer(self, field: Field) -> Answer:
        """Return what the row answers to a field; the stated total has no source."""
        return answer_in(self.entry, field) if hasattr(self.entry.record, field.name) else Answer(None)


@dataclass(frozen=True, slots=True)
class Paid:
    """What one row of a project's financing says of one period."""

    listed: Listed
    period: str
    year: int


def list_tables(portfolio: Portfolio) -> Iterator[Table]:
    """Yield a table for each public list that the round's form asks for; the financing is one table."""
    for each in lists(fields_of(Project)):
        if not each.public or not each.asked_in(portfolio.round.id):
            continue
        if each.name == _FINANCING:
            yield _financing(portfolio, each)
        elif each.rows.record not in _MONEY:
            yield _list(portfolio, each)


def _list(portfolio: Portfolio, field: Field) -> Table:
    facets: tuple[Facet[Listed], ...] = (
        *_places(),
        *facets_of(fields_of(field.rows.record), Listed.answer, portfolio.round.budget_year),
    )
    return Table(
        name=field.name,
        title=field.label,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, _listed(portfolio, field.name)),
        key=(PROJECT, NUMBER),
    )
