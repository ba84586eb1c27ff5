"""Who waits for whom: the projects that wait, and the projects and other parties that they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ehport.analysis.basis import Listed
from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.analysis.waiting import Awaited, Wait, WaitingMap
from ehport.figures.dependency_map_drawing import draw_map
from ehport.figures.drawing import (
    IN_TABLE,
    Words,
    complete,
    count,
    counted,
    marks_of,
    opening,
    part_of,
    truth,
    unmarked,
)
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureColumn, FigureValues, Projects, Value
from ehport.lang.counting import DEPENDENCIES, listed, verbs
from ehport.lang.language import Lang, Text

NAME = "dependency-map"
_LARGE_TIE = 3

_SUBTITLE = Text(
    "Hver strek går fra et prosjekt som venter ({waiting} i alt), til det som det selv har meldt at det er avhengig "
    "av. Tykk strek med rødt kvadrat: avhengigheten er meldt rød, eller prosjektet som trengs, har rød status eller "
    "risiko ({red}). Stiplet strek: fristen er passert ({overdue}). Det som er meldt oppfylt, er ikke med. I parentes "
    "står hvor mange som nevner det.",
    "Each line goes from a project that waits ({waiting} in all) to what it has itself reported that it depends on. "
    "A thick line with a red square: the dependency is reported red, or the project needed has red status or risk "
    "({red}). A broken line: the deadline has passed ({overdue}). What is reported as met is left out. In brackets: "
    "how many name it.",
)
_LEFT_OUT = Text(
    " Figuren viser det som flest nevner; {count} par til står bare i tabellen.",
    " The figure shows what most projects name; another {count} {word} in the table only.",
)
_ALONE = Text(
    " I tillegg kommer {count} av andre, som bare ett prosjekt nevner eller som navnet ikke er kjent igjen for.",
    " Another {count} {are} on others that only one project names, or whose name was not recognised.",
)
_ALT = Text(
    "Kart over avhengigheter mellom {projects} og det de venter på. {finding}. Røde: {red}. Fristen er passert: "
    "{overdue}. " + IN_TABLE.nb,
    "Map of dependencies between {projects} and what they wait for. {finding}. Red: {red}. The deadline has passed: "
    "{overdue}. " + IN_TABLE.en,
)
_NONE, _ALL, _SOME = Text("ingen", "none"), Text("alle {all}", "all {all}"), Text("{part} av {all}", "{part} of {all}")
# How many wait rests on names that match, so that no rank is claimed: others may wait under a name of their own.
_FIRST = Text("Minst {projects} venter på {name}", "At least {projects} {wait} for {name}")
_TIE = Text("Minst {projects} venter på hver av {names}", "At least {projects} {wait} for each of {names}")
_SPREAD = Text("{projects} venter på andre", "{projects} {wait} for others")
_ON, _COUNT, _WHO = Text("Det de venter på", "Waited for"), Text("Antall", "Number"), Text("Venter", "Waiting")
_RED, _OUT = Text("Rød", "Red"), Text("Fristen er passert", "The deadline has passed")
_NAMES = ("needs", "needed", "party", "criticality", "due", "status", "is_overdue")


def dependency_map(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project waits for another one or for a party that several name."""
    lang, known = edition.lang, found.waiting
    if not known.shown:
        return None
    numbers = {
        "projects": counted(len(known.waiting), lang, "waiting.projects.count"),
        "waiting": count(len(known.waiting), lang, "waiting.projects.count"),
        "red": _of_all(sum(each.is_red for each in known.waits), "waiting.red.count", known, lang=lang),
        "overdue": _of_all(sum(each.is_overdue for each in known.waits), "waiting.overdue.count", known, lang=lang),
    }
    drawn = _drawn(known, found)
    subtitle = Sentence(sentence(_SUBTITLE[lang], **numbers), *_rest(known, lang), unmarked(drawn, lang))
    headline = _finding(known, found, lang)
    return complete(
        NAME,
        lambda canvas: draw_map(canvas, known.shown, found.everyone, lang=lang),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline, **numbers)),
        data=_table(known, lang),
        key=marks_of(drawn),
    )


def _of_all(number: int, fact: str, known: WaitingMap, *, lang: Lang) -> str:
    text = _NONE if not number else _ALL if number == len(known.waits) else _SOME
    whole = count(len(known.waits), lang, "waiting.count")
    return sentence(text[lang], part=count(number, lang, fact), all=whole)


def _drawn(known: WaitingMap, found: Summary) -> list[Listed]:
    """Return the projects of the figure, each once."""
    ids = [each for awaited in known.shown for each in (awaited.project, *(wait.project for wait in awaited.waits))]
    return [found.everyone[each] for each in dict.fromkeys(filter(None, ids))]


def _rest(known: WaitingMap, lang: Lang) -> Iterator[str]:
    """Yield what the figure does not show."""
    left_out = sum(len(each.waits) for each in known.left_out)
    if left_out:
        word = "pair is" if left_out == 1 else "pairs are"
        yield sentence(_LEFT_OUT[lang], count=count(left_out, lang, "waiting.left_out.count"), word=word)
    if known.alone:
        number = len(known.alone)
        told = counted(number, lang, "waiting.alone.count", DEPENDENCIES)
        yield sentence(_ALONE[lang], count=told, **verbs(number))


def _finding(known: WaitingMap, found: Summary, lang: Lang) -> str:
    most = len(known.shown[0].waits)
    first = [each for each in known.every if len(each.waits) == most]
    if most == 1 or len(first) > _LARGE_TIE:
        part = (len(known.all_waiting), "dependencies.waiting.count"), (len(found.projects), "projects.count")
        return opening(sentence(_SPREAD[lang], projects=part_of(*part, lang), **verbs(len(known.all_waiting))), lang)
    text = _FIRST if len(first) == 1 else _TIE
    names = [each.name for each in first]
    projects = counted(most, lang, first[0].fact)
    return sentence(text[lang], projects=projects, name=names[0], names=listed(names, lang), **verbs(most))


def _table(known: WaitingMap, lang: Lang) -> DataTable:
    heads = (_ON, _COUNT, _WHO, _RED, _OUT)
    return DataTable(
        columns=tuple(FigureColumn(head[lang], numeric=head is _COUNT) for head in heads),
        rows=tuple(_row(each, lang) for each in known.every),
        values=FigureValues(_NAMES, tuple(_values(known.every))),
    )


def _row(each: Awaited, lang: Lang) -> tuple[Cell, ...]:
    red = (wait for wait in each.waits if wait.is_red)
    overdue = (wait for wait in each.waits if wait.is_overdue)
    number = count(len(each.waits), lang, each.fact)
    return (f"{each.project} {each.name}".strip(), number, *map(_projects, (each.waits, red, overdue)))


def _projects(waits: Iterable[Wait]) -> Projects:
    return Projects(tuple(wait.project for wait in waits))


def _values(known: Sequence[Awaited]) -> Iterator[tuple[Value, ...]]:
    for each in known:
        for wait in each.waits:
            for need in wait.needs:
                yield (
                    wait.project,
                    each.project or None,
                    None if each.project else each.name,
                    need.criticality.value if need.criticality else None,
                    (need.due.edtf or None) if need.due else None,
                    need.status.value if need.status else None,
                    truth(need.is_overdue),
                )
