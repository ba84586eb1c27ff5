"""This year's money of each focus area, divided by the projects' status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehport.analysis.areas import FocusAreaBudget, StatusBudget
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import GAP, BarAmount, Scale, below, row, scale
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import (
    BUDGET,
    IN_TABLE,
    OF_GIVEN,
    PROJECTS,
    SUM,
    Words,
    columns,
    complete,
    count,
    counted,
    money,
    percent,
    without_money,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.style import STRONG_WEIGHT, Look
from ehport.form.vocabulary import Rating
from ehport.lang.counting import FOCUS_AREAS
from ehport.lang.language import Lang, Text

NAME = "focus-areas"
_HEIGHT, _GAP, _PAD = 4.2, 1.7, 1.0

_SUBTITLE = Text(
    "Budsjett i {year}, mill. kr, etter prosjektets primære innsatsområde og status. Tallet er summen av stolpen.",
    "Budget in {year}, NOK million, by the project's primary focus area and status. The number is the bar's total.",
)
_ALT = Text(
    "Delte stolper: budsjett i {year} for {count}, delt etter status. {finding}. " + IN_TABLE.nb,
    "Divided bars: budget in {year} for {count}, divided by status. {finding}. " + IN_TABLE.en,
)
_LARGEST = Text(
    "Mest penger går til innsatsområde {area}: {share} prosent av {budget}",
    "Focus area {area} receives the most money: {share} per cent of {budget}",
)
_ALL_MONEY = Text("Hele {budget} går til innsatsområde {area}", "All of {budget} goes to focus area {area}")
_SPREAD = Text("Prosjektene hører til {areas}", "The projects belong to {areas}")
_AREA = Text("Innsatsområde", "Focus area")
_OTHER = Text("Uten status", "No status")
_MONEY = Text("{name}, mill. kr", "{name}, NOK million")


def focus_areas(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project belongs to a focus area."""
    lang = edition.lang
    areas = [area for area in found.focus_areas if area.projects]
    if not areas:
        return None
    headline = _finding(found, areas, lang=lang)
    facts = {"year": found.budget_year, "count": counted(len(areas), lang, "areas.count", FOCUS_AREAS)}
    used = {part.status for area in areas for part in area.by_status}
    return complete(
        NAME,
        lambda canvas: _draw(canvas, areas, lang=lang),
        words=Words(headline, _SUBTITLE[lang].format(**facts), sentence(_ALT[lang], finding=headline, **facts)),
        data=_table(found, areas, lang=lang),
        key=tuple(rating for rating in Rating if rating in used),
    )


def _draw(canvas: Canvas, areas: Sequence[FocusAreaBudget], *, lang: Lang) -> None:
    totals = [BarAmount.of(area.budget, lang, is_sum=True) for area in areas]
    lengths = [sum(map(_positive, area.by_status)) for area in areas]
    drawn = [replace(each, value=length) for each, length in zip(totals, lengths, strict=True)]
    on = scale(canvas, drawn, left=canvas.format.main, right=canvas.format.width)
    top = 0.0
    for area, total in zip(areas, totals, strict=True):
        place = row(canvas, top, _name(area), height=_HEIGHT)
        end = on.zero
        for part in area.by_status:
            end = _part(canvas, part, on, start=end, y=place.y)
        canvas.words((end + GAP, place.middle), total.text, total.look)
        top = below(canvas, place, gap=_GAP)


def _part(canvas: Canvas, part: StatusBudget, on: Scale, *, start: float, y: float) -> float:
    """Draw one part and return where it ends; its symbol is in it where there is room."""
    amount = _positive(part)
    if not amount:
        return start
    box = Box(start, y, amount * on.step, _HEIGHT)
    if part.status is None:
        canvas.unknown(box)
        return box.right
    canvas.bar(box, part.status.colour.removeprefix("--"), edge="paper")
    look = Look(weight=STRONG_WEIGHT, fill=f"on-{part.status.value}")
    if canvas.width_of(part.status.symbol, look) + 2 * _PAD <= box.width:
        canvas.words((start + _PAD, box.middle), part.status.symbol, look)
    return box.right


def _positive(part: StatusBudget) -> int:
    return max(part.budget.amount or 0, 0)


def _name(area: FocusAreaBudget) -> str:
    return f"{area.code} {area.name}".strip()


def _finding(found: Summary, areas: Sequence[FocusAreaBudget], *, lang: Lang) -> str:
    if all(area.budget.amount is None for area in areas):
        return without_money(found.all_focus_areas.projects, f"{found.all_focus_areas.fact}.count", lang)
    amounts = [area.budget.amount or 0 for area in areas]
    most = max(amounts)
    if most <= 0 or amounts.count(most) > 1 or min(amounts) < 0:
        return sentence(_SPREAD[lang], areas=counted(len(areas), lang, "areas.count", FOCUS_AREAS))
    area = areas[amounts.index(most)]
    text = _ALL_MONEY if most == sum(amounts) else _LARGEST
    share = percent(found.area_share(area), f"{area.fact}.share")
    budget = OF_GIVEN[bool(found.all_focus_areas.budget.missing)][lang]
    return sentence(text[lang], area=_name(area), share=share, budget=budget)


def _table(found: Summary, areas: Sequence[FocusAreaBudget], *, lang: Lang) -> DataTable:
    whole = found.all_focus_areas
    used = [status for status in (*Rating, None) if (part := whole.of(status)) and part.budget.amount is not None]
    heads = [_MONEY[lang].format(name=status.label[lang] if status else _OTHER[lang]) for status in used]
    labels = (_AREA[lang], PROJECTS[lang], *heads, BUDGET[lang].format(year=found.budget_year))
    ratings = (None, None, *used, None)
    return DataTable(
        columns=tuple(replace(each, rating=of) for each, of in zip(columns(labels), ratings, strict=True)),
        rows=tuple((_name(area), *_numbers(area, used, lang=lang)) for area in areas),
        total_row=(SUM[lang], *_numbers(whole, used, lang=lang)),
        values=FigureValues(
            ("focus_area", "status", "projects", "budget"),
            tuple(
                (area.code, part.status.value if part.status else None, len(part.projects), part.budget.amount)
                for area in areas
                for part in area.by_status
            ),
        ),
    )


def _numbers(area: FocusAreaBudget, used: Sequence[Rating | None], *, lang: Lang) -> tuple[str, ...]:
    """Return an area's row: its projects, its money by status, and all its money."""
    parts = [area.of(each) or StatusBudget.of(each, ()) for each in used]
    by_status = [money(part.budget, part.projects, lang, f"{area.fact_of(part.status)}.budget") for part in parts]
    projects = count(len(area.projects), lang, f"{area.fact}.count")
    return (projects, *by_status, money(area.budget, area.projects, lang, f"{area.fact}.budget"))
