"""What one round hands on to the next: the answers, the register and the chapters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ehport.form.answers import Answers
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.form.vocabulary import ProjectState
from ehport.material import Material, Rows, dated
from ehport.model.portfolio import PERIODS
from ehport.model.round import AskedActor, Round
from ehport.records import Record
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register

_BLOCK = re.compile(r"\{\{\s*(?:figure|table)\s*:[^}]*\}\}")
_BY_PERIOD = frozenset({"financing", "financing_total"})
_ACTIVE, _NEW = ProjectState.ACTIVE.label.nb, ProjectState.NEW.label.nb
_GONE = frozenset({ProjectState.LEAVING.label.nb, ProjectState.COMPLETED.label.nb})
_OF_ONE_ROUND = ("adjustments", "operating_estimates", "office_facts")
_NEW_PROJECT = None


def carried(round_id: str, before: Round) -> Material:
    """Return the material of a round that follows another: register, chapters as skeletons, last time's answers."""
    opened = replace(dated(before, round_id), previous=before.id)
    moved = opened.budget_year - before.budget_year
    records = {actor.id: _record(before, actor, moved) for actor in before.actors}
    chapters = {path.name: skeleton(path.read_text("utf-8")) for path in sorted(before.editorial.glob("*.md"))}
    register, _ = read_register(before.register)
    return Material(opened, _register(register.answers().rows if register else {}), chapters, records)


def skeleton(text: str) -> str:
    """Return a chapter with its headings and placed blocks kept, and last round's text as a comment."""
    kept = [line for line in text.splitlines() if line.startswith("#") or _BLOCK.fullmatch(line.strip())]
    hidden = text.replace("--", "- -").strip()
    return "\n\n".join(kept) + f"\n\n<!--\n{hidden}\n-->\n"


def a_year_on(given: Answers, moved: int) -> Answers:
    """Return answers with the money still under the same years when the budget year has moved."""
    if moved == 0:
        return given
    rows = {
        name: tuple(_moved(row, moved) for row in found) if name in _BY_PERIOD else found
        for name, found in given.rows.items()
    }
    return Answers(given.texts, rows)


def _record(before: Round, actor: AskedActor, moved: int) -> Record:
    submission, _ = read_submission(before.workbook(actor), before)
    entries = submission.projects if submission else ()
    given = (a_year_on(_without_ticks(entry.answers()), moved) for entry in entries)
    return Record(actor, (*(replace(each, last_round=before.id) for each in given), _NEW_PROJECT))


def _without_ticks(given: Answers) -> Answers:
    ticks = {each.name for each in fields_of(Project) if each.confirms}
    return replace(given, texts={name: text for name, text in given.texts.items() if name not in ticks})


def _moved(row: Mapping[str, str], moved: int) -> Mapping[str, str]:
    """Move each period; what would fall into «earlier» or comes out of «later» is left for the actor."""
    kept = {name: text for name, text in row.items() if name not in PERIODS}
    for name, text in row.items():
        if name in PERIODS[1:-1] and 0 < PERIODS.index(name) - moved < len(PERIODS) - 1:
            kept[PERIODS[PERIODS.index(name) - moved]] = text
    return kept


def _register(last: Rows) -> Rows:
    projects = [
        {**row, "state": _ACTIVE if row.get("state") == _NEW else row.get("state", "")}
        for row in last.get("projects", ())
        if row.get("state") not in _GONE
    ]
    return {**last, "projects": projects, **dict.fromkeys(_OF_ONE_ROUND, ())}
