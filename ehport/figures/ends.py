"""When the projects end: a leaf for each project in its quarter, its year, or among those whose end is not read."""

from __future__ import annotations

from functools import partial

from ehport.analysis.basis import Listed
from ehport.analysis.ends import Slot
from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.figures.canvas import Box, Canvas
from ehport.figures.drawing import (
    IN_TABLE,
    SUM,
    Words,
    complete,
    count,
    counted,
    in_a_word,
    marks_of,
    opening,
    unmarked,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureColumn, FigureValues, Projects, Value
from ehport.figures.leaves import flow
from ehport.figures.slots import TimeRow, draw_rows, quarter_name
from ehport.lang.counting import verbs
from ehport.lang.language import Lang, Text

NAME = "ends"

_SUBTITLE = Text(
    "Prosjektnummer etter meldt slutt, merket med status. Meldt slutt ordrett står i vedlegg 1.",
    "Project numbers by the reported end, marked with their status. The end as typed is in appendix 1.",
)
_ALT = Text(
    "Tidslinje: når {projects} slutter, etter kvartal eller år. {finding}. " + IN_TABLE.nb,
    "Timeline: when {projects} {end}, by quarter or year. {finding}. " + IN_TABLE.en,
)
_ENDING = Text("{projects} slutter i {year}", "{projects} {end} in {year}")
_NONE_ENDING = Text("Ingen prosjekter slutter i {year}", "No projects end in {year}")
_UNKNOWN = Text(", og {count} har ingen fast slutt", ", and {count} {have} no definite end")
_UNREAD = Text("Uten fast slutt", "No definite end")
_UNKNOWN_COUNT = "ends.unknown.count"
_END, _COUNT, _WHICH = Text("Slutt", "End"), Text("Antall", "Number"), Text("Prosjekter", "Projects")


def ends(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when there are no projects."""
    if not found.projects:
        return None
    lang = edition.lang
    slots = sorted((*found.ends.quarters, *found.ends.years), key=lambda slot: (slot.year, slot.quarter or 5))
    rows = [
        TimeRow(str(slot.year), quarter_name(slot.quarter, lang), partial(_leaves, projects=slot.projects))
        for slot in slots
    ]
    if found.ends.unknown:
        rows.append(TimeRow(_UNREAD[lang], "", partial(_leaves, projects=found.ends.unknown)))
    headline = opening(_finding(found, lang), lang)
    every = counted(len(found.projects), lang, "projects.count")
    alt = sentence(_ALT[lang], projects=every, finding=headline, **verbs(len(found.projects)))
    return complete(
        NAME,
        lambda canvas: draw_rows(canvas, rows),
        words=Words(headline, _SUBTITLE[lang] + unmarked(found.projects, lang), alt),
        data=_table(found, slots, lang=lang),
        key=marks_of(found.projects),
    )


def _leaves(canvas: Canvas, place: Box, *, projects: tuple[Listed, ...]) -> None:
    flow(canvas, projects, left=place.x, y=place.middle)


def _finding(found: Summary, lang: Lang) -> str:
    slots = (*found.ends.quarters, *found.ends.years)
    ending = sum(len(slot.projects) for slot in slots if slot.year == found.budget_year)
    text = _ENDING if ending else _NONE_ENDING
    year = found.budget_year
    told = sentence(text[lang], projects=counted(ending, lang, f"ends.{year}.count"), year=year, **verbs(ending))
    unknown = len(found.ends.unknown)
    number = in_a_word(unknown, _UNKNOWN_COUNT, lang)
    return Sentence(told, sentence(_UNKNOWN[lang], count=number, **verbs(unknown))) if unknown else told


def _table(found: Summary, slots: list[Slot], *, lang: Lang) -> DataTable:
    listed = [(_name(slot, lang), f"{slot.fact}.count", slot.projects) for slot in slots]
    if found.ends.unknown:
        listed.append((_UNREAD[lang], _UNKNOWN_COUNT, found.ends.unknown))
    values: list[tuple[Value, ...]] = [(each.id, slot.year, slot.quarter) for slot in slots for each in slot.projects]
    values += [(each.id, None, None) for each in found.ends.unknown]
    return DataTable(
        columns=(FigureColumn(_END[lang]), FigureColumn(_COUNT[lang], numeric=True), FigureColumn(_WHICH[lang])),
        rows=tuple(
            (name, count(len(each), lang, fact), Projects(tuple(one.id for one in each))) for name, fact, each in listed
        ),
        total_row=(SUM[lang], count(len(values), lang, "projects.count"), ""),
        values=FigureValues(("project", "year", "quarter"), tuple(values)),
    )


def _name(slot: Slot, lang: Lang) -> str:
    return f"{quarter_name(slot.quarter, lang).capitalize()} {slot.year}"
