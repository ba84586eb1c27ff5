"""This and next year's money of each strategic area."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.areas import StrategicAreaBudget
from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, below, draw_amount, row, scale
from ehport.figures.canvas import Canvas
from ehport.figures.drawing import IN_TABLE, SUM, Words, columns, complete, count, counted, money, part_of
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.lang.counting import STRATEGIC_AREAS, Noun, listed, verbs
from ehport.lang.language import Lang, Text

NAME = "next-year"
_BAR, _PAIR, _GAP = 3.2, 6.9, 1.8

_SUBTITLE = Text(
    "Budsjett i mill. kr etter prosjektets primære innsatsområde. Lys stolpe er {year}, mørk er {next}.",
    "Budget in NOK million by the project's primary focus area. The light bar is {year}, the dark one {next}.",
)
_ALT = Text(
    "Stolper: budsjett i {year} og {next} for {count}. {finding}. " + IN_TABLE.nb,
    "Bars: budget in {year} and {next} for {count}. {finding}. " + IN_TABLE.en,
)
_ONE_LOWER = Text("Budsjettet for {next} er lavere enn for {year}", "The budget for {next} is lower than for {year}")
_ONE_NOT_LOWER = Text(
    "Budsjettet for {next} er ikke lavere enn for {year}", "The budget for {next} is not lower than for {year}"
)
_ALL_LOWER = Text(
    "Budsjettet for {next} er lavere enn for {year} på alle strategiområder",
    "The budget for {next} is lower than for {year} in all strategic areas",
)
_ALL_BUT = Text(
    "Budsjettet for {next} er lavere enn for {year} på alle strategiområder unntatt {names}",
    "The budget for {next} is lower than for {year} in all strategic areas except {names}",
)
_SOME_LOWER = Text(
    "Budsjettet for {next} er lavere enn for {year} på {part}",
    "The budget for {next} is lower than for {year} in {part}",
)
_NONE_LOWER = Text(
    "Ingen strategiområder har lavere budsjett for {next} enn for {year}",
    "No strategic area has a lower budget for {next} than for {year}",
)
_NOBODY = Text("Ingen prosjekter har oppgitt budsjett for {next}", "No project has given a budget for {next}")
_NONE_GO_ON = Text("Ingen prosjekter er meldt for {next}", "No project is reported for {next}")
_ONLY_PAUSED = Text(
    "Prosjektene som er meldt for {next}, er på pause, og budsjettet teller ikke",
    "The projects reported for {next} are paused, and their budget does not count",
)
_KNOWN = Noun(
    Text("strategiområde med beløp for begge årene", "strategic area with an amount for both years"),
    Text("strategiområder med beløp for begge årene", "strategic areas with an amount for both years"),
    Text("det ene strategiområdet med beløp for begge årene", "the only strategic area with an amount for both years"),
    Text("begge strategiområdene med beløp for begge årene", "both strategic areas with an amount for both years"),
    is_neuter=True,
)
_NOT_GIVEN_NOW = Text(
    "Ingen prosjekter har oppgitt budsjett for både {year} og {next}",
    "No project has given a budget for both {year} and {next}",
)
_MISSING = Text(", men {projects} mangler beløp", ", but {projects} {lack} an amount")
_MISSING_OF = Text(
    ", men {projects} mangler beløp for {next} og {others} for {year}",
    ", but {projects} {lack} an amount for {next} and {others} for {year}",
)
_MISSING_NOW = Text(", men {others} mangler beløp for {year}", ", but {others} {lack} an amount for {year}")
_WITHOUT = Text("{amount}, {count} uten beløp", "{amount}, {count} without an amount")
_HEADS = (
    Text("Strategiområde", "Strategic area"),
    Text("{year}, mill. kr", "{year}, NOK million"),
    Text("{next}, mill. kr", "{next}, NOK million"),
    Text("Prosjekter {year}", "Projects {year}"),
    Text("Prosjekter {next}", "Projects {next}"),
    Text("Uten beløp {next}", "No amount {next}"),
)
_FEW = 2


def next_year(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no strategic area has a project this or next year."""
    lang = edition.lang
    areas = found.strategic_areas_in_use
    if not areas:
        return None
    facts = {"year": found.budget_year, "next": found.next_year.year}
    headline = _finding(found, facts, lang=lang)
    alt = sentence(_ALT[lang], finding=headline, count=_strategies(areas, lang), **facts)
    words = Words(headline, _SUBTITLE[lang].format(**facts), alt)
    return complete(
        NAME,
        lambda canvas: _draw(canvas, areas, facts=facts, lang=lang),
        words=words,
        data=_table(found, facts, lang=lang),
    )


def _draw(canvas: Canvas, areas: Sequence[StrategicAreaBudget], *, facts: dict[str, int], lang: Lang) -> None:
    pairs = [(BarAmount.of(area.budget, lang), _then(area, lang)) for area in areas]
    years = (facts["year"], facts["next"])
    first = tuple(
        BarAmount(each.value, f"{year}: {each.text}", each.is_sum) for each, year in zip(pairs[0], years, strict=True)
    )
    pairs = [(first[0], first[1]), *pairs[1:]]
    on = scale(canvas, [each for pair in pairs for each in pair], left=canvas.format.main, right=canvas.format.width)
    top = 0.0
    for area, pair in zip(areas, pairs, strict=True):
        place = row(canvas, top, f"{area.code} {area.name}", height=_PAIR)
        for index, amount in enumerate(pair):
            draw_amount(canvas, amount, on, y=place.y + index * (_PAIR - _BAR), height=_BAR)
        top = below(canvas, place, gap=_GAP)


def _then(area: StrategicAreaBudget, lang: Lang) -> BarAmount:
    amount = BarAmount.of(area.next_budget, lang, is_sum=True)
    missing = len(area.next_budget.missing)
    if amount.value is None or not missing:
        return amount
    return BarAmount(amount.value, _WITHOUT[lang].format(amount=amount.text, count=missing), is_sum=True)


def _strategies(areas: Sequence[StrategicAreaBudget], lang: Lang) -> str:
    return counted(len(areas), lang, "strategies.count", STRATEGIC_AREAS)


def _finding(found: Summary, facts: dict[str, int], *, lang: Lang) -> str:
    whole = found.all_strategic_areas
    text = _without_money(whole)
    if text is not None:
        return text[lang].format(**facts)
    told = _compared(found.strategic_areas_in_use, facts, lang=lang)
    then, now = len(whole.next_budget.missing), len(whole.budget.missing)
    if not then and not now:
        return told
    lacking = {
        "projects": counted(then, lang, f"{whole.fact}.next.missing.count"),
        "others": counted(now, lang, f"{whole.fact}.missing.count") if not then else _few(now, whole, lang),
    }
    missing = _MISSING if not now else _MISSING_OF if then else _MISSING_NOW
    return Sentence(told, sentence(missing[lang], **lacking, **facts, **verbs(then or now)))


def _few(number: int, whole: StrategicAreaBudget, lang: Lang) -> str:
    return count(number, lang, f"{whole.fact}.missing.count")


def _without_money(whole: StrategicAreaBudget) -> Text | None:
    """Return what is said when there is no money for next year at all, ``None`` when there is."""
    if not whole.next_projects:
        return _NONE_GO_ON
    if whole.next_budget.amount is not None:
        return None
    return _NOBODY if whole.next_budget.missing else _ONLY_PAUSED


def _compared(areas: Sequence[StrategicAreaBudget], facts: dict[str, int], *, lang: Lang) -> str:
    """Return where the budget is lower; an area without money in one of the years is compared with nothing."""
    known, lower = [area for area in areas if area.is_known], [area for area in areas if area.is_lower]
    others = [area.name for area in areas if area not in lower]
    if not known:
        return _NOT_GIVEN_NOW[lang].format(**facts)
    if len(areas) == 1:
        text = _ONE_LOWER if lower else _ONE_NOT_LOWER
    elif len(known) < len(areas):
        text = _SOME_LOWER
    elif not lower:
        text = _NONE_LOWER
    elif not others:
        text = _ALL_LOWER
    else:
        text = _ALL_BUT if len(others) <= _FEW < len(lower) else _SOME_LOWER
    sort = STRATEGIC_AREAS if len(known) == len(areas) else _KNOWN
    of = (len(known), "strategies.count" if len(known) == len(areas) else "strategies.known.count")
    part = part_of((len(lower), "strategies.lower.count"), of, lang, sort)
    return sentence(text[lang], names=listed([f"«{name}»" for name in others], lang), part=part, **facts)


def _table(found: Summary, facts: dict[str, int], *, lang: Lang) -> DataTable:
    areas = found.strategic_areas_in_use
    return DataTable(
        columns=columns([head[lang].format(**facts) for head in _HEADS]),
        rows=tuple((f"{area.code} {area.name}", *_numbers(area, lang)) for area in areas),
        total_row=(SUM[lang], *_numbers(found.all_strategic_areas, lang)),
        values=FigureValues(
            ("strategic_area", "budget", "next_budget", "projects", "next_projects", "next_without_amount"),
            tuple(map(_values, areas)),
        ),
    )


def _numbers(area: StrategicAreaBudget, lang: Lang) -> tuple[str, ...]:
    return (
        money(area.budget, area.projects, lang, f"{area.fact}.budget"),
        money(area.next_budget, area.next_projects, lang, f"{area.fact}.next"),
        count(len(area.projects), lang, f"{area.fact}.count"),
        count(len(area.next_projects), lang, f"{area.fact}.next.count"),
        count(len(area.next_budget.missing), lang, f"{area.fact}.next.missing.count"),
    )


def _values(area: StrategicAreaBudget) -> tuple[str | int | None, ...]:
    counts = (len(area.projects), len(area.next_projects), len(area.next_budget.missing))
    return (area.code, area.budget.amount, area.next_budget.amount, *counts)
