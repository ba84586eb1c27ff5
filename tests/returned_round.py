"""A small round under way: two actors have returned, one has sent what cannot be read, and one has sent nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.model.portfolio import collect
from ehport.model.round import AskedActor, Publication
from ehport.model.submission import Entry, Submission
from ehport.receiving.status import RoundStatus, status_of
from ehport.rounds.read import RoundRead
from ehport.rounds.versions import EARLIER
from ehport.rules import verdict
from tests import builders

ACTORS = (
    AskedActor("helse-vest", "Helse Vest RHF"),
    AskedActor("ks", "Kommunesektorens organisasjon"),
    AskedActor("folkehelseinstituttet", "Folkehelseinstituttet"),
    AskedActor("helse-nord", "Helse Nord RHF"),
)
ORGANISATIONS = (
    builders.ORGANISATION,
    *(
        {"name": each.name, "short_name": each.name, "group": "Andre", "actor": each.id}
        for each in ACTORS
        if each.id != "helse-vest"
    ),
    {"name": "Oslo kommune", "short_name": "Oslo kommune", "group": "Andre"},
)
PUBLISHED = Publication(publisher="Direktoratet for e-helse")
Errors = tuple[Diagnostic, ...]
PROJECTS = (
    {"id": "900"},
    {"id": "901", "name": "Felles plan"},
    {"id": "902", "name": "Skal ikke meldes", "state": "Pauset"},
    {"id": "910", "name": "Digital veileder", "responsible": "Kommunesektorens organisasjon"},
    {"id": "911", "name": "Byjournal", "responsible": "Oslo kommune"},
    {"id": "920", "name": "Register over utbrudd", "responsible": "Folkehelseinstituttet", "state": "Ny"},
    {"id": "930", "name": "Tromsøpiloten", "responsible": "Helse Nord RHF"},
)


def files_in(folder: Path) -> Path:
    """Return a folder with the files of the three actors who have sent one, each with its date."""
    for day, actor in ((14, "helse-vest"), (20, "ks"), (21, "folkehelseinstituttet")):
        path = folder / f"{actor}.xlsx"
        path.touch()
        when = datetime(2021, 9, day, 10, 30).astimezone().timestamp()
        os.utime(path, (when, when))
    return folder


def sent(actor: str, *projects: str, **answers: Any) -> Submission:
    """Return what an actor sent for some projects."""
    names = {each["id"]: each.get("name", "Felles logg") for each in PROJECTS}
    entries = (builders.a_project(id=number, name=names[number], **answers) for number in projects)
    return replace(builders.a_submission(actor=actor), projects=tuple(entries))


def prefilled(entry: Entry[Any]) -> Entry[Any]:
    """Return an entry whose cells say what they said when the workbook was sent out."""
    rows = {name: tuple(prefilled(each) for each in found) for name, found in entry.rows.items()}
    counts = {name: str(len(found)) for name, found in rows.items()}
    return replace(entry, before={**entry.answers().texts, **counts}, rows=rows)


def changed(entry: Entry[Any], name: str, text: str) -> Entry[Any]:
    """Return an entry with another text in one cell."""
    return replace(entry, cells={**entry.cells, name: replace(entry.cells[name], text=text)})


def wrong(actor: str, settled: str = "") -> Diagnostic:
    """Return an error in an actor's workbook."""
    at = Location(f"{actor}.xlsx", "900 Felles logg", "C70", project="900", field="status")
    facts = {"label": field_of(Project, "status").label, "counted": True}
    return Diagnostic(Code.TWO_RATINGS, at, facts, found="Gul/Rød", settled=settled)


def read(folder: Path, *submissions: Submission, round_id: str = "2021-09", errors: Errors = ()) -> RoundRead:
    """Return a round with those submissions, as it is read from its folder."""
    cutoff = date.fromisoformat(f"{round_id}-16")
    facts = {"id": round_id, "cutoff": cutoff, "previous": "2021-04", "actors": ACTORS, "publication": PUBLISHED}
    round_ = builders.a_round(folder=folder, **facts)
    register = builders.a_register(projects=PROJECTS, organisations=ORGANISATIONS)
    placed = [replace(each, file=folder / each.file.name, round_id=round_id) for each in submissions]
    portfolio, told = collect(round_, register, placed)
    return RoundRead(round_, portfolio, (*errors, *verdict.check_round(portfolio, told)))


def september(folder: Path) -> RoundStatus:
    """Return the status in September, beside April."""
    now = read(
        folder,
        sent("helse-vest", "900", status="Rød"),
        sent("ks", "910", "911", phase=""),
        errors=(wrong("helse-vest"), wrong("helse-vest", "Avtalt"), wrong("ks"), wrong("ks"), wrong("ks")),
    )
    before = read(
        folder,
        sent("helse-vest", "900", "901", phase=""),
        sent("ks", "910", "911"),
        round_id="2021-04",
        errors=(wrong("helse-vest"), wrong("helse-vest", "Avtalt"), wrong("ks")),
    )
    (folder / EARLIER).mkdir()
    for hour in ("09", "10"):
        (folder / EARLIER / f"ks.2021-09-12T{hour}00.xlsx").touch()
    return status_of(now, before)
