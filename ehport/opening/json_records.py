"""Records: an actor's submission as JSON, for those whose project system can hand one in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ehport.form.actor import Actor
from ehport.form.answers import Answers, RecordError, assert_names, from_record, text_of, to_record
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.round import AskedActor
from ehport.model.submission import Submission
from ehport.system.errors import UsageError
from ehport.workbook.form_book import Sender

_NAMES = ("round", "actor", "projects")
_GIVEN = ("id", "name")


@dataclass(frozen=True, slots=True)
class Record:
    """One actor's JSON record: who it is from, its projects as answers, and what else it says of itself."""

    actor: AskedActor
    projects: tuple[Answers | None, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def sender(self) -> Sender:
        """The actor as its workbook is written."""
        return Sender(self.actor.id, self.actor.name, self.own)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A JSON file that is a record by its outline, and the round it is for."""

    path: Path
    found: Mapping[str, Any]
    round_id: str

    def record(self, budget_year: int | None = None) -> Record:
        """Return the record; its years are seen from a budget year, or else from that of its round's id.

        Raises `UsageError` naming the part of the file that the form does not take.
        """
        try:
            year = budget_year or int(self.round_id[:4])
            actor = _texts(self.found["actor"])
            projects = tuple(_project(each, number, year) for number, each in enumerate(self.found["projects"]))
        except RecordError as bad:
            raise UsageError(_PART.format(path=self.path, part=bad.path, why=bad.told)) from bad
        except ValueError as bad:
            raise UsageError(_NO_ROUND.format(path=self.path, round=self.round_id)) from bad
        own = {name: text for name, text in actor.items() if name not in _GIVEN}
        return Record(AskedActor(actor["id"], actor["name"]), projects, own)


def read_record_file(path: Path) -> RecordFile:
    """Read a JSON file with one actor's record.

    Raises `UsageError` when the file is not a record of the form.
    """
    try:
        found = json.loads(
            path.read_bytes(), parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_without_repeats
        )
        assert_names(found, _NAMES)
        for name in _NAMES:
            if found.get(name) is None:
                raise RecordError(name, _MISSING)
        if not isinstance(found["projects"], list):
            raise RecordError("projects", _NOT_A_LIST)
        return RecordFile(path, found, text_of(found["round"], "round"))
    except OSError as bad:
        raise UsageError(_NOT_READ.format(path=path, why=bad.strerror or "")) from bad
    except RecordError as bad:
        raise UsageError(_PART.format(path=path, part=bad.path or "…", why=bad.told)) from bad
    except json.JSONDecodeError as bad:
        raise UsageError(_NOT_JSON.format(path=path, line=bad.lineno, column=bad.colno, why=bad.msg)) from bad
    except (ValueError, RecursionError) as bad:
        raise UsageError(_NOT_TEXT.format(path=path)) from bad


def as_record(submission: Submission, budget_year: int) -> str:
    """Return what a workbook says as the JSON record that fills it."""
    own = {name: cell.text for name, cell in submission.actor.cells.items()}
    found = {
        "round": submission.round_id,
        "actor": {name: own[name] for name in (*_GIVEN, *sorted(own.keys() - {*_GIVEN})) if name in own},
        "projects": [to_record(each.answers(), Project, budget_year) for each in submission.projects],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _texts(actor: Any) -> dict[str, str]:
    """Return what an actor says of itself."""
    try:
        assert_names(actor, [each.name for each in fields_of(Actor)])
        texts = {name: text_of(value, name) for name, value in actor.items()}
        for name in _GIVEN:
            if not texts.get(name):
                raise RecordError(name, _MISSING)
    except RecordError as bad:
        raise bad.within("actor") from None
    return texts


def _project(given: Any, number: int, year: int) -> Answers:
    try:
        assert_names(given, [each.name for each in fields_of(Project)])
        return from_record(given, Project, year)
    except RecordError as bad:
        raise bad.within(f"projects[{number}]") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise RecordError(next(name for name in names if names.count(name) > 1), _TWICE)
    return found


def _no_number(word: str) -> None:
    raise RecordError(word, _NOT_FINITE)


_MISSING = Text("mangler.", "is missing.")
_TWICE = Text("står to ganger.", "stands twice.")
_NOT_A_LIST = Text("skal være en liste av prosjekter: […].", "must be a list of projects: […].")
_NOT_FINITE = Text("er ikke et tall.", "is not a number.")
_NOT_READ = Text("{path} kan ikke leses: {why}", "{path} cannot be read: {why}")
_NOT_TEXT = Text(
    "{path} er ikke JSON i UTF-8. Lagre filen som UTF-8.", "{path} is not JSON in UTF-8. Save the file as UTF-8."
)
_NOT_JSON = Text(
    "{path} er ikke JSON: linje {line}, tegn {column}: {why}", "{path} is not JSON: line {line}, column {column}: {why}"
)
_NO_ROUND = Text(
    "«round» i {path} er «{round}», som ikke er en runde. Skriv for eksempel 2021-09.",
    "«round» in {path} is «{round}», which is no round. Write, for example, 2021-09.",
)
_PART = Text(
    "«{part}» i {path} {why} Feltene står i: ehport dictionary --format json-schema",
    "«{part}» in {path} {why} The fields are told by: ehport dictionary --format json-schema",
)
