"""A workbook received: taken into its round's folder, with the one it replaces kept as an earlier version."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import count
from ehport.diagnostics.wording import counts
from ehport.form.project import Project
from ehport.lang.folding import fold, words
from ehport.lang.language import Lang, Text
from ehport.model.round import AskedActor, Round
from ehport.model.submission import Entry, Submission
from ehport.rounds.versions import copy_file, keep_version, read_saved_at, same_bytes
from ehport.rules import verdict
from ehport.system.errors import UsageError

_ABOUT_THE_ACTOR = frozenset({Code.UNKNOWN_ACTOR, Code.REQUIRED, Code.SHEET_MISSING})
_SETTLED_BY_RECEIVING = frozenset({Code.ACTOR_OF_ANOTHER_FILE})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a file: taken into the round for an actor, or ``refused`` with the reasons.

    ``earlier`` is where the workbook it replaces is kept, which may be newer than the file: then that ``is_older``.
    ``lacking`` has the projects that the one before had and this one has not. ``ending`` says whether it may have
    macros: Excel opens no workbook under the other ending. ``found`` is what there is to say about its content.
    """

    file: Path
    actor: AskedActor | None = None
    target: Path | None = None
    earlier: Path | None = None
    is_same: bool = False
    is_older: bool = False
    projects: tuple[Entry[Project], ...] = ()
    lacking: tuple[str, ...] = ()
    ending: str = ".xlsx"
    found: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def receive(files: Sequence[Path], round_: Round) -> tuple[Receipt, ...]:
    """Take workbooks into a round's folder, and return what came of each; the files themselves stay as they are.

    What is no workbook of the round, or of no actor of it, is refused. Raises `UsageError` when the folder cannot be
    written, or when a file lies in it under another name.
    """
    for file in files:
        _refuse_the_folders_own(file, round_)
    seen: dict[str, Path] = {}
    receipts = []
    for file in files:
        receipt = _examined(file, round_, seen)
        if receipt.actor:
            seen[receipt.actor.id] = file
            receipt = _taken_in(replace(receipt, lacking=_lacking(receipt, round_)), round_)
        receipts.append(receipt)
    return tuple(receipts)


def _refuse_the_folders_own(file: Path, round_: Round) -> None:
    names = {round_.workbook(actor).name for actor in round_.actors}
    if Path(os.path.realpath(file)).parent == round_.folder.resolve() and file.name not in names:
        raise UsageError(_IN_THE_FOLDER.format(file=file.name, folder=round_.folder))


def _examined(file: Path, round_: Round, seen: dict[str, Path]) -> Receipt:
    """Return the receipt of a file that was read, with its actor unless there is a reason to refuse it."""
    from ehport.workbook.package import open_package
    from ehport.workbook.read import read_submission

    submission, told = read_submission(file, round_)
    if submission is None:
        return Receipt(file, refused=told)
    actor = _actor_of(submission, round_)
    if actor is None:
        return Receipt(file, refused=tuple(each for each in told if _is_about_the_actor(each)))
    if actor.id in seen:
        facts = {"actor": actor.name, "file": file.name, "other": seen[actor.id].name}
        return Receipt(file, refused=(Diagnostic(Code.ACTOR_TWICE, Location(file.name), facts),))
    found = verdict.check_workbook(submission, told, round_)
    kept = tuple(each for each in found if each.code not in _SETTLED_BY_RECEIVING)
    return Receipt(file, actor, projects=submission.projects, ending=open_package(file).ending, found=kept)


def _actor_of(submission: Submission, round_: Round) -> AskedActor | None:
    """Return the actor that a workbook is from by its code, or by its name where there is no code."""
    said = submission.actor.record
    for actor in round_.actors:
        if fold(said.id or "") == fold(actor.id) or (not said.id and words(said.name or "") == words(actor.name)):
            return actor
    return None


def _is_about_the_actor(each: Diagnostic) -> bool:
    return each.code in _ABOUT_THE_ACTOR and not each.at.project and each.at.field in ("", "id")


def _lacking(receipt: Receipt, round_: Round) -> tuple[str, ...]:
    """Return the projects of the workbook it replaces that are not in this one."""
    there = round_.workbook(receipt.actor) if receipt.actor else None
    if there is None or not there.exists():
        return ()
    from ehport.workbook.read import read_submission

    before, _ = read_submission(there, round_)
    known = {key for each in receipt.projects for key in _keys(each)}
    gone = (each for each in (before.projects if before else ()) if known.isdisjoint(_keys(each)))
    return tuple(" ".join(filter(None, (each.text("id"), each.text("name") or each.sheet))) for each in gone)


def _keys(project: Entry[Project]) -> tuple[str, ...]:
    """Return what a project is known by: its number and its name."""
    return tuple(filter(None, (project.text("id").strip(), fold(project.text("name")))))


def _taken_in(receipt: Receipt, round_: Round) -> Receipt:
    assert receipt.actor is not None
    there = round_.workbook(receipt.actor)
    try:
        if there.exists() and same_bytes(there, receipt.file):
            return replace(receipt, target=there, is_same=True)
        earlier = keep_version(there) if there.exists() else None
        is_older = earlier is not None and read_saved_at(receipt.file) < read_saved_at(earlier)
        target = copy_file(receipt.file, round_.folder / f"{receipt.actor.id}{receipt.ending}")
        if there != target and there.exists() and not there.samefile(target):
            there.unlink()
        return replace(receipt, target=target, earlier=earlier, is_older=is_older)
    except OSError as bad:
        raise UsageError(_NOT_WRITABLE.format(path=target, why=bad.strerror or "")) from bad


def format_received(receipts: Sequence[Receipt], lang: Lang) -> str:
    """Return what came of the files that were not refused, a line each and one more where a version was kept."""
    return "\n".join(_told(each, lang) for each in receipts if not each.refused)


def _told(receipt: Receipt, lang: Lang) -> str:
    actor = receipt.actor.name if receipt.actor else ""
    if receipt.is_same:
        return _SAME.format(file=receipt.file.name, target=receipt.target, actor=actor)[lang]
    weights = counts(receipt.found)
    facts = {
        "file": receipt.file.name,
        "actor": actor,
        "target": receipt.target,
        "projects": (_PROJECT if len(receipt.projects) == 1 else _PROJECTS).format(count=len(receipt.projects))[lang],
        "errors": count(Severity.ERROR, weights[Severity.ERROR], lang),
        "warnings": count(Severity.WARNING, weights[Severity.WARNING], lang),
    }
    kept = (_KEPT_NEWER if receipt.is_older else _KEPT).format(path=receipt.earlier)[lang]
    lacking = _LACKING.format(projects=", ".join(receipt.lacking))[lang]
    further = [*([kept] if receipt.earlier else []), *([lacking] if receipt.lacking else [])]
    return "\n".join([_RECEIVED.format(**facts)[lang], *further])


_PROJECT = Text("1 prosjekt", "1 project")
_PROJECTS = Text("{count} prosjekter", "{count} projects")
_RECEIVED = Text(
    "{file} er tatt imot fra {actor}: {projects}, {errors}, {warnings}. Den ligger i {target}",
    "{file} is received from {actor}: {projects}, {errors}, {warnings}. It lies in {target}",
)
_KEPT = Text("   Den forrige ligger i {path}", "   The one before lies in {path}")
_KEPT_NEWER = Text(
    "   Den forrige er nyere: den ligger i {path}. Er det den som gjelder, ta imot den på nytt.",
    "   The one before is newer: it lies in {path}. If that is the one that holds, receive it again.",
)
_LACKING = Text(
    "   Den forrige hadde også {projects}. Det er ikke med i denne, og blir borte fra rapporten. Skal det være med, be "
    "aktøren om én arbeidsbok med alle prosjektene.",
    "   The one before also had {projects}. It is not in this one, and will be gone from the report. If it belongs "
    "there, ask the actor for one workbook with all the projects.",
)
_SAME = Text(
    "{file} fra {actor} er helt lik den som ligger i {target}. Ingenting er gjort.",
    "{file} from {actor} is identical to the one in {target}. Nothing was done.",
)
_IN_THE_FOLDER = Text(
    "{file} ligger i rundens egen mappe, {folder}, og ville blitt lest to ganger. Flytt den ut av mappen, for eksempel "
    "til Nedlastinger, og ta den imot derfra.",
    "{file} lies in the round's own folder, {folder}, and would be read twice. Move it out of the folder, for example "
    "to Downloads, and receive it from there.",
)
_NOT_WRITABLE = Text(
    "{path} kan ikke skrives: {why}. Lukk filen i Excel, og sjekk at du har skrivetilgang til mappen.",
    "{path} cannot be written: {why}. Close the file in Excel, and check that you may write in the folder.",
)
