"""The tables of what the office did: the projects that come and go, and the values it adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from ehport.analysis.movements import Movement, Movements
from ehport.export.columns import ExportedAnswer, facets_of
from ehport.export.table import (
    PROJECT,
    ColumnTerms,
    ColumnUnit,
    ExportColumn,
    ExportTable,
    Facet,
    Type,
    columns_of,
    project_column,
    rows_of,
)
from ehport.form.field import Field, fields_of
from ehport.form.register import Adjustment, RegisterProject
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Text
from ehport.model.member import Adjusted, Member
from ehport.model.portfolio import PERIODS, Portfolio

_CHANGES = Text("Endringer i porteføljen", "Changes of state")
_CHANGES_HELP = Text(
    "Prosjektene som er nye, på pause, går ut, er ferdigstilt eller er kandidater, med kontorets ord om dem.",
    "The projects that are new, paused, leaving, completed or candidates, with the office's words about them.",
)
_ADJUSTMENTS = Text("Justeringer", "Adjustments")
_ADJUSTMENTS_HELP = Text(
    "Innmeldte svar som kontoret har erstattet etter avtale. Alle er trykt i rapporten.",
    "Submitted answers that the office replaced by agreement. All are printed in the report.",
)
_STATE = ExportColumn(
    name="state",
    type=Type.TEXT,
    title=Text("Tilstand", "State"),
    terms=ColumnTerms.of(ProjectState),
    always=True,
)
_OWN_MONEY = Text(
    "Prosjektets egne penger, hele tusen kroner; ingen sum regner dem med når prosjektet er på pause eller går ut.",
    "The project's own money, whole thousand kroner; no total counts it when the project is paused or leaves.",
)
_BUDGET = ExportColumn(
    name="budget_year",
    type=Type.INTEGER,
    title=Text("I budsjettåret", "In the budget year"),
    help=_OWN_MONEY,
    unit=ColumnUnit.TKR,
)
_NEXT_YEAR = ExportColumn(
    name="next_year",
    type=Type.INTEGER,
    title=Text("Neste år", "Next year"),
    help=_OWN_MONEY,
    unit=ColumnUnit.TKR,
)
_SUBMITTED = ExportColumn(
    name="submitted_text",
    type=Type.TEXT,
    title=Text("Meldt inn, slik det er skrevet", "Submitted, as typed"),
    help=Text(
        "Cellenes tekst, uendret; flere celler er skilt med semikolon.",
        "The text of the cells, unchanged; several cells are separated by semicolons.",
    ),
)
_USED = ExportColumn(
    name="used_value",
    type=Type.TEXT,
    title=Text("Verdien som brukes", "The value used"),
    help=Text(
        "Som i tabellen over prosjekter; beløp i hele tusen kroner.",
        "As in the table of projects; amounts in whole thousand kroner.",
    ),
    always=True,
)


def changes_of_state(moved: Movements, budget_year: int) -> ExportTable:
    """Return the projects that come and go, with the register's facts that the report tells of them."""
    told = {each.name for each in fields(Movement)}
    facets: tuple[Facet[Movement], ...] = (
        Facet(project_column(), lambda movement: movement.project.id),
        Facet(_STATE, lambda movement: movement.project.state.value),
        Facet(_BUDGET, lambda movement: movement.budget),
        Facet(_NEXT_YEAR, lambda movement: movement.next_year),
        *facets_of((each for each in fields_of(RegisterProject) if each.name in told), _told, budget_year, typed=False),
    )
    return ExportTable(
        name="changes_of_state",
        title=_CHANGES,
        help=_CHANGES_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, (*moved.new, *moved.paused, *moved.leaving, *moved.candidates)),
        key=(PROJECT,),
    )


def adjustments(portfolio: Portfolio) -> ExportTable:
    """Return every adjustment that was made, by project."""
    written = [each for each in fields_of(Adjustment) if each.name != "project"]  # the key says which it is
    facets: tuple[Facet[_Made], ...] = (
        Facet(project_column(), lambda made: made.member.id),
        *facets_of(written, _Made.answer, portfolio.round.budget_year, typed=False),
        Facet(_SUBMITTED, lambda made: made.submitted or None),
        Facet(_USED, lambda made: made.adjusted.source.value),
    )
    return ExportTable(
        name="adjustments",
        title=_ADJUSTMENTS,
        help=_ADJUSTMENTS_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, _made(portfolio)),
        key=(PROJECT, "field"),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """An adjustment of one field of a project."""

    member: Member
    adjusted: Adjusted

    def answer(self, field: Field) -> ExportedAnswer:
        """Return what the register says of the adjustment."""
        return ExportedAnswer(getattr(self.adjusted.record, field.name))

    @property
    def submitted(self) -> str:
        """The text of the cells that the adjustment replaces."""
        name = self.adjusted.record.field or ""
        known = self.member.amount(name) if name in PERIODS else self.member.known(name)
        return "; ".join(each.text for each in known.sources if each != self.adjusted.source)


def _made(portfolio: Portfolio) -> Iterator[_Made]:
    for member in portfolio.members:
        for adjusted in member.adjustments.values():
            yield _Made(member, adjusted)


def _told(movement: Movement, field: Field) -> ExportedAnswer:
    return ExportedAnswer(getattr(movement, field.name) or None)
