"""Status against risk: a table with counts, money and the projects' numbers, so it has no drawing."""

from __future__ import annotations

from ehport.analysis.printed import sentence
from ehport.analysis.ratings import Matrix, MatrixCell
from ehport.analysis.summary import Summary
from ehport.figures.drawing import MILLION, NOT_GIVEN, count, counted, mill, opening, part_of
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureColumn, FigureValues, Projects
from ehport.form.vocabulary import Rating
from ehport.lang.counting import ACTIVE_PROJECTS, Noun, listed, verbs
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
    "{part} har {status} status og {risk} risiko",
    "{part} {have} {status} status and {risk} risk",
)
_TIE = Text(
    "{combinations} er like vanlig, med {projects} hver",
    "{combinations} are equally common, with {projects} each",
)
_COMBINATION = Text("{status} status med {risk} risiko", "{status} status with {risk} risk")
_SPREAD = Text(
    "Ingen av {places} av status og risiko er vanligere enn alle andre",
    "None of {places} of status and risk is more common than all others",
)
PLACES = Noun(
    Text("kombinasjon", "combination"),
    Text("kombinasjoner", "combinations"),
    Text("den ene kombinasjonen", "the only combination"),
    Text("begge kombinasjonene", "both combinations"),
)
_RATED = Noun(
    Text("aktivt prosjekt med status og risiko", "active project with status and risk"),
    Text("aktive prosjekter med status og risiko", "active projects with status and risk"),
    Text("det ene aktive prosjektet med status og risiko", "the only active project with status and risk"),
    Text("begge de aktive prosjektene med status og risiko", "both active projects with status and risk"),
    is_neuter=True,
)
_FEW = 2
_CORNER = Text("Status", "Status")
_RISK = Text("{rating} risiko", "{rating} risk")
_NONE = Text("Ingen", "None")
_UNRATED = Text("Uten status eller risiko: {projects}.", "Without status or risk: {projects}.")


def status_risk(found: Summary, edition: Edition) -> Figure | None:
    """Return the table as a figure without a drawing; ``None`` when no project has both ratings."""
    lang = edition.lang
    if not found.matrix.projects:
        return None
    sort = rated_projects(found)
    rated = counted(len(found.matrix.projects), lang, "matrix.rated.count", sort)
    headline = opening(_finding(found.matrix, sort, lang=lang), lang, sort)
    alt = sentence(_ALT[lang], projects=rated, finding=headline)
    return Figure(
        name=NAME,
        svg="",
        headline=headline,
        subtitle=_SUBTITLE[lang].format(year=found.budget_year),
        alt=alt,
        data=_table(found, lang),
    )


def rated_projects(found: Summary) -> Noun:
    """Return what the projects of the matrix are called: the active ones, or those of them with both ratings."""
    return ACTIVE_PROJECTS if len(found.matrix.projects) == len(found.active) else _RATED


def _finding(found: Matrix, sort: Noun, *, lang: Lang) -> str:
    most = max(len(cell.projects) for cell in found.cells)
    first = [cell for cell in found.cells if len(cell.projects) == most]
    if len(first) == 1:
        counts = (most, f"{first[0].fact}.count"), (len(found.projects), "matrix.rated.count")
        part = part_of(*counts, lang, sort)
        return sentence(_MOST[lang], part=part, **_ratings(first[0], lang), **verbs(most))
    if len(first) > _FEW:
        used = sum(bool(cell.projects) for cell in found.cells)
        return sentence(_SPREAD[lang], places=counted(used, lang, "matrix.cells.count", PLACES))
    named = listed([_COMBINATION[lang].format(**_ratings(cell, lang)) for cell in first], lang)
    return sentence(_TIE[lang], combinations=named, projects=counted(most, lang, f"{first[0].fact}.count"))


def _ratings(cell: MatrixCell, lang: Lang) -> dict[str, str]:
    return {"status": cell.status.label[lang].lower(), "risk": cell.risk.label[lang].lower()}


def _table(found: Summary, lang: Lang) -> DataTable:
    rows = tuple((status, *(_cell(found.matrix.of(status, risk), lang) for risk in Rating)) for status in Rating)
    heads = [FigureColumn(_RISK[lang].format(rating=risk.label[lang]), rating=risk) for risk in Rating]
    unrated = [each.id for each in found.active if each.status is None or each.risk is None]
    return DataTable(
        columns=(FigureColumn(_CORNER[lang]), *heads),
        rows=rows,
        note=_UNRATED[lang].format(projects=", ".join(unrated)) if unrated else "",
        values=FigureValues(
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
