"""What the office is told when a round is opened: its dates, its files, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import TextWrapper

from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.opening.open import Opened, Opening

_INDENT = "  "
_WRAPPER = TextWrapper(
    80, initial_indent=_INDENT, subsequent_indent=_INDENT * 2, break_long_words=False, break_on_hyphens=False
)


def format_opened(opened: Opened, lang: Lang) -> str:
    """Return what was written, with where the earlier version of each replaced file lies."""
    opening = opened.opening
    states = {path: _REPLACED if opened.written[path] else _WRITTEN for path in opening.files}
    kept = {path: earlier for path, earlier in opened.written.items() if earlier}
    return "\n".join(
        [*_head(_OPENED, opening, lang), *_files(opening, states, kept, lang=lang), *_notes(opening, lang)]
    )


def format_planned(opening: Opening, lang: Lang) -> str:
    """Return what would be written and replaced."""
    there = set(opening.there)
    states = {path: _WOULD_REPLACE if path in there else _WOULD_WRITE for path in opening.files}
    lines = [*_head(_PLANNED, opening, lang), *_files(opening, states, {}, lang=lang), *_notes(opening, lang)]
    return "\n".join([*lines, *(["", _FORCE[lang]] if there else [])])


def _head(text: Text, opening: Opening, lang: Lang) -> Iterator[str]:
    round_ = opening.material.round
    yield text.format(round=round_.id, folder=_shown(opening.folder, opening))[lang]
    day, month = dates.day(round_.cutoff, lang), dates.month(round_.published, lang)
    yield _DATES[lang].format(day=day, month=month, year=round_.budget_year)


def _files(opening: Opening, states: Mapping[Path, Text], kept: Mapping[Path, Path], *, lang: Lang) -> Iterator[str]:
    width = max(len(state[lang]) for state in states.values())
    longest = max(len(path.relative_to(opening.folder).as_posix()) for path in states)
    for path, state in states.items():
        name = path.relative_to(opening.folder).as_posix()
        line = f"{_INDENT}{state[lang]:<{width}}  {name:<{longest}}  {_content(path, opening, lang)}"
        yield line.rstrip()
        if path in kept:
            yield f"{_INDENT}{'':<{width}}  {_KEPT.format(path=_shown(kept[path], opening))[lang]}"


def _content(path: Path, opening: Opening, lang: Lang) -> str:
    """Return how many projects a workbook is filled with."""
    actor = next((each for each in opening.material.round.actors if each.file == path.name), None)
    if actor is None:
        return ""
    record = opening.material.records.get(actor.id)
    count = sum(each is not None for each in record.projects) if record else 0
    return (_PROJECT if count == 1 else _PROJECTS).format(count=count)[lang] if count else _EMPTY[lang]


def _notes(opening: Opening, lang: Lang) -> Iterator[str]:
    if opening.material.notes:
        yield ""
        yield _TO_LOOK_AT[lang]
        for note in opening.material.notes:
            yield _WRAPPER.fill(note[lang])


def _shown(path: Path, opening: Opening) -> str:
    """Return a path as seen from the folder that holds all rounds."""
    return path.relative_to(opening.folder.parent.parent).as_posix()


_DATES = Text(
    "Svarfrist {day}, publiseres {month}, budsjettår {year}.",
    "Cut-off {day}, published {month}, budget year {year}.",
)
_OPENED = Text("Runde {round} er åpnet i {folder}.", "Round {round} is open in {folder}.")
_PLANNED = Text(
    "Ingenting er skrevet. Runde {round} i {folder} ville blitt slik:",
    "Nothing is written. Round {round} in {folder} would be like this:",
)
_WRITTEN, _REPLACED = Text("skrevet", "written"), Text("erstattet", "replaced")
_WOULD_WRITE, _WOULD_REPLACE = Text("ny", "new"), Text("finnes fra før", "there already")
_KEPT = Text("den forrige ligger i {path}", "the one before lies in {path}")
_PROJECT, _PROJECTS, _EMPTY = (
    Text("1 prosjekt", "1 project"),
    Text("{count} prosjekter", "{count} projects"),
    Text("uten svar", "without answers"),
)
_TO_LOOK_AT = Text("Å se på:", "To look at:")
_FORCE = Text(
    "Det som finnes fra før, blir bare erstattet med --force. De gamle filene legges da i .earlier.",
    "What is there already is replaced with --force only. The old files are then put in .earlier.",
)
