"""The portrait of the portfolio on the title page: a bar for each strategic area, a stripe for each project."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.areas import StrategicAreaBudget
from ehport.analysis.printed import Printed, sentence
from ehport.analysis.summary import Summary
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import (
    BUDGET,
    MILLION,
    NOT_GIVEN,
    PAUSED,
    PROJECTS,
    SUM,
    Words,
    columns,
    complete,
    count,
    counted,
    money,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.style import Look
from ehport.lang import numbers
from ehport.lang.counting import STRATEGIC_AREAS
from ehport.lang.language import Lang, Text

NAME = "cover"
_HEIGHT, _THIN, _GAP = 9.6, 0.7, 4.4
_AREA, _MONEY = Look(9, 600), Look(9, fill="soft")

_HEADLINE = Text("Porteføljen i {year}", "The portfolio in {year}")
_SUBTITLE = Text(
    "Én stripe er ett prosjekt, bredden er budsjettet for {year}. Prosjekter uten budsjett vises som en strek.",
    "One stripe is one project, its width the budget for {year}. Projects without a budget are a thin line.",
)
_ALT = Text(
    "Stolper for {areas}, delt i en stripe per prosjekt; bredden er budsjettet i {year}. Til sammen {projects}{total}.",
    "Bars for {areas}, with a stripe for each project; its width is the budget in {year}. In total {projects}{total}.",
)
_TOTAL = Text(" og {total} millioner kroner", " and NOK {total} million")
_NO_TOTAL = Text(", men ikke noe budsjett som teller", ", but no budget that counts")
_AREA_HEAD = Text("Strategiområde", "Strategic area")


def cover(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project belongs to a strategic area."""
    lang = edition.lang
    areas = [area for area in found.strategic_areas if area.projects]
    if not areas:
        return None
    facts = {
        "year": found.budget_year,
        "areas": counted(len(areas), lang, "strategies.this_year.count", STRATEGIC_AREAS),
        "projects": counted(len(found.all_strategic_areas.projects), lang, f"{found.all_strategic_areas.fact}.count"),
        "total": _total(found.all_strategic_areas, lang),
    }
    words = Words(_HEADLINE[lang].format(**facts), _SUBTITLE[lang].format(**facts), sentence(_ALT[lang], **facts))
    return complete(
        NAME, lambda canvas: _draw(canvas, areas, lang=lang), words=words, data=_table(found, areas, lang=lang)
    )


def _draw(canvas: Canvas, areas: Sequence[StrategicAreaBudget], *, lang: Lang) -> None:
    stripes = [sorted((max(each.budget or 0, 0) for each in area.projects), reverse=True) for area in areas]
    sums = [_money(area, lang) for area in areas]
    room = canvas.format.width - max(canvas.width_of(text, _MONEY) for text in sums) - 2
    step = min((room - _THIN * len(each)) / max(sum(each), 1) for each in stripes)
    for area, widths, text in zip(areas, stripes, sums, strict=True):
        top = canvas.height + (_GAP if canvas.height else 0)
        for line in canvas.wrapped(_name(area), canvas.format.width, _AREA):
            canvas.words((0, top + canvas.leading(_AREA) / 2), line, _AREA)
            top += canvas.leading(_AREA)
        x = 0.0
        for width in widths:
            bar = Box(x, top + 0.6, max(width * step, _THIN), _HEIGHT)
            canvas.bar(bar, "accent", edge="paper")
            x = bar.right
        canvas.words((x + 2, top + 0.6 + _HEIGHT / 2), text, _MONEY)


def _total(whole: StrategicAreaBudget, lang: Lang) -> str:
    amount = whole.budget.amount
    if amount is None:
        return _NO_TOTAL[lang]
    return sentence(_TOTAL[lang], total=Printed(numbers.mnok(amount, lang, decimals=0), f"{whole.fact}.budget", "mill"))


def _money(area: StrategicAreaBudget, lang: Lang) -> str:
    """Return an area's money in whole millions; without money, it is not given or belongs to paused projects."""
    if area.budget.amount is None:
        return (NOT_GIVEN if area.budget.missing else PAUSED)[lang]
    amount = numbers.mnok(area.budget.amount, lang, decimals=0)
    return sentence(MILLION[lang], amount=Printed(amount, f"{area.fact}.budget", "mill"))


def _table(found: Summary, areas: Sequence[StrategicAreaBudget], *, lang: Lang) -> DataTable:
    heads = (_AREA_HEAD[lang], PROJECTS[lang], BUDGET[lang].format(year=found.budget_year))
    return DataTable(
        columns=columns(heads),
        rows=tuple((_name(area), *_numbers(area, lang)) for area in areas),
        total_row=(SUM[lang], *_numbers(found.all_strategic_areas, lang)),
        values=FigureValues(
            ("strategic_area", "project", "budget"),
            tuple((area.code, each.id, each.budget) for area in areas for each in area.projects),
        ),
    )


def _numbers(area: StrategicAreaBudget, lang: Lang) -> tuple[str, str]:
    projects = count(len(area.projects), lang, f"{area.fact}.count")
    return projects, money(area.budget, area.projects, lang, f"{area.fact}.budget")


def _name(area: StrategicAreaBudget) -> str:
    return f"{area.code} {area.name}".strip()
