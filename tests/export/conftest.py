"""A small round to publish: a paused project, a candidate, an adjustment, a contact person, a text like a formula."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.export.published import Published
from ehport.figures.figure import DataTable, Figure, FigureColumn, FigureValues
from ehport.form.actor import Actor
from ehport.model.portfolio import collect
from ehport.model.submission import Cell, Entry
from tests.builders import a_project, a_register, a_round, a_submission

CONTACT = "Kari Testperson"

PRINTED = {"budget.total": ("12,5", "13")}
FORMULA = "=HYPERLINK(1)"
DEPENDENCIES = (
    {"on": "Leverandøren"},
    {"on": "901", "project": "901"},
    {"on": "Prosjektet Felles kart i vest"},
    {"on": "999", "project": "999"},
)


@pytest.fixture(scope="session")
def published() -> Published:
    submission = a_submission(
        a_project(purpose=FORMULA, ends="Q3 2022", total_cost="24 mill.", dependencies=DEPENDENCIES),
        a_project(id="901", name="Felles kart", status="Rød", financing_total="", financing=[
            {"source": "Helse Vest", "amounts": {"2021": "-1,5", "2022": "ukjent"}},
        ]),
    )  # fmt: skip
    cells = {"contact": Cell("Aktør", "C5", CONTACT)}
    actor = Entry(Actor(id="helse-vest", name="Helse Vest RHF", contact=CONTACT), "Aktør", cells)
    register = a_register(
        projects=[
            {"id": "901", "name": "Felles kart", "state": "Pauset", "paused_until": "2022"},
            {"id": "902", "name": "Kandidaten", "state": "Kandidat", "next_steps": "Søker om midler"},
        ],
        adjustments=[
            {"project": "900", "field": "budget_year", "value": "12,5", "reason": "Avtalt i møte"},
            {"project": "900", "field": "status", "value": "Gul", "reason": "Rettet av aktøren"},
        ],
    )
    portfolio, _ = collect(a_round(), register, [replace(submission, actor=actor)])
    summary = summarise(portfolio)
    known = facts(portfolio, summary)
    return Published(portfolio=portfolio, summary=summary, facts=known, figures={"status": a_figure()}, printed=PRINTED)


def assert_valid(data: Path) -> None:
    """Ask frictionless for all that is wrong with a data package."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")

    report = frictionless.validate(str(data / "datapackage.json"))

    assert report.flatten(["code", "fieldName", "rowNumber", "message"]) == []
    assert report.valid
    assert len(report.tasks) == len(list(data.glob("*.csv")))


def a_figure() -> Figure:
    """Return a figure with one number that is known and one that is not."""
    data = DataTable(
        columns=(FigureColumn("Status"), FigureColumn("Prosjekter", numeric=True)),
        rows=(("Grønn", "1"), ("Rød", "–")),
        values=FigureValues(("rating", "projects"), (("green", 1), ("red", None))),
    )
    return Figure(
        name="status",
        svg="",
        headline="Ett prosjekt er grønt",
        subtitle="Prosjekter etter status",
        alt="Stolpediagram over prosjekter etter status",
        data=data,
    )
