"""The round several times over: each copy has every actor and project once more, under other names and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from ehport.form.answers import Answers, Row
from ehport.form.kinds import ProjectId
from ehport.form.vocabulary import ProjectState
from ehport.model.round import EDITORIAL, FILE, REGISTER, AskedActor
from ehport.model.round_text import round_text
from ehport.opening.source import Material, Rows, from_folder
from ehport.rounds.find import SUBMISSIONS
from ehport.workbook.form_book import write_form
from ehport.workbook.register_book import write_register
from tests.bench.run import ROOT, ROUND

_MULTIPLIED = ("projects", "adjustments", "solution_uses")
_GONE = {ProjectState.LEAVING.label.nb, ProjectState.COMPLETED.label.nb}
_ALIASES = "; "


def write_round(root: Path, times: int) -> None:
    """Write the round into a folder below ``root`` with ``times`` as many actors and projects."""
    material = from_folder(ROUND, ROOT / "tests" / "rounds" / ROUND)
    folder = root / SUBMISSIONS / ROUND
    (folder / EDITORIAL).mkdir(parents=True)
    copies = [_Copy(number, numbers) for number, numbers in enumerate(_numbers(material.register, times))]
    with ProcessPoolExecutor() as pool:
        written = pool.map(partial(_write_workbooks, material, folder), copies)
        actors = tuple(actor for each in written for actor in each)
    (folder / FILE).write_text(round_text(replace(material.round, actors=actors)), "utf-8")
    write_register(folder / REGISTER, _register(material.register, copies))
    for name, text in material.editorial.items():
        (folder / EDITORIAL / name).write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class _Copy:
    """One copy of the round: its number, 0 for the round itself, and its project numbers by those of the round."""

    number: int
    projects: Mapping[str, str]

    def name(self, text: str) -> str:
        """Return a name that belongs to this copy alone."""
        return f"{text} (kopi {self.number})" if text and self.number else text

    def actor(self, actor: AskedActor) -> AskedActor:
        """Return the actor of this copy, who hands in for the same organisations."""
        return AskedActor(f"{actor.id}-{self.number}", self.name(actor.name)) if self.number else actor

    def project(self, text: str) -> str:
        """Return the number a project has in this copy; what is no number stays."""
        return self.projects.get(ProjectId().parse(text).value or "", text)

    def answers(self, given: Answers) -> Answers:
        """Return the answers about a project under its number and name in this copy."""
        texts = {**given.texts, "name": self.name(given.texts["name"])}
        if "id" in texts and self.number:
            texts["id"] = self.project(texts["id"])
        needs = tuple({**row, "on": self.name(row.get("on", ""))} for row in given.rows.get("dependencies", ()))
        return Answers(texts, {**given.rows, "dependencies": needs})

    def row(self, row: Row) -> Row:
        """Return a row of the register about the projects of this copy."""
        changed = {name: self.name(row[name]) for name in ("name",) if name in row}
        changed |= {name: self.project(row[name]) for name in ("id", "project") if name in row}
        if row.get("aliases"):
            changed["aliases"] = _ALIASES.join(map(self.name, row["aliases"].split(_ALIASES)))
        if row.get("field") == "id":
            changed["value"] = self.project(row["value"])
        return {**row, **changed}


def _numbers(register: Rows, times: int) -> Iterator[Mapping[str, str]]:
    """Yield the project numbers of each copy; those of the round itself come first."""
    own = [row["id"] for row in register["projects"]]
    free = (str(number) for number in count(max(map(int, own)) + 1))
    yield {number: number for number in own}
    for _ in range(1, times):
        yield dict(zip(own, free, strict=False))


def _write_workbooks(material: Material, folder: Path, copy: _Copy) -> tuple[AskedActor, ...]:
    for record in material.records.values():
        actor = copy.actor(record.actor)
        projects = tuple(copy.answers(each) for each in record.projects if each)
        write_form(folder / actor.file, material.round, actor, projects)
    return tuple(copy.actor(actor) for actor in material.round.actors)


def _register(register: Rows, copies: list[_Copy]) -> Rows:
    multiplied = {
        name: [copy.row(row) for copy in copies for row in register[name] if not (copy.number and _is_gone(row))]
        for name in _MULTIPLIED
    }
    return {**register, **multiplied}


def _is_gone(row: Row) -> bool:
    """Tell whether a row is a project that nobody hands in; a sheet of the register takes five thousand rows."""
    return row.get("state") in _GONE
