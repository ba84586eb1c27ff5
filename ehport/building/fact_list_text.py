"""The names that a round's chapters can use, written for a terminal, and as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from textwrap import wrap

from ehport.building.fact_list import PROJECT, UsableFact, UsableNames
from ehport.diagnostics.text import visible
from ehport.export.csv_file import plain
from ehport.lang.language import Lang, Text

_VALUE, _GAP = 17, 2
_INDENT = "   "
_LONGEST_VALUE = 160
_PLACE = 38


def as_text(names: UsableNames, lang: Lang, width: int = 80) -> str:
    """Return the names as text; without words asked for, those of single projects are only counted."""
    shown = [each for each in names.facts if names.asked or not each.is_one_of_many]
    projects = 0 if names.asked else sum(each.name.startswith(PROJECT) for each in names.facts)
    blocks = [_head(names, lang, width)] if shown else []
    blocks += ["\n".join(_fact(each, lang, width)) for each in shown]
    blocks += ["\n".join(_blocks(names, lang, width))] if names.blocks else []
    blocks += [_filled(_PROJECTS.format(count=projects)[lang], width)] if projects else []
    if shown and not names.asked:
        blocks.append(_filled(_DERIVED[lang], width))
    return "\n\n".join(blocks)


def as_json(names: UsableNames) -> str:
    """Return the names as JSON."""
    found = {
        "round": names.round.id,
        "previous": names.round.previous,
        "facts": [
            {
                "name": each.name,
                "unit": each.unit.value,
                "now": each.now,
                "before": each.before or None,
                "forms": dict(each.forms),
                "rule": each.rule,
            }
            for each in names.facts
        ],
        "blocks": [
            {"kind": each.block.kind.value, "name": each.block.name, "title": each.title, "chapter": each.chapter}
            for each in names.blocks
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_csv(names: UsableNames) -> str:
    """Return one line for each number, under the names that JSON has; forms are separated by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "unit", "now", "before", "forms", "rule"))
    for each in names.facts:
        row = (each.name, each.unit.value, each.now, each.before, ";".join(each.forms), each.rule)
        writer.writerow([plain(value) for value in row])
    return out.getvalue().rstrip("\n")


def _head(names: UsableNames, lang: Lang, width: int) -> str:
    now, before = (_NOW.format(round=names.round.id)[lang], _BEFORE.format(round=names.round.previous or "–")[lang])
    return _row(_NAME[lang], now, before, width)


def _fact(each: UsableFact, lang: Lang, width: int) -> Iterator[str]:
    if max(len(each.now), len(each.before)) <= _VALUE and len(each.name) <= _room(width):
        yield _row(each.name, each.now, each.before or "–", width)
    else:
        yield each.name
        told = _VALUES if each.before else _ONE_VALUE
        yield from _hung(told.format(now=_short(each.now), before=_short(each.before))[lang], width)
    yield from _hung(each.rule, width)
    if each.forms:
        yield from _hung(f"{_FORMS[lang]}: {'; '.join(_forms(each))}", width)


def _forms(each: UsableFact) -> Iterator[str]:
    """Yield the forms with what they print, those that print the same as one."""
    same: dict[str, list[str]] = {}
    for form, printed in each.forms.items():
        same.setdefault(printed, []).append(form)
    yield from (f"| {' | '.join(forms)} → {printed}" for printed, forms in same.items())


def _blocks(names: UsableNames, lang: Lang, width: int) -> Iterator[str]:
    yield _BLOCKS[lang]
    for each in names.blocks:
        written = f"{{{{ {each.block} }}}}"
        yield f"{written:<{_PLACE}}{each.chapter}".rstrip()
        yield from _hung(each.title, width)


def _row(name: str, now: str, before: str, width: int) -> str:
    return f"{name:<{_room(width)}}{now:>{_VALUE + _GAP}}{before:>{_VALUE + _GAP}}"


def _room(width: int) -> int:
    return width - 2 * (_VALUE + _GAP)


def _hung(text: str, width: int) -> list[str]:
    return wrap(visible(text), width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False)


def _filled(text: str, width: int) -> str:
    return "\n".join(wrap(text, width, break_on_hyphens=False))


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1].rsplit(" ", 1)[0] + " …"


_NAME = Text("Navn", "Name")
_NOW = Text("Nå {round}", "Now {round}")
_BEFORE = Text("Før {round}", "Before {round}")
_VALUES = Text("Nå: {now}; før: {before}", "Now: {now}; before: {before}")
_ONE_VALUE = Text("Nå: {now}", "Now: {now}")
_FORMS = Text("Former", "Forms")
_BLOCKS = Text("Figurer og tabeller, og kapitlet de ellers står i", "Figures and tables, and the chapter they are in")
_PROJECTS = Text(
    "{count} navn gjelder enkeltprosjekter, for eksempel project.144.status: vis dem med «ehport facts RUNDE project».",
    "{count} names are about single projects, for example project.144.status: show them with «ehport facts ROUND "
    "project».",
)
_DERIVED = Text(
    "Et navn med previous. foran gir tallet i forrige runde, med change. foran endringen siden da: "
    "{{ previous.status.yellow.share }}, {{ change.projects.count }}.",
    "A name with previous. before it gives the previous round's figure, with change. the difference since: "
    "{{ previous.status.yellow.share }}, {{ change.projects.count }}.",
)
