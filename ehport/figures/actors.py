"""Projects and money of each organisation: a mark for every project, a bar for the budget."""

from __future__ import annotations

from ehport.analysis.organisations import OrganisationBudget
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, Scale, below, draw_amount, row, scale
from ehport.figures.canvas import Canvas
from ehport.figures.drawing import (
    BUDGET,
    IN_TABLE,
    OF_GIVEN,
    PROJECTS,
    SUM,
    WITHOUT,
    Words,
    columns,
    complete,
    count,
    counted,
    marks_of,
    money,
    opening,
    percent,
    unmarked,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.style import STRONG
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.counting import ORGANISATIONS
from ehport.lang.language import Lang, Text

NAME = "actors"
_HEIGHT, _STEP, _GAP = 3.2, 4.2, 1.7
_MARKS_END, _MONEY_START = 108.0, 114.0
_ALMOST_HALF = 45

_SUBTITLE = Text(
    "Prosjekter etter ansvarlig virksomhet, og samlet budsjett i {year}. Ett merke er ett prosjekt.",
    "Projects by responsible organisation, and total budget in {year}. One mark is one project.",
)
_ALT = Text(
    "Merker og stolper: antall prosjekter og budsjett i {year} for {count}. {finding}. " + IN_TABLE.nb,
    "Marks and bars: number of projects and budget in {year} for {count}. {finding}. " + IN_TABLE.en,
)
_MOST = Text("{name} har mer enn halvparten av {budget}", "{name} has more than half of {budget}")
_HALF = Text("{name} har nesten halvparten av {budget}", "{name} has almost half of {budget}")
_LARGEST = Text(
    "{name} har det største budsjettet: {share} prosent av pengene{given}",
    "{name} has the largest budget: {share} per cent of the money{given}",
)
_GIVEN = Text(" som er oppgitt", " that is given")
_ALL_MONEY = Text("{name} har hele {budget}", "{name} has all of {budget}")
_ALONE = Text("{name} er ansvarlig for hele porteføljen", "{name} is responsible for the whole portfolio")
_SPREAD = Text("{actors} har {projects}", "{actors} have {projects}")
_ACTOR = Text("Virksomhet", "Organisation")


def actors(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when there are no projects."""
    if not found.projects:
        return None
    lang, facts = edition.lang, {"year": found.budget_year}
    headline = _finding(found, lang)
    alt = sentence(_ALT[lang], count=_organisations(found, lang), finding=headline, **facts)

    def draw(canvas: Canvas) -> None:
        amounts = [BarAmount.of(each.budget, lang, is_sum=True) for each in found.organisations]
        left = 0.0 if canvas.format.is_narrow else _MONEY_START
        on = scale(canvas, amounts, left=left, right=canvas.format.width)
        top = _heads(canvas, PROJECTS[lang], BUDGET[lang].format(**facts))
        for organisation, amount in zip(found.organisations, amounts, strict=True):
            top = _row(canvas, top, organisation=organisation, amount=amount, on=on)

    return complete(
        NAME,
        draw,
        words=Words(headline, _SUBTITLE[lang].format(**facts) + unmarked(found.projects, lang), alt),
        data=_table(found, lang),
        key=marks_of(found.projects),
    )


def _heads(canvas: Canvas, marks: str, money: str) -> float:
    middle = canvas.leading() / 2
    if canvas.format.is_narrow:
        return 0.0
    canvas.words((canvas.format.main, middle), marks, STRONG)
    canvas.words((_MONEY_START, middle), money, STRONG)
    return canvas.height + _GAP


def _row(canvas: Canvas, top: float, *, organisation: OrganisationBudget, amount: BarAmount, on: Scale) -> float:
    place = row(canvas, top, organisation.short_name, height=_HEIGHT)
    end = canvas.format.width if canvas.format.is_narrow else _MARKS_END
    projects = str(len(organisation.projects))
    each_line = int((end - place.x - canvas.width_of(projects, STRONG) - 2) // _STEP)
    x, y = place.x, place.middle
    for index, project in enumerate(organisation.projects):
        x = place.x + (index % each_line) * _STEP
        y = place.middle + (index // each_line) * _STEP
        canvas.mark((x + 1.2, y), project.mark)
    canvas.words((x + _STEP, y), projects, STRONG)
    if canvas.format.is_narrow:
        y += _STEP
        draw_amount(canvas, amount, on, y=y - _HEIGHT / 2, height=_HEIGHT)
    else:
        draw_amount(canvas, amount, on, y=place.y, height=_HEIGHT)
    return below(canvas, place, gap=_GAP)


def _organisations(found: Summary, lang: Lang) -> str:
    return counted(len(found.organisations), lang, "organisations.count", ORGANISATIONS)


def _finding(found: Summary, lang: Lang) -> str:
    first = found.organisations[0]
    if len(found.organisations) == 1:
        return _ALONE[lang].format(name=first.short_name)
    amounts = [each.budget.amount or 0 for each in found.organisations]
    most, total = max(amounts), sum(amounts)
    if min(amounts) < 0 or most <= 0 or amounts.count(most) > 1:
        projects = counted(len(found.projects), lang, "projects.count")
        told = sentence(_SPREAD[lang], actors=_organisations(found, lang), projects=projects)
        return opening(told, lang, ORGANISATIONS)
    largest = found.organisations[amounts.index(most)]
    part = found.organisation_share(largest)
    almost_half = part >= _ALMOST_HALF and 2 * most < total
    text = _MOST if 2 * most > total else _HALF if almost_half else _LARGEST
    lacking = bool(found.budget.missing)
    words = {"budget": OF_GIVEN[lacking][lang], "given": _GIVEN[lang] if lacking else ""}
    share = percent(part, f"{largest.fact}.share")
    return sentence((_ALL_MONEY if most == total else text)[lang], name=largest.short_name, share=share, **words)


def _table(found: Summary, lang: Lang) -> DataTable:
    heads = [_ACTOR[lang], PROJECTS[lang], BUDGET[lang].format(year=found.budget_year)]
    facts = [(each.short_name, each.fact, each.projects, each.budget) for each in found.organisations]
    lacking = bool(found.budget.missing)
    rows = [
        (
            name,
            count(len(projects), lang, f"{fact}.count"),
            money(budget, projects, lang, f"{fact}.budget"),
            count(len(budget.missing), lang, f"{fact}.missing.count"),
        )
        for name, fact, projects, budget in facts
    ]
    total = money(found.budget, found.projects, lang, "budget.total")
    lacks = count(len(found.budget.missing), lang, "budget.missing.count")
    rows.append((SUM[lang], count(len(found.projects), lang, "projects.count"), total, lacks))
    printed = rows if lacking else [row[:-1] for row in rows]
    names = ("organisation", "projects", "red", "yellow", "green", "paused", "budget", "without_amount")
    return DataTable(
        columns=columns([*heads, WITHOUT[lang]] if lacking else heads),
        rows=tuple(printed[:-1]),
        total_row=printed[-1],
        values=FigureValues(names, tuple(_values(each) for each in found.organisations)),
    )


def _values(each: OrganisationBudget) -> tuple[str | int | None, ...]:
    marks = [project.mark for project in each.projects]
    counts = [marks.count(mark) for mark in (*Rating, ProjectState.PAUSED)]
    return (each.name, len(marks), *counts, each.budget.amount, len(each.budget.missing))
