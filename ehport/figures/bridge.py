"""The budget bridge: from the total of the previous round to this one's, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehport.analysis.printed import Printed, Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.changes.budget_bridge import Bridge, BridgeStep, Step
from ehport.changes.highlights import step_fact
from ehport.figures.bars import GAP, below, row
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import IN_TABLE, PROJECTS, Words, complete, count, coverage, mill
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureColumn, FigureValues, Projects
from ehport.figures.style import LABEL, STRONG, Look
from ehport.lang import numbers
from ehport.lang.language import Lang, Text

NAME = "bridge"
_HEIGHT, _ROW_GAP, _TICK = 3.6, 1.6, 0.4
_SUBTITLE = Text(
    "Mill. kr. Hver stolpe starter der den forrige slutter; den loddrette streken er summen i {before}.",
    "NOK million. Each bar starts where the one before it ends; the upright line is the total of {before}.",
)
_OTHER_YEAR = Text(
    " Summene gjelder budsjettet for {then} og for {now}.", " The totals are of the budgets for {then} and for {now}."
)
_ALT = Text(
    "Trapp: fra budsjettet i forrige runde til budsjettet i denne, steg for steg. {finding}. " + IN_TABLE.nb,
    "Staircase: from the budget of the previous round to that of this one, step by step. {finding}. " + IN_TABLE.en,
)
_MORE = Text(
    "Budsjettet er {amount} mill. kr høyere enn i {month}", "The budget is NOK {amount} million higher than in {month}"
)
_LESS = Text(
    "Budsjettet er {amount} mill. kr lavere enn i {month}", "The budget is NOK {amount} million lower than in {month}"
)
_SAME = Text("Budsjettet er like stort som i {month}", "The budget is as large as in {month}")
_MORE_OF_YEAR = Text(
    "Budsjettet for {now} er {amount} mill. kr høyere enn budsjettet for {then} var i {month}",
    "The budget for {now} is NOK {amount} million higher than the budget for {then} was in {month}",
)
_LESS_OF_YEAR = Text(
    "Budsjettet for {now} er {amount} mill. kr lavere enn budsjettet for {then} var i {month}",
    "The budget for {now} is NOK {amount} million lower than the budget for {then} was in {month}",
)
_SAME_OF_YEAR = Text(
    "Budsjettet for {now} er like stort som budsjettet for {then} var i {month}",
    "The budget for {now} is as large as the budget for {then} was in {month}",
)
_NONE_NOW = Text("Ingen prosjekter har budsjett i denne runden", "No project has a budget in this round")
_NONE_BEFORE = Text(
    "Ingen prosjekter hadde budsjett i {month}, og nå er budsjettet {whole} mill. kr",
    "No project had a budget in {month}, and now the budget is NOK {whole} million",
)
_MOST = Text("{told}; størst utslag gir {steps}", "{told}; the largest step is {steps}")
_BY = Text("{step} ({amount})", "{step} ({amount})")
_CLAUSES = {
    Step.NEW: Text("nye prosjekter", "new projects"),
    Step.GONE: Text("prosjekter som er ute", "projects that left"),
    Step.PAUSED: Text("prosjekter som er satt på pause", "projects that are paused"),
    Step.RESUMED: Text("prosjekter som er gjenopptatt", "projects that are resumed"),
    Step.JOINED: Text("prosjekter som er slått sammen eller delt", "projects that are merged or split"),
    Step.UP: Text("økt budsjett", "higher budgets"),
    Step.DOWN: Text("redusert budsjett", "lower budgets"),
    Step.GIVEN: Text("beløp som er oppgitt nå, men ikke sist", "amounts given now, but not last time"),
    Step.NOT_GIVEN: Text("beløp som var oppgitt sist, men ikke nå", "amounts given last time, but not now"),
    Step.UNCERTAIN: Text("beløp som er meldt igjen, men ikke sikre", "amounts reported again, but not certain"),
    Step.ADJUSTED: Text("justeringer fra porteføljekontoret", "adjustments by the portfolio office"),
    Step.LAPSED: Text("justeringer som ikke lenger gjelder", "adjustments that no longer hold"),
}
_TOTAL = Text("Budsjett i {month}", "Budget in {month}")
_STEP, _AMOUNT = Text("Steg", "Step"), Text("Mill. kr", "NOK million")
_COUNT = Text("Antall", "Number")
_AND = Text(" og ", " and ")
_LACKING_NOW = "bridge.now.missing.count"
_WITH = Text("{amount} ({count})", "{amount} ({count})")


@dataclass(frozen=True, slots=True)
class _Stair:
    """A bar between two sums, measured from the total of the previous round."""

    name: str
    start: int
    end: int
    text: str
    is_total: bool = False

    @property
    def look(self) -> Look:
        """How its words are set."""
        return STRONG if self.is_total else LABEL


def bridge(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when there is no round to compare with, or no budget has changed."""
    known = found.comparison.bridge if found.comparison else None
    if known is None or not known.steps:
        return None
    lang = edition.lang
    headline = _finding(known, edition)
    subtitle = _SUBTITLE[lang].format(before=edition.before)
    if known.is_other_year:
        subtitle += _OTHER_YEAR[lang].format(then=known.year_before, now=known.year_now)
    stairs = _stairs(known, edition)
    return complete(
        NAME,
        lambda canvas: _draw(canvas, stairs),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline)),
        data=_table(known, edition),
    )


def _stairs(found: Bridge, edition: Edition) -> tuple[_Stair, ...]:
    lang, at = edition.lang, 0
    stairs = [_Stair(_TOTAL[lang].format(month=edition.before), 0, 0, mill(found.before.amount, lang), True)]
    for each in found.steps:
        text = _WITH[lang].format(amount=_signed(each.amount, lang), count=len(each.projects))
        stairs.append(_Stair(each.step.value[lang], at, at + each.amount, text))
        at += each.amount
    last = _TOTAL[lang].format(month=edition.now)
    return (*stairs, _Stair(last, 0, at, mill(found.now.amount, lang), True))


def _draw(canvas: Canvas, stairs: Sequence[_Stair]) -> None:
    """Draw the stairs on one scale that has room for the words at the right of each bar."""
    form = canvas.format
    lowest = min(0, *(min(each.start, each.end) for each in stairs))
    spans = [(max(each.start, each.end) - lowest, canvas.width_of(each.text, each.look) + GAP) for each in stairs]
    step = min((form.room - width) / span for span, width in spans if span) if any(span for span, _ in spans) else 0.0
    zero, top, first = form.main - lowest * step, 0.0, 0.0
    for place, each in enumerate(stairs):
        box = row(canvas, top, each.name, height=_HEIGHT, look=each.look)
        left, right = sorted((zero + each.start * step, zero + each.end * step))
        canvas.bar(Box(left, box.y, max(right - left, _TICK), _HEIGHT), "accent" if each.is_total else "accent-2")
        canvas.words((max(right, left + _TICK) + GAP, box.middle), each.text, each.look)
        if place == 0:
            first = box.y
        top = below(canvas, box, gap=_ROW_GAP)
    canvas.line((zero, first), (zero, top - _ROW_GAP), "soft")


def _finding(found: Bridge, edition: Edition) -> str:
    lang = edition.lang
    told = _compared(found, edition)
    most = max(abs(each.amount) for each in found.steps)
    first = [each for each in found.steps if abs(each.amount) == most]
    named = [sentence(_BY[lang], step=_CLAUSES[each.step][lang], amount=_amount(each, lang)) for each in first]
    return sentence(_MOST[lang], told=told, steps=Sentence(*_list(named, lang)))


def _compared(found: Bridge, edition: Edition) -> str:
    """Return how the totals differ, and for which years and how many projects they are when that is not the same."""
    lang, difference = edition.lang, found.difference
    if found.now.amount is None:
        return _NONE_NOW[lang]
    whole = Printed(numbers.mnok(found.now.amount, lang, decimals=1), "bridge.now", "mill1")
    if found.before.amount is None:
        return sentence(_NONE_BEFORE[lang], month=edition.before, whole=whole)
    texts = (_SAME_OF_YEAR, _MORE_OF_YEAR, _LESS_OF_YEAR) if found.is_other_year else (_SAME, _MORE, _LESS)
    text = texts[0] if not difference else texts[1] if difference > 0 else texts[2]
    amount = Printed(numbers.mnok(abs(difference), lang, decimals=1), "bridge.difference", "abs")
    told = sentence(text[lang], amount=amount, month=edition.before, then=found.year_before, now=found.year_now)
    lacking = (len(found.before.missing), "bridge.before.missing.count"), (len(found.now.missing), _LACKING_NOW)
    return Sentence(told, coverage(*lacking, lang))


def _list(named: Sequence[str], lang: Lang) -> Iterator[str]:
    """Yield texts with commas and «og» between, which keep the numbers in them."""
    for place, each in enumerate(named):
        yield "" if not place else _AND[lang] if place == len(named) - 1 else ", "
        yield each


def _table(found: Bridge, edition: Edition) -> DataTable:
    lang = edition.lang
    first = (_TOTAL[lang].format(month=edition.before), mill(found.before.amount, lang, "bridge.before"), "", "")
    last = (_TOTAL[lang].format(month=edition.now), mill(found.now.amount, lang, "bridge.now"), "", "")
    return DataTable(
        columns=(
            FigureColumn(_STEP[lang]),
            FigureColumn(_AMOUNT[lang], numeric=True),
            FigureColumn(_COUNT[lang], numeric=True),
            FigureColumn(PROJECTS[lang]),
        ),
        rows=(first, *(_row(each, lang) for each in found.steps)),
        total_row=last,
        values=FigureValues(
            ("step", "projects", "difference"),
            tuple((each.step.word, len(each.projects), each.amount) for each in found.steps),
        ),
    )


def _row(found: BridgeStep, lang: Lang) -> tuple[Cell, ...]:
    number = count(len(found.projects), lang, f"{step_fact(found.step)}.count")
    return (
        found.step.value[lang],
        _amount(found, lang),
        number,
        Projects(tuple(each.project for each in found.projects)),
    )


def _amount(found: BridgeStep, lang: Lang) -> Printed:
    return Printed(_signed(found.amount, lang), f"{step_fact(found.step)}.amount", "fortegn")


def _signed(amount: int, lang: Lang) -> str:
    return numbers.signed(amount, numbers.mnok(amount, lang, decimals=1))
