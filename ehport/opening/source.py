"""What a round is opened with: its facts, its register, its chapters and the actors' records."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ehport.form.kinds import ProjectId
from ehport.form.vocabulary import ProjectState
from ehport.lang.dates import month_after
from ehport.lang.language import Text
from ehport.model.file_names import wrong_with_ids
from ehport.model.round import EDITORIAL, FILE, GUIDE, AskedActor, Publication, Round
from ehport.model.round import REGISTER as REGISTER_BOOK
from ehport.opening.json_records import Record, read_record_file
from ehport.rounds.find import SUBMISSIONS, usable
from ehport.rounds.ids import check_round_id
from ehport.system import assets
from ehport.system.errors import UsageError

Rows = Mapping[str, Sequence[Mapping[str, str]]]

README = "README.md"
REGISTER = "register.json"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a round starts with, before a file is written; ``notes`` are what the office should know of it."""

    round: Round
    register: Rows
    editorial: Mapping[str, str]
    records: Mapping[str, Record] = field(default_factory=dict)
    readme: str = ""
    notes: tuple[Text, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the round's folder gets, relative to it."""
        chapters = (Path(EDITORIAL, name) for name in self.editorial)
        workbooks = (Path(actor.file) for actor in self.round.actors)
        readme = (Path(README if self.readme else GUIDE),)
        return (Path(FILE), Path(REGISTER_BOOK), *readme, *chapters, *workbooks)


def blank(round_id: str) -> Material:
    """Return the material of a first round: the actors, strategy and chapter headings that the package knows.

    Raises `UsageError` when the id is not a year and a month.
    """
    folder = assets.templates() / "round"
    known = usable(folder, of=None)
    return Material(dated(known, round_id), _register(folder), _chapters(folder))


def from_folder(round_id: str, folder: Path) -> Material:
    """Return the material of a folder of records; it may also hold ``round.toml``, ``register.json`` and chapters.

    The records lie in the folder or in its ``submissions/``. Raises `UsageError` when there are none.
    """
    if not folder.is_dir():
        raise UsageError(_NO_FOLDER.format(path=folder))
    told = usable(folder, of=round_id) if (folder / FILE).is_file() else None
    records = _records(folder, told.budget_year if told else None)
    opened = told or dated(_made_of(records), round_id)
    register = _register(folder) if (folder / REGISTER).is_file() else _listed(records)
    readme = folder / README
    return Material(opened, register, _chapters(folder), records, readme.read_text("utf-8") if readme.is_file() else "")


def dated(round_: Round, round_id: str) -> Round:
    """Return a round under an id, closing at the end of that month and published the month after.

    Raises `UsageError` when the id is not a year and a month.
    """
    year, month = map(int, check_round_id(round_id).split("-"))
    cutoff = date(year, month, monthrange(year, month)[1])
    return replace(round_, id=round_id, cutoff=cutoff, published=month_after(cutoff), budget_year=year, late=())


def within(round_id: str, actor: AskedActor) -> Round:
    """Return a round with nothing but its id and one actor, for a workbook that is filled outside any round."""
    return dated(_made_of({actor.id: Record(actor)}), round_id)


def _made_of(records: Mapping[str, Record]) -> Round:
    known = usable(assets.templates() / "round", of=None)
    return replace(known, publication=Publication(), actors=tuple(record.actor for record in records.values()))


def _records(folder: Path, budget_year: int | None) -> dict[str, Record]:
    inside = folder / SUBMISSIONS
    paths = sorted((inside if inside.is_dir() else folder).glob("*.json"))
    found = [read_record_file(path).record(budget_year) for path in paths if path.name != REGISTER]
    if not found:
        raise UsageError(_NO_RECORDS.format(path=folder))
    if wrong := wrong_with_ids(record.actor.id for record in found):
        raise UsageError(_ACTORS.format(path=folder, why=wrong))
    return {record.actor.id: record for record in found}


def _register(folder: Path) -> Rows:
    path = folder / REGISTER
    try:
        found: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as bad:
        raise UsageError(_NOT_A_REGISTER.format(path=path, why=bad)) from bad
    if not isinstance(found, dict):
        raise UsageError(_NOT_A_REGISTER.format(path=path, why=type(found).__name__))
    return found


def _chapters(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((folder / EDITORIAL).glob("*.md"))}


def _listed(records: Mapping[str, Record]) -> Rows:
    """Return a register of the projects in the records, all active, for the office to go through."""
    projects = [
        {
            "id": number,
            "name": answer.texts.get("name", ""),
            "responsible": record.actor.name,
            "state": ProjectState.ACTIVE.label.nb,
        }
        for record in records.values()
        for answer in record.projects
        if answer and (number := ProjectId().parse(answer.texts.get("id", "")).value)
    ]
    organisations = [
        {"name": record.actor.name, "short_name": record.actor.name, "group": "Andre", "actor": record.actor.id}
        for record in records.values()
    ]
    return {"projects": projects, "organisations": organisations}


_NO_FOLDER = Text("Mappen {path} finnes ikke.", "The folder {path} does not exist.")
_ACTORS = Text("Aktørene i {path}: {why}", "The actors in {path}: {why}")
_NO_RECORDS = Text(
    "Det er ingen innmeldinger i JSON i {path} eller {path}/submissions.",
    "There are no submissions in JSON in {path} or {path}/submissions.",
)
_NOT_A_REGISTER = Text(
    "{path} er ikke et register i JSON: {why}. Det skal være en liste av rader for hvert ark.",
    "{path} is not a register in JSON: {why}. It should be a list of rows for each sheet.",
)
