"""Every deliverable in time, by focus area: delivered, late or to come, and what is later than first planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ehport.analysis.deliverables import AreaDeliverables, PlannedDeliverable
from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.figures.deliverables import NOT_ASKED, PASSED
from ehport.figures.drawing import IN_TABLE, SUM, Words, columns, complete, count, counted, opening, part_of, truth
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues, Value
from ehport.figures.timeline_drawing import area_name, draw_timeline
from ehport.lang.counting import DELIVERABLES, verbs
from ehport.lang.language import Lang, Text

NAME = "deliverables-timeline"
_MIDDLE = 15

_SUBTITLE = Text(
    "Hvert merke er en leveranse, så nøyaktig plassert som den er meldt: et kort merke er en måned eller en dag, et "
    "langt er et kvartal, et år eller mer. Lyst merke er meldt levert, hvitt er ikke meldt levert, og den planlagte "
    "tiden er passert, mørkt gjenstår.",
    "Each mark is a deliverable, placed as precisely as it is reported: a short mark is a month or a day, a long one a "
    "quarter, a year or more. A light mark is reported delivered, a white one is not, and its planned time has "
    "passed, a dark one is still to come.",
)
_SLIPPED = Text(
    " En pil går fra tiden som først var planlagt, til tiden som er planlagt nå ({count}).",
    " An arrow goes from the time first planned to the time planned now ({count}).",
)
_UNDATED = Text(
    " {count} uten et bestemt tidspunkt er ikke tegnet.",
    " {count} without a definite time {are} not drawn.",
)
_ALT = Text(
    "Tidslinje: {total} etter innsatsområde. {finding}. " + IN_TABLE.nb,
    "Timeline: {total} by focus area. {finding}. " + IN_TABLE.en,
)
_MOVED = Text(
    "{slipped} er planlagt senere enn først meldt",
    "{slipped} {are} planned for later than first reported",
)
_MOST = Text(
    "«{name}» har flest leveranser: {count} av {total}", "“{name}” has the most deliverables: {count} of {total}"
)
_ALL_IN_ONE = Text("{total} hører til «{name}»", "{total} {are} in “{name}”")
_EVERY = Text("Prosjektene har meldt {total}", "The projects have reported {total}")
_HEADS = (Text("Innsatsområde", "Focus area"), Text("Leveranser", "Deliverables"))
_PARTS = {
    "delivered": Text("Levert", "Delivered"),
    "overdue": PASSED,
    "coming": Text("Gjenstår", "To come"),
    "slipped": Text("Senere enn først planlagt", "Later than first planned"),
    "undated": Text("Uten tid", "No time given"),
}


def deliverables_timeline(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no deliverable has a time that can be read."""
    lang, areas = edition.lang, found.deliverables_by_area
    drawn = [area for area in areas if area.placed]
    if not drawn:
        return None
    year, month = map(int, edition.month.split("-")[:2])
    headline = opening(_finding(areas, lang), lang, DELIVERABLES)
    return complete(
        NAME,
        lambda canvas: draw_timeline(canvas, drawn, year=found.budget_year, now=date(year, month, _MIDDLE), lang=lang),
        words=Words(
            headline,
            Sentence(_SUBTITLE[lang], "" if found.deliverables.is_asked else NOT_ASKED[lang], *_notes(areas, lang)),
            sentence(_ALT[lang], total=_counted(areas, lang), finding=headline),
        ),
        data=_table(areas, lang),
    )


def _total(areas: Sequence[AreaDeliverables], lang: Lang) -> str:
    return count(sum(len(area.deliverables) for area in areas), lang, "deliverables.count")


def _counted(areas: Sequence[AreaDeliverables], lang: Lang) -> str:
    return counted(sum(len(area.deliverables) for area in areas), lang, "deliverables.count", DELIVERABLES)


def _whole(areas: Sequence[AreaDeliverables], part: str) -> int:
    return sum(len(area.parts[part]) for area in areas)


def _finding(areas: Sequence[AreaDeliverables], lang: Lang) -> str:
    every = sum(len(area.deliverables) for area in areas)
    whole, slipped = (every, "deliverables.count"), _whole(areas, "slipped")
    if slipped:
        told = part_of((slipped, "deliverables.slipped.count"), whole, lang, DELIVERABLES)
        return sentence(_MOVED[lang], slipped=told, **verbs(slipped))
    first, *others = sorted(areas, key=lambda area: -len(area.deliverables))
    if not first.name or (others and len(others[0].deliverables) == len(first.deliverables)):
        return sentence(_EVERY[lang], total=_counted(areas, lang))
    if not others:
        return sentence(
            _ALL_IN_ONE[lang], total=part_of(whole, whole, lang, DELIVERABLES), name=first.name, **verbs(every)
        )
    most = count(len(first.deliverables), lang, f"{first.fact}.count")
    return sentence(_MOST[lang], name=first.name, count=most, total=_total(areas, lang))


def _notes(areas: Sequence[AreaDeliverables], lang: Lang) -> Iterator[str]:
    if slipped := _whole(areas, "slipped"):
        yield sentence(_SLIPPED[lang], count=counted(slipped, lang, "deliverables.slipped.count", DELIVERABLES))
    if undated := _whole(areas, "undated"):
        yield sentence(
            _UNDATED[lang], count=counted(undated, lang, "deliverables.undated.count", DELIVERABLES), **verbs(undated)
        )


def _table(areas: Sequence[AreaDeliverables], lang: Lang) -> DataTable:
    parts = [part for part in _PARTS if part != "slipped" or _whole(areas, part)]
    heads = (*_HEADS, *(_PARTS[part] for part in parts))
    sums = [count(_whole(areas, part), lang, f"deliverables.{part}.count") for part in parts]
    return DataTable(
        columns=columns([head[lang] for head in heads]),
        rows=tuple((area_name(area, lang), *_numbers(area, parts, lang)) for area in areas),
        total_row=(SUM[lang], _total(areas, lang), *sums),
        values=FigureValues(
            ("project", "focus_area", "deliverable", "planned", "first_planned", "is_delivered", "is_overdue"),
            tuple(_values(area.code, each) for area in areas for each in area.deliverables),
        ),
    )


def _numbers(area: AreaDeliverables, parts: Sequence[str], lang: Lang) -> Iterator[str]:
    yield count(len(area.deliverables), lang, f"{area.fact}.count")
    for part in parts:
        yield count(len(area.parts[part]), lang, f"{area.fact}.{part}")


def _values(area: str, each: PlannedDeliverable) -> tuple[Value, ...]:
    return (
        each.project.id,
        area or None,
        " ".join(filter(None, (each.code, each.name))),
        (each.planned.edtf or None) if each.planned else None,
        each.first.edtf if each.first else None,
        truth(each.delivered),
        truth(each.overdue),
    )
