"""Which projects are in which segment: a mark and a number for each."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import sentence
from ehport.analysis.segments import OFFICE, PLACES, SegmentView
from ehport.analysis.summary import Summary
from ehport.figures.bars import below, row
from ehport.figures.canvas import Canvas
from ehport.figures.drawing import (
    BUDGET,
    IN_TABLE,
    SUM,
    Words,
    complete,
    count,
    marks_of,
    money,
    opening,
    part_of,
    unmarked,
)
from ehport.figures.figure import DataTable, Edition, Figure, FigureColumn, FigureValues, Projects
from ehport.figures.leaves import LINE, flow
from ehport.form.vocabulary import Segment
from ehport.lang.counting import listed, verbs
from ehport.lang.language import Lang, Text

NAME = "segments"
_GAP = 2.4

_BY_OFFICE = Text(
    "Prosjekter etter segment, slik kontoret har plassert dem i registeret. Ett merke er ett prosjekt.",
    "Projects by segment, as the office has placed them in the register. One mark is one project.",
)
_BY_ACTORS = Text(
    "Prosjekter etter segment, slik aktørene selv vurderer dem. Ett merke er ett prosjekt.",
    "Projects by segment, as their actors see them. One mark is one project.",
)
_ALT = Text(
    "Merker: prosjektene i hvert segment, med nummer og status. {finding}. " + IN_TABLE.nb,
    "Marks: the projects of each segment, with number and status. {finding}. " + IN_TABLE.en,
)
_MOST = Text(
    "Segmentet {segment} har flest prosjekter: {most} av {all}",
    "The segment {segment} has the most projects: {most} of {all}",
)
_EQUAL = Text(
    "Segmentene {segment} har flest prosjekter: {most} av {all} hver",
    "The segments {segment} have the most projects: {most} of {all} each",
)
_ALL = Text("{projects} er i segmentet {segment}", "{projects} {are} in the segment {segment}")
_FEW = Text("{projects} har fått et segment", "{projects} {have} been placed in a segment")
_NONE = Text("Ikke plassert", "Not placed")
_HEADS = (Text("Segment", "Segment"), Text("Antall", "Number"), Text("Prosjekter", "Projects"))
Place = Segment | None


def segments(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure, as the office places the projects or else as their actors do; ``None`` when nobody does."""
    sides = found.national.segments.sides
    if not sides:
        return None
    lang, view = edition.lang, sides[0]
    places = [each for each in PLACES if view.projects[each]]
    subtitle = (_BY_OFFICE if view.side == OFFICE else _BY_ACTORS)[lang] + unmarked(found.projects, lang)
    headline = opening(_finding(view, found, lang=lang), lang)
    return complete(
        NAME,
        lambda canvas: _draw(canvas, view, places, lang=lang),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline)),
        data=_table(view, places, found, lang=lang),
        key=marks_of(found.projects),
    )


def _draw(canvas: Canvas, view: SegmentView, places: Sequence[Place], *, lang: Lang) -> None:
    top = 0.0
    for each in places:
        place = row(canvas, top, _name(each, lang), height=LINE * canvas.format.zoom)
        flow(canvas, view.projects[each], left=place.x, y=place.middle)
        top = below(canvas, place, gap=_GAP)


def _finding(view: SegmentView, found: Summary, *, lang: Lang) -> str:
    """Return how many are in a segment at all, and when at least half of the projects are, which has the most."""
    placed, every = len(view.placed), count(len(found.projects), lang, "projects.count")
    whole = (len(found.projects), "projects.count")
    if 2 * placed < len(found.projects):
        return sentence(_FEW[lang], projects=part_of((placed, view.placed_fact), whole, lang), **verbs(placed))
    most = max(len(view.projects[each]) for each in Segment)
    largest = [each for each in Segment if len(view.projects[each]) == most]
    if most == len(found.projects):
        told = part_of((most, f"{view.fact(largest[0])}.count"), whole, lang)
        return sentence(_ALL[lang], projects=told, segment=_name(largest[0], lang), **verbs(most))
    return sentence(
        (_MOST if len(largest) == 1 else _EQUAL)[lang],
        segment=listed([_name(each, lang) for each in largest], lang),
        most=count(most, lang, f"{view.fact(largest[0])}.count"),
        all=every,
    )


def _name(segment: Place, lang: Lang) -> str:
    return segment.label[lang] if segment else _NONE[lang]


def _table(view: SegmentView, places: Sequence[Place], found: Summary, *, lang: Lang) -> DataTable:
    segment, number, which = (head[lang] for head in _HEADS)
    numeric = (
        FigureColumn(number, numeric=True),
        FigureColumn(BUDGET[lang].format(year=found.budget_year), numeric=True),
    )
    return DataTable(
        columns=(FigureColumn(segment), *numeric, FigureColumn(which)),
        rows=tuple(
            (
                _name(each, lang),
                count(len(view.projects[each]), lang, f"{view.fact(each)}.count"),
                money(view.budgets[each], view.projects[each], lang, f"{view.fact(each)}.budget"),
                Projects(tuple(project.id for project in view.projects[each])),
            )
            for each in places
        ),
        total_row=(
            SUM[lang],
            count(len(found.projects), lang, "projects.count"),
            money(found.budget, found.projects, lang, "budget.total"),
            "",
        ),
        values=FigureValues(
            ("project", "segment"),
            tuple((project.id, each.value if each else None) for each in places for project in view.projects[each]),
        ),
    )
