"""The tables of the form's lists: one row per deliverable, precondition, dependency and whatever else is listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ehport.export.columns import ExportedAnswer, facets_of
from ehport.export.table import NUMBER, PROJECT, ExportTable, Facet, columns_of, number_column, project_column, rows_of
from ehport.form.field import Field, fields_of
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry

_ORDER = Text("Rad", "Row")
_HELP = Text(
    "Én rad for hver rad i prosjektets liste, i aktørens rekkefølge.",
    "One row for each row of the project's list, in the actor's order.",
)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a project's list, with its number in the list."""

    member: Member
    number: int
    entry: Entry[Any]

    def answer(self, field: Field) -> ExportedAnswer:
        """Return what the row answers to a field; a row of another record has no such answer."""
        return ExportedAnswer(getattr(self.entry.record, field.name, None), self.entry.text(field.name))


def list_table(portfolio: Portfolio, field: Field, *further: Facet[ListedRow]) -> ExportTable:
    """Return the table of a list of the form, with further columns after those of its answers."""
    answered = facets_of(fields_of(field.rows.record), ListedRow.answer, portfolio.round.budget_year)
    facets = (*places(), *answered, *further)
    return ExportTable(
        name=field.name,
        title=field.label,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, list_rows(portfolio, field.name)),
        key=(PROJECT, NUMBER),
    )


def list_rows(portfolio: Portfolio, *names: str) -> Iterator[ListedRow]:
    """Yield the rows of one or more lists, project by project."""
    for member in portfolio.members:
        given = member.entry.rows if member.entry else {}
        entries = (entry for name in names for entry in given.get(name, ()))
        for number, entry in enumerate(entries, 1):
            yield ListedRow(member, number, entry)


def places() -> tuple[Facet[ListedRow], ...]:
    """Return the columns that say which row of which project it is."""
    return (
        Facet(project_column(), lambda row: row.member.id),
        Facet(number_column(_ORDER), lambda row: row.number),
    )
