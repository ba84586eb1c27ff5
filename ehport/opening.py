"""A round opened: its folder with ``round.toml``, the register, the chapters, and a workbook for each actor."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ehport.form.answers import Answers
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Text
from ehport.model import round as rounds
from ehport.model.portfolio import PERIODS
from ehport.model.round import AskedActor, Publication, Round
from ehport.model.round_text import round_text
from ehport.records import Record, read_record
from ehport.rounds import SUBMISSIONS, UsageError, find_round, usable
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from ehport.workbook.register_book import write_register

Rows = Mapping[str, Sequence[Mapping[str, str]]]

_BLOCK = re.compile(r"\{\{\s*(?:figure|table)\s*:[^}]*\}\}")
_BY_PERIOD = frozenset({"financing", "financing_total"})
_ACTIVE, _NEW = ProjectState.ACTIVE.label.nb, ProjectState.NEW.label.nb
_GONE = frozenset({ProjectState.LEAVING.label.nb, ProjectState.COMPLETED.label.nb})

_STRATEGY = {
    "1": "Digitalisering av arbeidsprosesser",
    "2": "Bedre sammenheng i pasientforløp",
    "3": "Bedre bruk av helsedata",
    "4": "Helsehjelp på nye måter",
    "5": "Felles grunnmur for digitale tjenester",
    "6": "Nasjonal styring av e-helse og økt gjennomføring",
}
_AREAS_OF_EACH = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """Everything a round starts with, before a file is written."""

    round: Round
    register: Rows
    editorial: Mapping[str, str]
    records: Mapping[str, Record] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Previous:
    """What the round before left: each actor's answers, the register's rows, and the chapters."""

    answers: Mapping[str, Sequence[Answers]]
    register: Rows
    editorial: Mapping[str, str]


def open_round(
    root: Path,
    round_id: str,
    *,
    previous: str | None = None,
    material: Path | None = None,
    force: bool = False,
) -> tuple[Path, ...]:
    """Open a round below ``root`` from material, from the round before, or empty, and return the files written.

    Raises `UsageError` when there is nothing to open it from, or when its folder is not empty.
    """
    if material is not None:
        opened = from_material(round_id, material)
    elif previous is not None:
        before = find_round(root, previous)
        opened = carried(round_id, before, left_by(before))
    else:
        raise UsageError(_FROM_WHAT)
    if opened.round.id != round_id:
        raise UsageError(_OTHER_ROUND.format(id=opened.round.id, round=round_id))
    return write(opened, root / SUBMISSIONS / round_id, force=force)


def fill(record: Path, workbook: Path, *, root: Path | None = None, force: bool = False) -> None:
    """Write the workbook of one record, in its round when that is open below ``root``, else in a round by that name.

    Raises `UsageError` when the record cannot be read or the workbook is there already.
    """
    if workbook.exists() and not force:
        raise UsageError(_WORKBOOK_EXISTS.format(path=workbook))
    given, round_id = read_record(record)
    folder = root / SUBMISSIONS / round_id if root else None
    within = usable(folder) if folder and (folder / rounds.FILE).is_file() else new_round(round_id, (given.actor,))
    write_form(workbook, within, given.actor, given.projects)


def left_by(before: Round) -> Previous:
    """Return what a round left for the next one."""
    answers: dict[str, tuple[Answers, ...]] = {}
    for actor in before.actors:
        submission, _ = read_submission(before.workbook(actor), before)
        if submission is not None:
            answers[actor.id] = tuple(entry.answers() for entry in submission.projects)
    register, _ = read_register(before.register)
    rows = register.answers().rows if register else {}
    chapters = {path.name: path.read_text("utf-8") for path in sorted(before.editorial.glob("*.md"))}
    return Previous(answers, rows, chapters)


def from_material(round_id: str, material: Path) -> Opening:
    """Return what a folder of material gives a round: records, and ``round.toml``, ``register.json``, chapters if it has them."""
    if not material.is_dir():
        raise UsageError(_NO_FOLDER.format(path=material))
    year = rounds.read_round(material).budget_year if (material / rounds.FILE).is_file() else int(round_id[:4])
    inside = material / SUBMISSIONS
    paths = sorted((inside if inside.is_dir() else material).glob("*.json"))
    records = {
        record.actor.id: record
        for record, _ in (read_record(path, year) for path in paths if path.name != "register.json")
    }
    if not records:
        raise UsageError(_NO_RECORDS.format(path=material))
    opened = _round_of(round_id, material, records)
    register = material / "register.json"
    rows = json.loads(register.read_text("utf-8")) if register.is_file() else _register_of(records)
    texts = {path.name: path.read_text("utf-8") for path in sorted(material.glob("editorial/*.md"))}
    return Opening(opened, rows, texts, records)


def _round_of(round_id: str, material: Path, records: Mapping[str, Record]) -> Round:
    if (material / rounds.FILE).is_file():
        return rounds.read_round(material)
    return new_round(round_id, tuple(record.actor for record in records.values()))


def new_round(round_id: str, actors: Sequence[AskedActor]) -> Round:
    """Return a round with the dates its id suggests: it closes at the end of its month and is published the month after.

    Raises `UsageError` when the id is not a year and a month.
    """
    try:
        year, month = (int(part) for part in round_id.split("-"))
        cutoff = date(year, month, monthrange(year, month)[1])
    except ValueError as bad:
        raise UsageError(_NOT_A_ROUND.format(round=round_id)) from bad
    after = date(year + month // 12, month % 12 + 1, 1)
    areas = {f"{code}.{n + 1}": "" for code in _STRATEGY for n in range(_AREAS_OF_EACH)}
    return Round(
        folder=Path(), id=round_id, title="Nasjonal e-helseportefølje", cutoff=cutoff, published=f"{after:%Y-%m}",
        budget_year=year, previous="", form="1", publication=Publication(), strategic_areas=_STRATEGY,
        focus_areas=areas, actors=tuple(actors),
    )  # fmt: skip


def _register_of(records: Mapping[str, Record]) -> Rows:
    projects = [
        {
            "id": answer.texts.get("id", ""),
            "name": answer.texts.get("name", ""),
            "responsible": record.actor.name,
            "state": "Aktiv",
        }
        for record in records.values()
        for answer in record.projects
        if answer.texts.get("id", "").isdigit()
    ]
    organisations = [
        {
            "name": record.actor.name,
            "short_name": record.actor.name,
            "group": "Andre",
            "actor": record.actor.id,
        }
        for record in records.values()
    ]
    return {"projects": projects, "organisations": organisations}


def carried(round_id: str, previous: Round, last: Previous) -> Opening:
    """Return a round opened from the one before: its register, its chapters as skeletons, and the answers of last time."""
    fresh = new_round(round_id, previous.actors)
    opened = replace(
        fresh,
        title=previous.title,
        previous=previous.id,
        form=previous.form,
        publication=previous.publication,
        strategic_areas=previous.strategic_areas,
        focus_areas=previous.focus_areas,
    )
    moved = opened.budget_year - previous.budget_year
    records = {
        actor.id: Record(actor, tuple(_a_year_on(given, moved) for given in last.answers.get(actor.id, ())))
        for actor in previous.actors
    }
    chapters = {name: skeleton(text) for name, text in last.editorial.items()}
    return Opening(opened, _carried_register(last.register), chapters, records)


def skeleton(text: str) -> str:
    """Return a chapter with its headings and placed blocks kept, and last round's text as a comment."""
    kept = [line for line in text.splitlines() if line.startswith("#") or _BLOCK.fullmatch(line.strip())]
    hidden = text.replace("--", "- -").strip()
    return "\n\n".join(kept) + f"\n\n<!--\n{hidden}\n-->\n"


def write(opened: Opening, folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write a round's folder complete or not at all, and return its files.

    Raises `UsageError` when the folder has something in it already and ``force`` is not set.
    """
    if folder.exists() and any(folder.iterdir()) and not force:
        raise UsageError(_EXISTS.format(path=folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_all(opened, made)
        names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return tuple(folder / name for name in names)


def _write_all(opened: Opening, folder: Path) -> None:
    (folder / rounds.FILE).write_text(round_text(opened.round), "utf-8")
    write_register(folder / rounds.REGISTER, opened.register)
    (folder / rounds.EDITORIAL).mkdir()
    for name, text in opened.editorial.items():
        (folder / rounds.EDITORIAL / name).write_text(text, "utf-8")
    for actor in opened.round.actors:
        record = opened.records.get(actor.id)
        write_form(folder / actor.file, opened.round, actor, record.projects if record else ())


def _a_year_on(given: Answers, moved: int) -> Answers:
    """Return last round's answers with the money under the same years when the budget year has moved."""
    if moved == 0:
        return given
    order = list(PERIODS)
    rows = {
        name: tuple(_moved(row, order, moved) for row in found) if name in _BY_PERIOD else found
        for name, found in given.rows.items()
    }
    return Answers(given.texts, {name: found for name, found in rows.items() if found})


def _moved(row: Mapping[str, str], order: list[str], moved: int) -> Mapping[str, str]:
    """Move each period; what would fall together under «earlier» or come out of «later» is left for the actor."""
    kept = {name: text for name, text in row.items() if name not in order}
    for name, text in row.items():
        if name in order[1:-1] and 0 < order.index(name) - moved < len(order) - 1:
            kept[order[order.index(name) - moved]] = text
    return kept


def _carried_register(last: Rows) -> Rows:
    projects = [
        {**row, "state": _ACTIVE if row.get("state") == _NEW else row.get("state", "")}
        for row in last.get("projects", ())
        if row.get("state") not in _GONE
    ]
    return {**last, "projects": projects, "adjustments": (), "operating_estimates": (), "office_facts": ()}


_NO_FOLDER = Text("Mappen {path} finnes ikke.", "The folder {path} does not exist.")
_NO_RECORDS = Text(
    "Det er ingen innmeldinger i JSON i {path} eller {path}/submissions.",
    "There are no submissions in JSON in {path} or {path}/submissions.",
)
_NOT_A_ROUND = Text(
    "«{round}» er ikke en runde. Skriv år og måned, for eksempel 2021-09.",
    "«{round}» is not a round. Write year and month, for example 2021-09.",
)
_EXISTS = Text(
    "{path} finnes alt og er ikke tom. Bruk --force for å skrive filene på nytt.",
    "{path} exists already and is not empty. Use --force to write the files anew.",
)
_FROM_WHAT = Text(
    "Oppgi hva runden åpnes fra: --from RUNDE (runden før) eller --fill MAPPE (svar i JSON).",
    "Say what the round is opened from: --from ROUND (the round before) or --fill FOLDER (answers in JSON).",
)
_OTHER_ROUND = Text(
    "round.toml i mappen er for runde {id}, ikke {round}.",
    "The folder's round.toml is for round {id}, not {round}.",
)
_WORKBOOK_EXISTS = Text(
    "{path} finnes alt. Bruk --force for å skrive den på nytt.",
    "{path} exists already. Use --force to write it anew.",
)
