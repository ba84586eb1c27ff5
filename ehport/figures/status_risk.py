"""Status against risk: a table with counts, money and the projects' numbers, so it has no drawing."""

from __future__ import annotations

from ehport.analysis.printed import sentence
from ehport.analysis.ratings import MatrixCell
from ehport.analysis.summary import Summary
from ehport.figures.drawing import ACTIVE, MILLION, NOT_GIVEN, count, counted, mill, opening
from ehport.figures.figure import Cell, Column, DataTable, Edition, Figure, Projects, Values
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang, Text

NAME = "status-risk"

_SUBTITLE = Text(
    "Aktive prosjekter etter status og risiko: antall, budsjett i {year} og prosjektnummer.",
    "Active projects by status and risk: number, budget in {year} and project numbers.",
)
_ALT = Text(
    "Tabell: status mot risiko for {projects}, med antall, budsjett og prosjektnummer. {finding}.",
    "Table: status against risk for {projects}, with number, budget and project numbers. {finding}.",
)
_MOST = Text(
    "{count} av {projects} har {status} status og {risk} risiko",
    "{count} of {projects} have {status} status and {risk} risk",
)
_SPREAD = Text(
    "Ingen kombinasjon av status og risiko er vanligst alene",
    "No single combination of status and risk is the most common",
)
_CORNER = Text("Status", "Status")
_RISK = Text("{rating} risiko", "{rating} risk")
_NONE = Text("Ingen", "None")
_UNRATED = Text("Uten status eller risiko: {projects}.", "Without status or risk: {projects}.")


def status_risk(found: Summary, edition: Edition) -> Figure | None:
    """Return the table as a figure without a drawing; ``None`` when no project has both ratings."""
    lang = edition.lang
    if not found.matrix.projects:
        return None
    rated = counted(len(found.matrix.projects), lang, "matrix.rated.count", ACTIVE)
    headline = opening(_finding(found.matrix.cells, rated, lang=lang), lang)
    alt = sentence(_ALT[lang], projects=rated, finding=headline)
    return Figure(
        name=NAME,
        svg="",
        headline=headline,
        subtitle=_SUBTITLE[lang].format(year=found.budget_year),
        alt=alt,
        data=_table(found, lang),
    )


def _finding(cells: tuple[MatrixCell, ...], rated: str, *, lang: Lang) -> str:
    counts = [len(cell.projects) for cell in cells]
    if counts.count(max(counts)) > 1:
        return _SPREAD[lang]
    cell = cells[counts.index(max(counts))]
    status, risk = (rating.label[lang].lower() for rating in (cell.status, cell.risk))
    most = count(len(cell.projects), lang, f"{cell.fact}.count")
    return sentence(_MOST[lang], count=most, projects=rated, status=status, risk=risk)


def _table(found: Summary, lang: Lang) -> DataTable:
    rows = tuple((status, *(_cell(found.matrix.of(status, risk), lang) for risk in Rating)) for status in Rating)
    heads = [Column(_RISK[lang].format(rating=risk.label[lang]), rating=risk) for risk in Rating]
    unrated = [each.id for each in found.active if each.status is None or each.risk is None]
    return DataTable(
        columns=(Column(_CORNER[lang]), *heads),
        rows=rows,
        note=_UNRATED[lang].format(projects=", ".join(unrated)) if unrated else "",
        values=Values(
            ("status", "risk", "projects", "budget"),
            tuple(
                (cell.status.value, cell.risk.value, len(cell.projects), cell.budget.amount)
                for cell in found.matrix.cells
            ),
        ),
    )


def _cell(cell: MatrixCell, lang: Lang) -> Cell:
    if not cell.projects:
        return _NONE[lang]
    amount = cell.budget.amount
    known = sentence(MILLION[lang], amount=mill(amount, lang, f"{cell.fact}.amount"))
    projects = count(len(cell.projects), lang, f"{cell.fact}.count")
    return Projects(tuple(each.id for each in cell.projects), projects, NOT_GIVEN[lang] if amount is None else known)
