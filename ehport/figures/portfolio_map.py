"""The portfolio at a glance: status down, risk across, and a square for each project with its money as area."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ehport.analysis.printed import sentence
from ehport.analysis.ratings import MatrixCell
from ehport.analysis.summary import Summary
from ehport.figures.canvas import Canvas
from ehport.figures.drawing import (
    BUDGET,
    IN_TABLE,
    SUM,
    Words,
    complete,
    count,
    counted,
    mill,
    money,
    opening,
    part_of,
    percent,
    without_money,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureColumn, FigureValues, Projects
from ehport.figures.status_risk import PLACES, rated_projects
from ehport.figures.style import SOFT, STRONG
from ehport.figures.tiles import draw_tile, largest_first, pack
from ehport.form.vocabulary import Rating
from ehport.lang.counting import verbs
from ehport.lang.language import Lang, Text

NAME = "portfolio-map"
_LARGEST_SIDE, _LARGEST_AREA, _LEAST, _PAD = 17.0, 4000.0, 20.0, 2.0

_SUBTITLE = Text(
    "{projects} etter status og risiko. Arealet er budsjettet i {year}, tallet er prosjektnummeret."
    " En tom firkant er null eller mindre, en stiplet er ikke oppgitt.",
    "{projects} by status and risk. The area is the budget in {year}, the number is the project's."
    " An empty square is zero or less, a broken one is not given.",
)
_ALT = Text(
    "Kart: {projects} plassert etter status og risiko, med budsjettet som areal. {finding}. " + IN_TABLE.nb,
    "Map: {projects} placed by status and risk, with the budget as area. {finding}. " + IN_TABLE.en,
)
_MOST = Text(
    "{share} prosent av pengene{given} ligger i prosjekter med {status} status og {risk} risiko",
    "{share} per cent of the money{given} is in projects with {status} status and {risk} risk",
)
_GIVEN = Text(" som er oppgitt,", " that is given")
_ALL = Text("{projects} har {status} status og {risk} risiko", "{projects} {have} {status} status and {risk} risk")
_SPREAD = Text(
    "Prosjektene fordeler seg på {places} av status og risiko",
    "The projects are spread over {places} of status and risk",
)
_STATUS, _RISK = Text("{rating} status", "{rating} status"), Text("{rating} risiko", "{rating} risk")
_NONE = Text("ingen", "none")
_IN_APPENDIX = Text("Budsjettet til hvert prosjekt står i vedlegg 1.", "The budget of each project is in appendix 1.")
_HEADS = (Text("Status", "Status"), Text("Risiko", "Risk"), Text("Antall", "Number"))
_WHICH = Text("Prosjekter, størst først", "Projects, largest first")


def portfolio_map(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project has both ratings."""
    lang = edition.lang
    cells = [cell for cell in found.matrix.cells if cell.projects]
    if not cells:
        return None
    projects = counted(len(found.matrix.projects), lang, "matrix.rated.count", rated_projects(found))
    facts = {"year": found.budget_year, "projects": projects}
    headline = _finding(found, cells, lang=lang)
    return complete(
        NAME,
        lambda canvas: _draw(canvas, found, lang=lang),
        words=Words(headline, sentence(_SUBTITLE[lang], **facts), sentence(_ALT[lang], finding=headline, **facts)),
        data=_table(found, cells, lang=lang),
    )


def _draw(canvas: Canvas, found: Summary, *, lang: Lang) -> None:
    amounts = [max(each.budget or 0, 0) for cell in found.matrix.cells for each in cell.projects]
    area = min(_LARGEST_SIDE**2 / max(*amounts, 1), _LARGEST_AREA / max(sum(amounts), 1))
    if canvas.format.is_narrow:
        for cell in found.matrix.cells:
            if cell.projects:
                _draw_listed(canvas, cell, area=area, lang=lang)
    else:
        _draw_grid(canvas, found, area=area, lang=lang)


def _draw_listed(canvas: Canvas, cell: MatrixCell, *, area: float, lang: Lang) -> None:
    """Draw a combination under the one before, headed by its two ratings."""
    top = canvas.height + (2 * _PAD if canvas.height else 0) + canvas.leading() / 2
    end = _rating(canvas, 0, top, rating=cell.status, text=_STATUS[lang].format(rating=cell.status.label[lang]))
    _rating(canvas, end + 2 * _PAD, top, rating=cell.risk, text=_RISK[lang].format(rating=cell.risk.label[lang]))
    tiles, _ = pack(canvas, cell.projects, room=canvas.format.width, area=area)
    below = canvas.height + _PAD / 2
    for tile in tiles:
        draw_tile(canvas, tile, left=0, top=below)


def _draw_grid(canvas: Canvas, found: Summary, *, area: float, lang: Lang) -> None:
    widths = _widths(canvas, found, area=area)
    lefts = [canvas.format.main + sum(widths[:index]) for index in range(len(widths))]
    for left, risk in zip(lefts, Rating, strict=True):
        _rating(canvas, left, canvas.leading() / 2, rating=risk, text=_RISK[lang].format(rating=risk.label[lang]))
    for status in Rating:
        top = canvas.height + _PAD
        canvas.line((0, top), (canvas.format.width, top))
        top += _PAD
        name = _STATUS[lang].format(rating=status.label[lang])
        _rating(canvas, 0, top + canvas.leading() / 2, rating=status, text=name)
        for left, width, risk in zip(lefts, widths, Rating, strict=True):
            cell = found.matrix.of(status, risk)
            if not cell.projects:
                canvas.words((left, top + canvas.leading() / 2), _NONE[lang], SOFT)
            for tile in pack(canvas, cell.projects, room=width - 2 * _PAD, area=area)[0]:
                draw_tile(canvas, tile, left=left, top=top)


def _rating(canvas: Canvas, x: float, y: float, *, rating: Rating, text: str) -> float:
    canvas.mark((x + 1, y), rating)
    return canvas.words((x + 3.2, y), text, STRONG).right


def _widths(canvas: Canvas, found: Summary, *, area: float) -> list[float]:
    """Return the widths of the columns: each has the least, and a part of the rest by what its fullest cell needs."""
    needs = []
    for risk in Rating:
        packed = [pack(canvas, found.matrix.of(status, risk).projects, room=0, area=area)[0] for status in Rating]
        needs.append(max(math.sqrt(sum(each.box.width * each.box.height for each in tiles)) for tiles in packed))
    rest = canvas.format.room - _LEAST * len(needs)
    return [_LEAST + rest * need / (sum(needs) or 1) for need in needs]


def _finding(found: Summary, cells: Sequence[MatrixCell], *, lang: Lang) -> str:
    if all(cell.budget.amount is None for cell in cells):
        return without_money(found.matrix.projects, "matrix.rated.count", lang)
    if len(cells) == 1:
        number = len(found.matrix.projects)
        whole, sort = (number, "matrix.rated.count"), rated_projects(found)
        told = sentence(
            _ALL[lang], projects=part_of(whole, whole, lang, sort), **_ratings(cells[0], lang), **verbs(number)
        )
        return opening(told, lang)
    amounts = [cell.budget.amount or 0 for cell in cells]
    most = max(amounts)
    if most <= 0 or amounts.count(most) > 1 or min(amounts) < 0:
        return sentence(_SPREAD[lang], places=counted(len(cells), lang, "matrix.cells.count", PLACES))
    cell = cells[amounts.index(most)]
    share = percent(found.matrix.share(cell), f"{cell.fact}.amount_share")
    given = _GIVEN[lang] if any(each.budget.missing for each in cells) else ""
    return sentence(_MOST[lang], share=share, given=given, **_ratings(cell, lang))


def _ratings(cell: MatrixCell, lang: Lang) -> dict[str, str]:
    return {"status": cell.status.label[lang].lower(), "risk": cell.risk.label[lang].lower()}


def _table(found: Summary, cells: Sequence[MatrixCell], *, lang: Lang) -> DataTable:
    heads = [head[lang] for head in _HEADS]
    every = [(cell, each) for cell in cells for each in cell.projects]
    numeric = (
        FigureColumn(heads[2], numeric=True),
        FigureColumn(BUDGET[lang].format(year=found.budget_year), numeric=True),
    )
    return DataTable(
        columns=(FigureColumn(heads[0]), FigureColumn(heads[1]), *numeric, FigureColumn(_WHICH[lang])),
        rows=tuple(
            (
                cell.status,
                cell.risk,
                count(len(cell.projects), lang, f"{cell.fact}.count"),
                money(cell.budget, cell.projects, lang, f"{cell.fact}.amount"),
                Projects(tuple(each.id for each in largest_first(cell.projects))),
            )
            for cell in cells
        ),
        total_row=(
            SUM[lang],
            "",
            count(len(every), lang, "matrix.rated.count"),
            mill(found.matrix.amount, lang, "matrix.rated.amount"),
            "",
        ),
        note=_IN_APPENDIX[lang],
        values=FigureValues(
            ("project", "status", "risk", "budget"),
            tuple((each.id, cell.status.value, cell.risk.value, each.budget) for cell, each in every),
        ),
    )
