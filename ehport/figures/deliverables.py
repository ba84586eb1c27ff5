"""When deliverables are planned, and how many of them are delivered, late or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ehport.analysis.deliverables import DeliverableSlot, PlannedDeliverable
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import GAP
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import IN_TABLE, SUM, Words, columns, complete, count, counted, opening, part_of
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.slots import TimeRow, draw_rows, quarter_name, time_start
from ehport.lang.counting import DELIVERABLES, share_of, verbs
from ehport.lang.language import Lang, Text

NAME = "deliverables"

_SUBTITLE = Text(
    "Antall leveranser etter planlagt tid. Lys del av stolpen er meldt levert, hvit del er ikke meldt levert, og den "
    "planlagte tiden er passert, mørk del gjenstår.",
    "Number of deliverables by planned time. The light part of the bar is reported delivered, the white part is not, "
    "and its planned time has passed, the dark part is still to come.",
)
NOT_ASKED = Text(
    " Skjemaet i denne runden spurte ikke om de er levert.",
    " The form of this round did not ask whether they are delivered.",
)
_ALT = Text(
    "Tidslinje med stolper: {total} etter planlagt tid. {finding}. " + IN_TABLE.nb,
    "Timeline with bars: {total} by planned time. {finding}. " + IN_TABLE.en,
)
_LATE = Text(
    "{late} skulle vært levert, men er ikke meldt levert",
    "{late} should have been delivered, but {are} not reported delivered",
)
_LATE_BY_PLAN = Text(
    "{late} skulle vært levert etter planen; skjemaet spurte ikke om de er levert",
    "{late} should have been delivered according to plan; the form did not ask whether they are",
)
_ONE_LATE_BY_PLAN = Text(
    "{late} skulle vært levert etter planen; skjemaet spurte ikke om den er levert",
    "{late} should have been delivered according to plan; the form did not ask whether it is",
)
_ALL_DELIVERED = Text("{delivered} er meldt levert", "{delivered} {are} reported delivered")
_ON_TIME = Text(
    "{delivered} er meldt levert, og ingen av de andre har passert planlagt tid",
    "{delivered} {are} reported delivered, and none of the others has passed its planned time",
)
_DELIVERED = Text("{count} levert", "{count} delivered")
_LATE_PART = Text("{count} passert", "{count} passed")
PASSED = Text("Passert, ikke meldt levert", "Passed, not reported delivered")
_COMING = Text("{count} gjenstår", "{count} to come")
_UNDATED = Text("Uten tid", "No time given")
_HEADS = (
    Text("Planlagt", "Planned"),
    Text("Leveranser", "Deliverables"),
    Text("Levert", "Delivered"),
    PASSED,
    Text("Gjenstår", "To come"),
)
_QUARTERS_SHOWN = 2
_FILLS = ("accent-2", "paper", "accent")


@dataclass(frozen=True, slots=True)
class _Counts:
    """The deliverables of one row: delivered, past their time without being so, and still to come.

    ``fact`` is what the names of the facts about them begin with.
    """

    heading: str
    name: str
    fact: str
    delivered: int
    late: int
    coming: int

    @property
    def parts(self) -> tuple[int, int, int]:
        """The three parts in the order they are drawn."""
        return self.delivered, self.late, self.coming


def deliverables(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project lists a deliverable."""
    lang = edition.lang
    rows = _rows(found, lang)
    if not rows:
        return None
    headline = opening(_finding(found, lang), lang, DELIVERABLES)
    subtitle = _SUBTITLE[lang] + ("" if found.deliverables.is_asked else NOT_ASKED[lang])
    total = counted(len(found.deliverables.every), lang, "deliverables.count", DELIVERABLES)
    labels = [_label(each, lang) for each in rows]
    return complete(
        NAME,
        partial(_draw, rows=rows, labels=labels),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline, total=total)),
        data=_table(found, rows, lang=lang),
    )


def _finding(found: Summary, lang: Lang) -> str:
    every = found.deliverables.every
    whole = (len(every), "deliverables.count")
    late, delivered = sum(each.overdue for each in every), sum(each.delivered for each in every)
    if late:
        asked = (_ONE_LATE_BY_PLAN if late == 1 else _LATE_BY_PLAN) if not found.deliverables.is_asked else _LATE
        told = part_of((late, "deliverables.overdue.count"), whole, lang, DELIVERABLES)
        return sentence(asked[lang], late=told, **verbs(late))
    text = _ALL_DELIVERED if delivered == len(every) else _ON_TIME
    told = part_of((delivered, "deliverables.delivered.count"), whole, lang, DELIVERABLES)
    return sentence(text[lang], delivered=told, **verbs(share_of(delivered, len(every), DELIVERABLES, lang).verb))


def _rows(found: Summary, lang: Lang) -> list[_Counts]:
    """Return the quarters of this and next year, and other years as a whole."""
    near = range(found.budget_year, found.budget_year + _QUARTERS_SHOWN)
    known = found.deliverables
    slots = [slot for slot in known.slots if slot.year in near]
    slots += [slot for slot in known.whole_years if slot.year not in near]
    slots.sort(key=lambda slot: (slot.year, slot.quarter or 5))
    rows = [_counts((str(slot.year), _name(slot, lang)), slot.fact, slot.deliverables) for slot in slots]
    if known.undated:
        rows.append(_counts((_UNDATED[lang], ""), "deliverables.undated", known.undated))
    return rows


def _name(slot: DeliverableSlot, lang: Lang) -> str:
    return "" if slot.whole else quarter_name(slot.quarter, lang)


def _counts(names: tuple[str, str], fact: str, listed: Sequence[PlannedDeliverable]) -> _Counts:
    delivered, late = sum(each.delivered for each in listed), sum(each.overdue for each in listed)
    return _Counts(*names, fact, delivered, late, sum(each.is_coming for each in listed))


def _label(row: _Counts, lang: Lang) -> str:
    texts = (_DELIVERED, _LATE_PART, _COMING)
    return ", ".join(text[lang].format(count=count) for text, count in zip(texts, row.parts, strict=True) if count)


def _draw(canvas: Canvas, *, rows: Sequence[_Counts], labels: Sequence[str]) -> None:
    start = time_start(canvas)
    room = canvas.format.width - start - GAP
    step = min((room - canvas.width_of(text)) / sum(row.parts) for row, text in zip(rows, labels, strict=True))

    def bar(row: _Counts, label: str, on: Canvas, place: Box) -> None:
        x = place.x
        for part, fill in zip(row.parts, _FILLS, strict=True):
            if part:
                on.bar(Box(x, place.y, part * step, place.height), fill, edge="accent" if fill == "paper" else "")
            x += part * step
        on.words((x + GAP, place.middle), label)

    drawn = [partial(bar, row, label) for row, label in zip(rows, labels, strict=True)]
    draw_rows(canvas, [TimeRow(row.heading, row.name, draw) for row, draw in zip(rows, drawn, strict=True)])


def _table(found: Summary, rows: Sequence[_Counts], *, lang: Lang) -> DataTable:
    whole = zip(*(row.parts for row in rows), strict=True)
    total = _Counts("", "", "deliverables", *(sum(parts) for parts in whole))
    return DataTable(
        columns=columns([head[lang] for head in _HEADS]),
        rows=tuple((f"{row.name} {row.heading}".strip().capitalize(), *_numbers(row, lang)) for row in rows),
        total_row=(SUM[lang], *_numbers(total, lang, last=".count")),
        values=FigureValues(
            ("year", "quarter", "deliverables", "delivered", "overdue"),
            (*map(_values, found.deliverables.slots), *_undated(found.deliverables.undated)),
        ),
    )


def _numbers(row: _Counts, lang: Lang, *, last: str = "") -> tuple[str, ...]:
    """Return how many there are in a row; ``last`` ends the names of the facts about its parts."""
    parts = zip(("delivered", "overdue", "coming"), row.parts, strict=True)
    whole = count(sum(row.parts), lang, f"{row.fact}.count")
    return (whole, *(count(number, lang, f"{row.fact}.{name}{last}") for name, number in parts))


def _values(slot: DeliverableSlot) -> tuple[int | None, ...]:
    overdue = sum(each.overdue for each in slot.deliverables)
    return (slot.year, slot.quarter, len(slot.deliverables), slot.delivered, overdue)


def _undated(listed: Sequence[PlannedDeliverable]) -> tuple[tuple[int | None, ...], ...]:
    delivered = sum(each.delivered for each in listed)
    return ((None, None, len(listed), delivered, 0),) if listed else ()
