"""How many projects there were in each round, and their budget."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.analysis.trends import BUDGET, COUNT, Point, Series, Trends
from ehport.figures.drawing import IN_TABLE, PROJECTS, Words, columns, complete, count, mill, truth
from ehport.figures.figure import DataTable, Edition, Figure, Values
from ehport.figures.over_time import Band, draw_bands
from ehport.figures.trend import ROUND, explained, unlike
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text

NAME = "trend-money"
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
    " {missing} av {active} aktive prosjekter har ikke oppgitt budsjett i denne runden og mangler i summen.",
    " {missing} of {active} active projects give no budget in this round and are not in the sum.",
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
    subtitle = Sentence(_SUBTITLE[lang], explained(both, lang), _lacking(found, lang))
    return complete(
        NAME,
        lambda canvas: draw_bands(canvas, known.rounds, bands, lang),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline)),
        data=_table(known, both, lang=lang),
    )


def _band(series: Series, name: Text, height: float, *, lang: Lang) -> Band:
    is_money = series.name == BUDGET
    texts = tuple(
        "" if each.value is None else (mill(each.value, lang) if is_money else str(each.value))
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
    return sentence(
        _LACKING[lang],
        missing=count(missing, lang, "budget.missing.count"),
        active=count(len(found.active), lang, "projects.active.count"),
    )


def _finding(series: Series, lang: Lang) -> str:
    last = series.now
    if last.value is None:
        return _NONE[lang]
    now = mill(last.value, lang, series.fact(last))
    year = _OF_YEAR[lang].format(year=last.year) if len(series.years) > 1 else ""
    if len(series.alike) < 2:
        return _alone(series, year, now, lang=lang)
    first = series.alike[0]
    text = _SAME if first.value == last.value else _FALLEN if (first.value or 0) > last.value else _RISEN
    then = mill(first.value, lang, series.fact(first))
    return Sentence(sentence(text[lang], year=year, then=then, now=now, month=dates.month(first.round_id, lang)))


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
        values=Values(("round", "projects", "budget_year", "budget", "is_comparable"), tuple(values)),
        note=unlike(both, lang),
    )


def _amount(series: Series, point: Point, lang: Lang) -> str:
    return mill(point.value, lang, series.fact(point))
