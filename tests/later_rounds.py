"""A round after the sample round, clearly invented: the sample's records and register with the edits of a test.

An edit gets a `Draft`: ``draft.projects["150"]["status"] = "Rød"`` changes an answer of project 150,
``draft.register["projects"]`` are the rows of a sheet, and ``draft.records["helse-vest"]["projects"]`` an actor's
projects. Without an edit nothing differs but the round itself.
"""

from __future__ import annotations

import json
import pickle
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ehport.form.actor import Actor
from ehport.form.answers import from_record
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.lang.folding import words
from ehport.model.memory import Memory
from ehport.model.portfolio import Portfolio, collect
from ehport.model.remembering import remember
from ehport.model.round import AskedActor, Round
from ehport.model.submission import Submission
from ehport.opening import open as opening
from ehport.opening.json_records import Record
from ehport.opening.source import Material, dated
from ehport.rounds.find import SUBMISSIONS, usable
from tests.builders import ACTOR_SHEET, entry_of, project_of
from tests.source import ROOT

FIRST, LATER = "2021-04", "2021-09"
_PAID = re.compile(r"(?<![^.])20\d\d(?![^.])")
_RECORDS = ROOT / "tests" / "rounds" / FIRST
_WRITTEN: dict[bytes, bytes] = {}


@dataclass(slots=True)
class Draft:
    """Records by actor and the register by sheet, to be changed in place; ``round`` replaces facts of the round."""

    records: dict[str, Any]
    register: dict[str, Any]
    round: dict[str, Any] = field(default_factory=dict)
    chapters: dict[str, str] = field(default_factory=dict)

    @property
    def projects(self) -> dict[str, dict[str, Any]]:
        """The records of projects by their number in the register."""
        ids = {words(each["name"]): each["id"] for each in self.register["projects"]}
        ids |= {
            words(name): each["id"] for each in self.register["projects"] for name in each.get("aliases", "").split(";")
        }
        found = {}
        for record in self.records.values():
            for project in record["projects"]:
                number = re.search(r"\d+", project.get("id", ""))
                found[number[0] if number else ids[words(project["name"])]] = project
        return found

    def registered(self, number: str) -> dict[str, str]:
        """Return the register's row of a project."""
        return next(each for each in self.register["projects"] if each["id"] == number)


Edit = Callable[[Draft], object]


def unchanged(_: Draft) -> None:
    """Change nothing."""


def a_year_later(draft: Draft) -> None:
    """Move the budget year, and what is paid in each year, one year on."""
    draft.records.update(_years_later(draft.records))
    draft.round["budget_year"] = int(LATER[:4]) + 1


def _years_later(found: Any) -> Any:
    if isinstance(found, list):
        return [_years_later(each) for each in found]
    if isinstance(found, dict):
        return {_PAID.sub(lambda year: f"{int(year[0]) + 1}", name): _years_later(found[name]) for name in found}
    return found


def later_round(home: Path, edit: Edit = unchanged, round_id: str = LATER, previous: str = FIRST) -> Round:
    """Write the sample round and one that follows it below a folder, and return the later one."""
    if not (home / SUBMISSIONS / FIRST).exists():
        shutil.copytree(ROOT / SUBMISSIONS / FIRST, home / SUBMISSIONS / FIRST)
    draft = _draft()
    draft.chapters = {path.name: path.read_text("utf-8") for path in sorted((_RECORDS / "editorial").glob("*.md"))}
    edit(draft)
    round_ = _round(draft, round_id, previous)
    records = {name: _record(record, round_.budget_year) for name, record in draft.records.items()}
    folder = home / SUBMISSIONS / round_id
    with pytest.MonkeyPatch.context() as patch:
        for name in ("write_form", "write_register"):
            patch.setattr(opening, name, _written_once(getattr(opening, name)))
        opening.write(Material(round_, draft.register, draft.chapters, records), folder)
    return usable(folder)


def _written_once(write: Callable[..., None]) -> Callable[..., None]:
    """Return what writes a workbook, or copies the one that was written before of all the same."""

    def write_or_copy(path: Path, *given: Any, **named: Any) -> None:
        made = pickle.dumps((path.name, given, named))
        if made not in _WRITTEN:
            write(path, *given, **named)
            _WRITTEN[made] = path.read_bytes()
        path.write_bytes(_WRITTEN[made])

    return write_or_copy


def later_portfolio(edit: Edit = unchanged, round_id: str = LATER) -> Portfolio:
    """Return the portfolio of a round that follows the sample round, without any file."""
    first = sample_portfolio()
    draft = _draft()
    edit(draft)
    found = _collected(draft, _round(draft, round_id, FIRST))
    return replace(found, previous=first, memories=(_sample_memory(),))


@cache
def sample_portfolio() -> Portfolio:
    """Return the portfolio of the sample round, made from its records."""
    return _collected(_draft(), usable(_RECORDS, of=None))


@cache
def _sample_memory() -> Memory:
    return remember(sample_portfolio())


def _draft() -> Draft:
    records = {path.stem: _json(path) for path in sorted((_RECORDS / "submissions").glob("*.json"))}
    return Draft(records, _json(_RECORDS / "register.json"))


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _round(draft: Draft, round_id: str, previous: str) -> Round:
    first = usable(_RECORDS, of=None)
    actors = tuple(AskedActor(each["actor"]["id"], each["actor"]["name"]) for each in draft.records.values())
    return replace(
        dated(first, round_id),
        **{"previous": previous, "actors": actors, "budget_year": first.budget_year, **draft.round},
    )


def _record(record: Mapping[str, Any], budget_year: int) -> Record:
    actor = AskedActor(record["actor"]["id"], record["actor"]["name"])
    return Record(actor, tuple(from_record(each, Project, budget_year) for each in record["projects"]))


def _collected(draft: Draft, round_: Round) -> Portfolio:
    submissions = [_submission(name, record, round_) for name, record in draft.records.items()]
    return collect(round_, _register(draft.register), submissions)[0]


def _register(sheets: Mapping[str, Any]) -> Any:
    return entry_of(Register, {}, {name: tuple(rows) for name, rows in sheets.items()}, "")


def _submission(name: str, record: Mapping[str, Any], round_: Round) -> Submission:
    own = entry_of(Actor, {"id": name, "name": record["actor"]["name"]}, {}, ACTOR_SHEET)
    projects = tuple(project_of(each, round_.budget_year) for each in record["projects"])
    return Submission(round_.folder / f"{name}.xlsx", round_.id, own, projects)
