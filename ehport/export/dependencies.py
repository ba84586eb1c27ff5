"""What the table of dependencies has beside the answers: the project of the register that each of them is on."""

from __future__ import annotations

from ehport.analysis.dependencies import needs_of
from ehport.export.lists import ListedRow
from ehport.export.table import PROJECTS, ExportColumn, Facet, Type
from ehport.lang.language import Text
from ehport.model.portfolio import Portfolio

NAME = "dependencies"

_NEEDED = ExportColumn(
    name="needed_project_id",
    type=Type.TEXT,
    title=Text("Prosjektet som trengs", "The project needed"),
    help=Text(
        "Prosjektet i registeret som avhengigheten gjelder: etter nummeret som er oppgitt, ellers etter navnet i "
        "svaret. Det første når flere er nevnt; tom når det ikke er et prosjekt i registeret.",
        "The project of the register that the dependency is on: by the number given, else by the name in the answer. "
        "The first when several are named; empty when it is no project of the register.",
    ),
    refers_to=PROJECTS,
)


def needed(portfolio: Portfolio) -> Facet[ListedRow]:
    """Return the column of the projects needed."""
    needs = needs_of(portfolio)
    return Facet(_NEEDED, lambda row: next(iter(needs(row.member, row.entry)), None))
