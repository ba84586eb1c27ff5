"""Status and risk as parts of a whole: counts and money now, and what is known of the round before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehport.analysis.printed import sentence
from ehport.analysis.ratings import Distribution, RatingShare
from ehport.analysis.summary import Summary
from ehport.figures.bars import below, row
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import (
    IN_TABLE,
    MILLION,
    NOT_GIVEN,
    SUM,
    Words,
    columns,
    complete,
    count,
    counted,
    mill,
    money,
    percent,
)
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureValues
from ehport.figures.rating_headline import FIELDS, fact_of, headline
from ehport.figures.style import NOTE, SOFT_NOTE, STRONG_WEIGHT, Look
from ehport.form.vocabulary import Rating
from ehport.lang import numbers
from ehport.lang.counting import ACTIVE_PROJECTS, listed
from ehport.lang.language import Lang, Text

_HEIGHT, _GAP, _PAD = 5.6, 2.2, 1.4

_SUBTITLE = Text(
    "{field} for {projects}: andel av prosjektene, og av budsjettet deres i {year}.",
    "{field} of {projects}: share of the projects, and of their budget in {year}.",
)
_UNRATED = Text(" {count} har ikke oppgitt {field}.", " {count} gave no {field}.")
_ALT = Text(
    "Delte stolper: andelen rød, gul og grønn {field}, etter antall og penger. {finding}. " + IN_TABLE.nb,
    "Divided bars: shares of red, yellow and green {field}, by number and money. {finding}. " + IN_TABLE.en,
)
_UNLIKE = Text(
    "Andelen for {month} er regnet på en annen måte og kan ikke sammenlignes.",
    "The share of {month} was computed in another way and cannot be compared.",
)
_BY_COUNT, _BY_MONEY = Text("{month}, antall", "{month}, number"), Text("{month}, kroner", "{month}, money")
_UNPUBLISHED = Text("{ratings}: " + NOT_GIVEN.nb, "{ratings}: " + NOT_GIVEN.en)
_HEADS = (
    Text("Antall", "Number"),
    Text("Andel, %", "Share, %"),
    Text("Mill. kr {year}", "NOK million {year}"),
    Text("Andel av kroner, %", "Share of money, %"),
)
_BEFORE_HEAD = Text("Andel {month}, %", "Share {month}, %")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a bar: its rating, or none for what nobody published, its size, and its label in full and in short."""

    rating: Rating | None
    size: float
    label: str
    short: str

    def words(self, text: str) -> str:
        """Return a label of the part with the symbol of its rating."""
        return f"{self.rating.symbol} {text}" if self.rating else text

    @property
    def look(self) -> Look:
        """How a label is set in the part."""
        return Look(weight=STRONG_WEIGHT, fill=f"on-{self.rating.value}") if self.rating else SOFT_NOTE


@dataclass(frozen=True, slots=True)
class _Bar:
    """A whole: its name and its parts."""

    name: str
    parts: tuple[_Part, ...]


def status(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure of the status; ``None`` when no project is active."""
    return _figure(found, found.status, edition=edition)


def risk(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure of the risk; ``None`` when no project is active."""
    return _figure(found, found.risk, edition=edition)


def _figure(found: Summary, spread: Distribution, *, edition: Edition) -> Figure | None:
    lang, field = edition.lang, FIELDS[spread.field][edition.lang]
    if not found.active:
        return None
    told = headline(spread, edition)
    rated = counted(spread.count, lang, f"{spread.field}.rated.count", ACTIVE_PROJECTS)
    subtitle = sentence(_SUBTITLE[lang], field=field.capitalize(), projects=rated, year=found.budget_year)
    if spread.unrated:
        unrated = count(len(spread.unrated), lang, f"{spread.field}.unrated.count")
        subtitle += sentence(_UNRATED[lang], count=unrated, field=field)
    bars = [_before(spread, edition), _by_count(spread, edition), _by_money(spread, edition)]

    def draw(canvas: Canvas) -> None:
        top = 0.0
        for bar in bars:
            if bar.parts:
                top = _draw(canvas, top, bar)

    return complete(
        spread.field,
        draw,
        words=Words(told, subtitle, sentence(_ALT[lang], field=field, finding=told)),
        data=_table(found, spread, edition=edition),
    )


def _before(spread: Distribution, edition: Edition) -> _Bar:
    lang = edition.lang
    name = _BY_COUNT[lang].format(month=edition.before.capitalize())
    known = [each for each in spread.ratings if each.previous is not None]
    parts = tuple(_part(each, each.previous or 0, each.previous or 0, lang=lang) for each in known)
    missing = [each.rating.label[lang].lower() for each in spread.ratings if each.previous is None]
    rest = 100 - sum(part.size for part in parts)
    if missing and rest > 0:
        label = _UNPUBLISHED[lang].format(ratings=listed(missing, lang).capitalize())
        parts = (*parts, _Part(None, rest, label, NOT_GIVEN[lang]))
    return _Bar(name, parts if edition.before and known else ())


def _by_count(spread: Distribution, edition: Edition) -> _Bar:
    lang = edition.lang
    parts = tuple(
        _part(
            each, each.count, each.share, lang=lang, detail=counted(each.count, lang, fact_of(spread, each) + ".count")
        )
        for each in spread.ratings
    )
    return _Bar(_BY_COUNT[lang].format(month=edition.now.capitalize()), parts if spread.count else ())


def _projects(spread: Distribution, each: RatingShare, lang: Lang) -> str:
    return counted(each.count, lang, f"{fact_of(spread, each)}.count")


def _by_money(spread: Distribution, edition: Edition) -> _Bar:
    lang = edition.lang
    amounts = [max(each.budget.amount or 0, 0) for each in spread.ratings]
    parts = tuple(
        _part(each, amount, each.budget_share, lang=lang, detail=MILLION[lang].format(amount=mill(amount, lang)))
        for each, amount in zip(spread.ratings, amounts, strict=True)
    )
    return _Bar(_BY_MONEY[lang].format(month=edition.now.capitalize()), parts if sum(amounts) else ())


def _part(each: RatingShare, size: float, share: int, *, lang: Lang, detail: str = "") -> _Part:
    short = f"{each.rating.label[lang]} {numbers.percent(share, lang)}"
    return _Part(each.rating, size, f"{short}, {detail}" if detail else short, short)


def _draw(canvas: Canvas, top: float, bar: _Bar) -> float:
    """Draw one whole; labels without room in their part stand over the bar, beside each other."""
    parts = [part for part in bar.parts if part.size > 0]
    scale = canvas.format.room / sum(part.size for part in parts)
    labels = [_inside(canvas, part, part.size * scale) for part in parts]
    place = _place(canvas, top, bar.name, over=0.0 if all(labels) else canvas.leading(NOTE))
    x = place.x
    starts = []
    for part, label in zip(parts, labels, strict=True):
        box = Box(x, place.y, part.size * scale, _HEIGHT)
        x = box.right
        if part.rating:
            canvas.bar(box, part.rating.colour.removeprefix("--"), edge="paper")
        else:
            canvas.unknown(box)
        if label:
            canvas.words((box.x + _PAD, box.middle), part.words(label), part.look)
        else:
            starts.append((box.x, part))
    _outside(canvas, starts, y=place.y - canvas.leading(NOTE) / 2)
    return below(canvas, place, gap=_GAP)


def _place(canvas: Canvas, top: float, name: str, *, over: float) -> Box:
    """Return the room of a bar, with some room over it for labels; its name is beside the bar, or above both."""
    if not canvas.format.is_narrow:
        return row(canvas, top + over, name, height=_HEIGHT)
    place = row(canvas, top, name, height=over + _HEIGHT)
    return Box(place.x, place.y + over, place.width, _HEIGHT)


def _inside(canvas: Canvas, part: _Part, room: float) -> str:
    """Return the longest label that fits in a part, empty when none does."""
    labels = (part.label, part.short)
    fitting = (each for each in labels if canvas.width_of(part.words(each), part.look) + 2 * _PAD <= room)
    return next(fitting, "")


def _outside(canvas: Canvas, starts: Sequence[tuple[float, _Part]], *, y: float) -> None:
    """Write labels from left to right, each as near its part as the one before and the edge allow."""
    widths = [canvas.width_of(part.short, NOTE) + 3 for _, part in starts]
    right = canvas.format.width - sum(widths) - 2 * max(len(widths) - 1, 0)
    x = 0.0
    for (start, part), width in zip(starts, widths, strict=True):
        x = max(x, min(start, right))
        canvas.mark((x + 1, y), part.rating, size=1.8)
        canvas.words((x + 3, y), part.short, NOTE)
        x += width + 2
        right += width + 2


def _table(found: Summary, spread: Distribution, *, edition: Edition) -> DataTable:
    lang = edition.lang
    has_before = any(each.previous is not None for each in spread.ratings) and bool(edition.before)
    heads = [FIELDS[spread.field][lang].capitalize(), *(head[lang].format(year=found.budget_year) for head in _HEADS)]
    if has_before:
        heads.append(_BEFORE_HEAD[lang].format(month=edition.before))
    whole = [sum(shares) for shares in zip(*((each.share, each.budget_share) for each in spread.ratings), strict=True)]
    total = mill(spread.amount, lang, f"{spread.field}.rated.amount")
    rows = [_row(fact_of(spread, each), each, has_before=has_before, lang=lang) for each in spread.ratings]
    last = [""] * has_before
    return DataTable(
        columns=columns(heads),
        rows=tuple(rows),
        total_row=(SUM[lang], *_numbers(f"{spread.field}.rated", (spread.count, *whole), total, lang=lang), *last),
        note=_UNLIKE[lang].format(month=edition.before) if has_before and not _is_alike(spread) else "",
        values=FigureValues(
            ("rating", "projects", "share", "budget", "budget_share", "previous_share"),
            tuple(
                (each.rating.value, each.count, each.share, each.budget.amount, each.budget_share, each.previous)
                for each in spread.ratings
            ),
        ),
    )


def _is_alike(spread: Distribution) -> bool:
    return all(each.comparable for each in spread.ratings if each.previous is not None)


def _row(fact: str, each: RatingShare, *, has_before: bool, lang: Lang) -> tuple[Cell, ...]:
    """Return a rating with its numbers, and the share it had in the round before where that is shown."""
    amount = money(each.budget, each.projects, lang, f"{fact}.amount")
    shown = _numbers(fact, (each.count, each.share, each.budget_share), amount, lang=lang)
    before = numbers.MISSING if each.previous is None else percent(each.previous, f"previous.{fact}.share")
    return (each.rating, *shown, *([before] if has_before else []))


def _numbers(fact: str, counts: Sequence[int], amount: str, *, lang: Lang) -> tuple[str, ...]:
    """Return a number of projects, their share, their money and its share."""
    projects, share, money_share = counts
    has_money = amount != numbers.MISSING or money_share
    return (
        count(projects, lang, f"{fact}.count"),
        percent(share, f"{fact}.share"),
        amount,
        percent(money_share, f"{fact}.amount_share") if has_money else numbers.MISSING,
    )
