"""The table of the reconciliation: reported and estimated operating cost of each national solution and year."""

from __future__ import annotations

from ehport.analysis.reconciliation import FIELD, Reconciled, Reconciliation
from ehport.export.table import ColumnUnit, ExportColumn, ExportTable, Facet, Type, columns_of, rows_of
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.round import Round

_TITLE = Text("Avstemming av driftskostnader", "Reconciliation of operating costs")
_HELP = Text(
    "Én rad for hver nasjonal løsning og hvert år som registeret har anslag for: årlig driftskostnad som prosjektene "
    "melder, og anslagene, begge lagt sammen fra det første året som er anslått. Kostnader som begynte før det, er "
    "ikke med; de står i tabellen over løsninger.",
    "One row for each national solution and each year that the register estimates: the yearly operating cost that "
    "projects report, and the estimates, both added up from the first year that is estimated. Costs that began before "
    "it are left out; they stand in the table of solutions.",
)
_SOLUTION = ExportColumn(
    name="solution",
    type=Type.TEXT,
    title=Text("Nasjonal løsning", "National solution"),
    help=Text("Navnet slik registeret og skjemaet skriver det.", "The name as register and form write it."),
    always=True,
)
_YEAR = ExportColumn(name="year", type=Type.YEAR, title=Text("År", "Year"), always=True)


def _money(name: str, title: Text, help: Text) -> ExportColumn:
    return ExportColumn(name=name, type=Type.INTEGER, title=title, help=help, unit=ColumnUnit.TKR)


def _numbers(name: str, title: Text) -> ExportColumn:
    return ExportColumn(name=name, type=Type.TEXT, title=title, help=_SEVERAL)


_SEVERAL = Text("Prosjektenes numre, skilt med semikolon.", "The projects' numbers, separated by semicolons.")
_REPORTED = _money(
    "reported",
    Text("Meldt", "Reported"),
    Text("Tom når ingen prosjekter har svart.", "Empty when no project answered."),
)
_ESTIMATED = _money(
    "estimated",
    Text("Anslått", "Estimated"),
    Text("Tom når registeret ikke har noe anslag.", "Empty when the register has no estimate."),
)
_DIFFERENCE = _money(
    "difference",
    Text("Differanse", "Difference"),
    Text("Meldt minus anslått; det som mangler, teller som null.", "Reported minus estimated; lacking is zero."),
)
_BY = _numbers("reported_by", Text("Meldt av", "Reported by"))
_LACKING = _numbers("not_reported_by", Text("I registeret, men ikke meldt", "In the register, but not reported"))
_FACETS: tuple[Facet[Reconciled], ...] = (
    Facet(_SOLUTION, lambda each: each.solution),
    Facet(_YEAR, lambda each: each.year),
    Facet(_REPORTED, lambda each: each.amount),
    Facet(_ESTIMATED, lambda each: each.estimated),
    Facet(_DIFFERENCE, lambda each: each.difference),
    Facet(_BY, lambda each: ";".join(each.reporting) or None),
    Facet(_LACKING, lambda each: ";".join(one.id for one in each.lacking) or None),
)


def reconciled(found: Reconciliation, round_: Round) -> tuple[ExportTable, ...]:
    """Return the table; none in a round that does not ask for the solutions."""
    if not field_of(Project, FIELD).asked_in(round_.id):
        return ()
    rows = rows_of(_FACETS, found.lines)
    key = (_SOLUTION.name, _YEAR.name)
    return (
        ExportTable(name="reconciliation", title=_TITLE, help=_HELP, columns=columns_of(_FACETS), rows=rows, key=key),
    )
