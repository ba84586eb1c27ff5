"""The tables that take several rounds: first plans against plans now, and the projects that left before this round."""

from __future__ import annotations

from dataclasses import fields

from ehport.analysis.baseline import Baseline, Planned
from ehport.analysis.exits import Exit
from ehport.analysis.summary import Summary
from ehport.export.columns import ExportedAnswer, facets_of
from ehport.export.table import (
    ID,
    PROJECT,
    ColumnUnit,
    ExportColumn,
    ExportTable,
    Facet,
    Type,
    Value,
    columns_of,
    project_column,
    rows_of,
)
from ehport.form.field import Field, fields_of
from ehport.form.planned import PlannedTime
from ehport.form.register import FormerProject
from ehport.lang.language import Text

_BASELINES = Text("Først planlagt og nå", "First planned and now")
_BASELINES_HELP = Text(
    "Slutt og totalkostnad for prosjektene som har en første plan: den aktøren oppgir, ellers den i den første runden "
    "som er kjent.",
    "End and total cost of the projects with a first plan: the one the actor states, else that of the earliest round "
    "known.",
)
_EXITS = Text("Prosjekter som gikk ut i tidligere runder", "Projects that left in earlier rounds")
_EXITS_HELP = Text(
    "De som registeret har på arket Tidligere prosjekter, og de som tidligere runder hadde og denne ikke har. "
    "Tilstanden er tom når ingen har oppgitt hvorfor.",
    "Those on the register's sheet of former projects, and those that earlier rounds had and this one has not. The "
    "state is empty when nobody has said why.",
)
_EDTF = Text("Tid i EDTF (ISO 8601-2).", "Time in EDTF (ISO 8601-2).")


def _time(name: str, title: Text) -> ExportColumn:
    return ExportColumn(name=name, type=Type.TEXT, title=title, help=_EDTF)


def _money(name: str, title: Text) -> ExportColumn:
    return ExportColumn(name=name, type=Type.INTEGER, title=title, unit=ColumnUnit.TKR)


_FIRST_ENDS = _time("first_ends", Text("Slutt, først planlagt", "End, first planned"))
_ENDS = _time("ends", Text("Slutt nå", "End now"))
_MONTHS = ExportColumn(
    name="months_later",
    type=Type.INTEGER,
    title=Text("Måneder senere", "Months later"),
    help=Text(
        "Fra siste dag i den første planen til siste dag i planen nå; tom når den ikke har noen siste dag.",
        "From the last day of the first plan to the last day of the plan now; empty when that has no last day.",
    ),
)
_FIRST_COST = _money("first_total_cost", Text("Totalkostnad, først planlagt", "Total cost, first planned"))
_COST = _money("total_cost", Text("Totalkostnad nå", "Total cost now"))
_CHANGE = _money("total_cost_change", Text("Endring i totalkostnad", "Change in total cost"))
_ROUNDS = ExportColumn(
    name="rounds",
    type=Type.INTEGER,
    title=Text("Runder", "Rounds"),
    help=Text("Kjente runder som har prosjektet, denne med.", "Rounds known that have the project, this one included."),
    always=True,
)


def lasting(found: Summary, budget_year: int) -> tuple[ExportTable, ...]:
    """Return the tables that have something in them; in a first round there are none."""
    return tuple(table for table in (_baselines(found), _exits(found, budget_year)) if table.rows)


def _baselines(found: Summary) -> ExportTable:
    facets: tuple[Facet[Baseline], ...] = (
        Facet(project_column(), lambda each: each.project),
        Facet(_FIRST_ENDS, lambda each: _value(each.ends, "first")),
        Facet(_ENDS, lambda each: _value(each.ends, "now")),
        Facet(_MONTHS, lambda each: _value(each.ends, "change")),
        Facet(_FIRST_COST, lambda each: _value(each.cost, "first")),
        Facet(_COST, lambda each: _value(each.cost, "now")),
        Facet(_CHANGE, lambda each: _value(each.cost, "change")),
        Facet(_ROUNDS, lambda each: each.rounds),
    )
    return ExportTable(
        name="baselines",
        title=_BASELINES,
        help=_BASELINES_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, found.baselines),
        key=(PROJECT,),
    )


def _value(plan: Planned | None, part: str) -> Value:
    """Return a part of a plan: a time as EDTF, money and differences as they are."""
    found = getattr(plan, part) if plan else None
    return found.edtf if isinstance(found, PlannedTime) else found


def _exits(found: Summary, budget_year: int) -> ExportTable:
    known = {each.name for each in fields(Exit)}
    told = (each for each in fields_of(FormerProject) if each.name in known)
    facets: tuple[Facet[Exit], ...] = facets_of(told, _answer, budget_year, typed=False)
    return ExportTable(
        name="exits",
        title=_EXITS,
        help=_EXITS_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, found.exits),
        key=(ID,),
    )


def _answer(left: Exit, field: Field) -> ExportedAnswer:
    return ExportedAnswer(getattr(left, field.name) or None)
