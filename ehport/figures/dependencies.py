"""Who depends on whom: each project that others need, with a leaf for every project that needs it."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.results import Hub, Link, Summary
from ehport.figures.bars import below, row
from ehport.figures.canvas import Canvas
from ehport.figures.drawing import IN_TABLE, Words, complete, count, counted, listed, marks_of, opening, unmarked
from ehport.figures.figure import Column, DataTable, Edition, Figure, Projects, Values
from ehport.figures.leaves import LINE, flow, leaf
from ehport.figures.style import NOTE, STRONG, STRONG_WEIGHT, Look
from ehport.lang.language import Lang, Text

NAME = "dependencies"
_MOST_ROWS, _LARGE_TIE = 24, 3
_HUB_ROOM, _COUNT_GAP, _GAP = 16.0, 2.0, 1.4
_HUB = Look(7.4, STRONG_WEIGHT)

_SUBTITLE = Text(
    "Avhengigheter mellom prosjektene, meldt av det prosjektet som er avhengig. Merket er prosjektets status.",
    "Dependencies between the projects, reported by the one that depends. The mark is the project's status.",
)
_CUT = Text(
    " Figuren viser de {shown} prosjektene som flest trenger; resten står i tabellen.",
    " The figure shows the {shown} most needed projects; the others are in the table.",
)
_ELSEWHERE = Text(
    " I tillegg er det meldt {count} avhengigheter av andre.", " Another {count} dependencies are on others."
)
_ALT = Text(
    "Oversikt: {hubs} prosjekter som andre prosjekter trenger, og hvem som trenger dem. {finding}. " + IN_TABLE.nb,
    "Overview: {hubs} projects that other projects need, and which need them. {finding}. " + IN_TABLE.en,
)
_FIRST = Text(
    "{projects} er avhengige av {name}, flere enn av noe annet",
    "{projects} depend on {name}, more than on any other",
)
_TIE = Text("Flest er avhengige av {names}: {projects} hver", "Most projects depend on {names}: {projects} each")
_SPREAD = Text(
    "{projects} i porteføljen trengs av andre prosjekter", "{projects} of the portfolio are needed by others"
)
_NEEDED, _BY = Text("Prosjekt som trengs", "Project needed"), Text("Trengs av", "Needed by")
_COUNT = Text("Antall", "Number")


def dependencies(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project depends on another one of the register."""
    lang, hubs = edition.lang, found.dependencies.hubs
    if not hubs:
        return None
    shown = hubs[:_MOST_ROWS]
    headline = opening(_finding(hubs, lang), lang)
    needing = [each for hub in shown for each in (hub.project, *hub.needed_by)]
    subtitle = _SUBTITLE[lang] + unmarked(needing, lang)
    if found.dependencies.elsewhere:
        elsewhere = count(found.dependencies.elsewhere, lang, "dependencies.elsewhere.count")
        subtitle = Sentence(subtitle, sentence(_ELSEWHERE[lang], count=elsewhere))
    if len(shown) < len(hubs):
        subtitle += _CUT[lang].format(shown=len(shown))
    return complete(
        NAME,
        lambda canvas: _draw(canvas, shown, lang=lang),
        words=Words(headline, subtitle, _alt(hubs, headline, lang)),
        data=_table(hubs, found.dependencies.links, lang=lang),
        key=marks_of(needing),
    )


def _alt(hubs: Sequence[Hub], headline: str, lang: Lang) -> str:
    return sentence(_ALT[lang], hubs=count(len(hubs), lang, "dependencies.hubs.count"), finding=headline)


def _draw(canvas: Canvas, hubs: Sequence[Hub], *, lang: Lang) -> None:
    top = _heads(canvas, lang)
    for hub in hubs:
        place = row(canvas, top, hub.project.name, height=LINE)
        leaf(canvas, place.x, place.middle, project=hub.project, look=_HUB)
        left = place.x + _HUB_ROOM * canvas.format.zoom
        needing = f"({len(hub.needed_by)})"
        spare = canvas.width_of(needing, NOTE) + _COUNT_GAP
        end, line = flow(canvas, hub.needed_by, left=left, y=place.middle, spare=spare)
        canvas.words((end + _COUNT_GAP, line), needing, NOTE)
        top = below(canvas, place, gap=_GAP)


def _heads(canvas: Canvas, lang: Lang) -> float:
    if canvas.format.is_narrow:
        return 0.0
    middle = canvas.leading() / 2
    canvas.words((canvas.format.main - 2, middle), _NEEDED[lang], STRONG, anchor="end")
    canvas.words((canvas.format.main + _HUB_ROOM, middle), _BY[lang], STRONG)
    return canvas.height + _GAP


def _finding(hubs: Sequence[Hub], lang: Lang) -> str:
    most = len(hubs[0].needed_by)
    first = [hub.project.name for hub in hubs if len(hub.needed_by) == most]
    if most == 1 or len(first) > _LARGE_TIE:
        return sentence(_SPREAD[lang], projects=counted(len(hubs), lang, "dependencies.hubs.count"))
    text = _FIRST if len(first) == 1 else _TIE
    projects = counted(most, lang, hubs[0].fact)
    return sentence(text[lang], projects=projects, name=first[0], names=listed(first, lang))


def _table(hubs: Sequence[Hub], links: Sequence[Link], *, lang: Lang) -> DataTable:
    names = ("needs", "needed", "criticality", "due", "status", "is_overdue")
    return DataTable(
        columns=(Column(_NEEDED[lang]), Column(_COUNT[lang], numeric=True), Column(_BY[lang])),
        rows=tuple(
            (
                f"{hub.project.id} {hub.project.name}",
                count(len(hub.needed_by), lang, hub.fact),
                Projects(tuple(each.id for each in hub.needed_by), named=True),
            )
            for hub in hubs
        ),
        values=Values(names, tuple(map(_values, links))),
    )


def _values(link: Link) -> tuple[str | None, ...]:
    return (
        link.needs.id,
        link.needed.id,
        link.criticality.value if link.criticality else None,
        (link.due.edtf or None) if link.due else None,
        link.status.value if link.status else None,
        "true" if link.overdue else "false",
    )
