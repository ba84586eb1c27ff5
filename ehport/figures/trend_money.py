"""How many projects there were in each round, and their budget."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Printed, Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.analysis.trends import BUDGET, COUNT, Point, Series, Trends
from ehport.figures.drawing import (
    IN_TABLE,
    PROJECTS,
    Words,
    columns,
    complete,
    count,
    coverage,
    mill,
    opening,
    part_of,
    truth,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.over_time import Band, draw_bands
from ehport.figures.trend import ROUND, explain, unlike
from ehport.lang import dates, numbers
from ehport.lang.counting import ACTIVE_PROJECTS, verbs
from ehport.lang.language import Lang, Text

NAME = "trend-money"
_WHOLE, _FORMS = 1000, ("mill", "mill1")
_OF_PROJECTS, _OF_MONEY = 13.0, 20.0
_MONEY = Text("Budsjett, mill. kr", "Budget, NOK million")
_SUBTITLE = Text(
    "Prosjekter, og budsjettet i rundens budsjettår. Mørk stolpe er denne runden.",
    "Projects, and the budget of the round's budget year. The dark bar is this round.",
)
_ALT = Text(
    "Stolper over tid: prosjekter og budsjett, runde for runde. {finding}. " + IN_TABLE.nb,
    "Bars over time: projects and budget, round by round. {finding}. " + IN_TABLE.en,
)
_FALLEN = Text(
    "Budsjettet{year} har gått ned fra {then} til {now} mill. kr siden {month}",
    "The budget{year} has fallen from NOK {then} to {now} million since {month}",
)
_RISEN = Text(
    "Budsjettet{year} har økt fra {then} til {now} mill. kr siden {month}",
    "The budget{year} has risen from NOK {then} to {now} million since {month}",
)
_SAME = Text(
    "Budsjettet{year} er {now} mill. kr, som i {month}", "The budget{year} is NOK {now} million, as in {month}"
)
_ALONE = Text(
    "Budsjettet{year} er {now} mill. kr og kan ikke sammenlignes med tidligere runder",
    "The budget{year} is NOK {now} million and cannot be compared with earlier rounds",
)
_MOVED = Text(
    "Budsjettet{year} er {now} mill. kr; budsjettåret er flyttet fra {before}",
    "The budget{year} is NOK {now} million; the budget year has moved from {before}",
)
_OF_YEAR = Text(" for {year}", " for {year}")
_YEAR = Text("Budsjettår", "Budget year")
_LACKING = Text(
    "{projects} har ikke oppgitt budsjett i denne runden og mangler i summen.",
    "{projects} {have} given no budget in this round and {are} not in the sum.",
)
_NONE = Text("Ingen prosjekter har budsjett i denne runden", "No project has a budget in this round")


def trend_money(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when nothing is known of earlier rounds."""
    lang, known = edition.lang, found.trends
    if not known.is_told(COUNT, BUDGET):
        return None
    known = known.since_told(COUNT, BUDGET)
    headline = _finding(known.of(BUDGET), lang)
    both = (known.of(COUNT), known.of(BUDGET))
    bands = [_band(both[0], PROJECTS, _OF_PROJECTS, lang=lang), _band(both[1], _MONEY, _OF_MONEY, lang=lang)]
    subtitle = Sentence(_SUBTITLE[lang], explain(both, lang), _lacking(found, lang))
    return complete(
        NAME,
        lambda canvas: draw_bands(canvas, known.rounds, bands, lang),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline)),
        data=_table(known, both, lang=lang),
    )


def _band(series: Series, name: Text, height: float, *, lang: Lang) -> Band:
    is_money = series.name == BUDGET
    texts = tuple(
        "" if each.value is None else (str(_amount(series, each, lang)) if is_money else str(each.value))
        for each in series.points
    )
    peak = max((each.value or 0 for each in series.known), default=0)
    years = tuple("" if each.value is None else str(each.year) for each in series.points)
    below = years if len(series.years) > 1 else ()
    return Band(name[lang], series, texts, peak, height, below=below, below_name=_YEAR[lang])


def _lacking(found: Summary, lang: Lang) -> str:
    """Return how many of this round's projects give no budget; empty when all do, or none."""
    missing = len(found.budget.missing)
    if not missing or found.budget.amount is None:
        return ""
    part = (missing, "budget.missing.count"), (len(found.active), "projects.active.count")
    told = opening(part_of(*part, lang, ACTIVE_PROJECTS), lang, ACTIVE_PROJECTS)
    return Sentence(" ", sentence(_LACKING[lang], projects=told, **verbs(missing)))


def _finding(series: Series, lang: Lang) -> str:
    last = series.now
    if last.value is None:
        return _NONE[lang]
    now = mill(last.value, lang, series.fact(last))
    year = _OF_YEAR[lang].format(year=last.year) if len(series.years) > 1 else ""
    if len(series.alike) < 2:
        return _alone(series, year, now, lang=lang)
    first = series.alike[0]
    decimals = 0 if first.is_published and (first.value or 0) % _WHOLE == 0 else 1
    then, now = (_rounded(series, each, decimals, lang=lang) for each in (first, last))
    grown = (last.value or 0) - (first.value or 0)
    text = _SAME if then == now else _FALLEN if grown < 0 else _RISEN
    told = sentence(text[lang], year=year, then=then, now=now, month=dates.month(first.round_id, lang))
    return Sentence(told, coverage((first.missing, series.lacking(first)), (last.missing, series.lacking(last)), lang))


def _rounded(series: Series, point: Point, decimals: int, *, lang: Lang) -> str:
    """Return a sum as precisely as both that are compared are known: a published one may be in whole millions."""
    return Printed(numbers.mnok(point.value, lang, decimals=decimals), series.fact(point), _FORMS[decimals])


def _alone(series: Series, year: str, now: str, *, lang: Lang) -> str:
    """Return this round's budget, and why it is compared with none: the year has moved, or else it was counted so."""
    before = series.known[-2] if len(series.known) > 1 else series.now
    if before.year == series.now.year:
        return sentence(_ALONE[lang], year=year, now=now)
    return sentence(_MOVED[lang], year=year, now=now, before=before.year)


def _table(found: Trends, both: Sequence[Series], *, lang: Lang) -> DataTable:
    shown = len(both[1].years) > 1
    rows, values = [], []
    for place, round_id in enumerate(found.rounds):
        projects, money = (each.points[place] for each in both)
        number = numbers.MISSING if projects.value is None else count(projects.value, lang, both[0].fact(projects))
        year = (numbers.MISSING if money.value is None else str(money.year),) if shown else ()
        rows.append((dates.month(round_id, lang).capitalize(), number, *year, _amount(both[1], money, lang)))
        alike = truth(projects.comparable and money.comparable)
        values.append((round_id, projects.value, None if money.value is None else money.year, money.value, alike))
    return DataTable(
        columns=columns([ROUND[lang], PROJECTS[lang], *([_YEAR[lang]] if shown else []), _MONEY[lang]]),
        rows=tuple(rows),
        values=FigureValues(("round", "projects", "budget_year", "budget", "is_comparable"), tuple(values)),
        note=unlike(both, lang),
    )


def _amount(series: Series, point: Point, lang: Lang) -> str:
    """Return a sum with the decimals it is known with: one where it is computed, those that were published else."""
    if point.is_published and point.value is not None:
        return Printed(numbers.mnok(point.value, lang), series.fact(point))
    return mill(point.value, lang, series.fact(point))
