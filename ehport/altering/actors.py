"""What happens to actors: one more, another name, two that become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ehport.altering.draft import Draft
from ehport.altering.register_rows import with_aliases
from ehport.altering.round_actors import with_actor, with_name, without_actor
from ehport.form.project import Project
from ehport.form.register import Organisation
from ehport.lang.folding import same_words, words
from ehport.lang.language import Text
from ehport.model.file_names import wrong_with_ids
from ehport.model.portfolio import aliases
from ehport.model.round import FILE, AskedActor
from ehport.model.submission import Entry
from ehport.system.errors import UsageError

_GROUP = "Andre"


def add_actor(draft: Draft, actor: AskedActor, group: str = "") -> None:
    """Ask one more actor: in ``round.toml``, with a workbook of its own, and among the register's organisations.

    Raises `UsageError` when its id or name is taken, or cannot name a workbook.
    """
    round_ = draft.round
    if wrong := wrong_with_ids((*(each.id for each in round_.actors), actor.id)):
        raise UsageError(wrong)
    for each in round_.actors:
        if words(actor.id) == words(each.id) or words(actor.name) == words(each.name):
            raise UsageError(_TAKEN.format(id=each.id, name=each.name, round=round_.id))
    if round_.workbook(actor).exists():
        raise UsageError(_FILE_THERE.format(file=actor.file))
    draft.toml = with_actor(_toml(draft), actor)
    draft.made.append(actor)
    draft.tell(_ADDED, name=actor.name, id=actor.id, file=FILE, workbook=actor.file)
    known = _organisation(draft, actor.name)
    if known is None:
        row = {"name": actor.name, "short_name": actor.name, "group": group or _GROUP, "actor": actor.id}
        draft.register.append("organisations", row)
        draft.tell(_ORGANISATION, name=actor.name, group=group or _GROUP)
    elif not known.record.actor:
        draft.register.set("organisations", known, "actor", actor.id)


def rename_actor(draft: Draft, actor: AskedActor, name: str) -> None:
    """Give an actor another name everywhere; the old one is kept among its other names, the id and the file stay.

    Raises `UsageError` when the name is that of another actor.
    """
    for each in draft.round.actors:
        if each.id != actor.id and words(name) in (words(each.name), words(each.id)):
            raise UsageError(_TAKEN.format(id=each.id, name=each.name, round=draft.round.id))
    draft.toml = with_name(_toml(draft), replace(actor, name=name))
    own = _own(draft, actor)
    if own is not None:
        _rename(draft, own, name)
    for found in draft.portfolio.submissions:
        if found.actor_id == actor.id and (at := found.actor.address("name")):
            draft.book(found.file).put(found.actor.sheet, at, name)
    draft.tell(_RENAMED, before=actor.name, name=name)


def merge_actors(draft: Draft, gone: AskedActor, into: AskedActor) -> None:
    """Let one actor take over another: its projects' sheets, its rows in the register, and its names.

    Raises `UsageError` when both are one, or a workbook is missing.
    """
    if gone.id == into.id:
        raise UsageError(_SAME)
    source, target = draft.round.workbook(gone), draft.round.workbook(into)
    members = [each for each in draft.portfolio.members if each.submission and each.submission.file == source]
    if any(_is_answered(entry) for found, entry in draft.portfolio.unmatched if found.file == source):
        raise UsageError(_UNKNOWN_SHEETS.format(file=source.name))
    for path in (source, target):
        if members and not path.exists():
            raise UsageError(_NO_FILE.format(file=path.name))
    for each in members:
        draft.move(each, target)
    if source.exists():
        draft.removed.append(source)
    draft.toml = without_actor(_toml(draft), gone.id)
    _hand_over(draft, gone, into)
    draft.tell(_MERGED, name=gone.name, into=into.name, count=len(members), file=source.name)


def organisation_of(draft: Draft, actor: AskedActor) -> str:
    """Return what the register calls an actor's organisation: its name, else the actor's own."""
    own = _own(draft, actor)
    return (own.record.name if own else "") or actor.name


def _hand_over(draft: Draft, gone: AskedActor, into: AskedActor) -> None:
    """Give what the register has of one actor to another."""
    old, new = _own(draft, gone), _own(draft, into)
    name = organisation_of(draft, into)
    names = _names(old.record) if old else (gone.name,)
    for row in draft.register.rows("projects"):
        if any(same_words(row.record.responsible or "", each) for each in names):
            draft.register.set("projects", row, "responsible", name)
    if new is not None:
        draft.register.set("organisations", new, "aliases", with_aliases(new.record.aliases, names))
        if old is not None:
            draft.register.empty("organisations", old)


def _rename(draft: Draft, own: Entry[Organisation], name: str) -> None:
    record = own.record
    draft.register.set("organisations", own, "name", name)
    draft.register.set("organisations", own, "aliases", with_aliases(record.aliases, (record.name or "",)))
    if same_words(record.short_name or "", record.name or ""):
        draft.register.set("organisations", own, "short_name", name)
    for row in draft.register.rows("projects"):
        if same_words(row.record.responsible or "", record.name or ""):
            draft.register.set("projects", row, "responsible", name)


def _own(draft: Draft, actor: AskedActor) -> Entry[Organisation] | None:
    """Return the register's organisation of an actor: by its code, else by its name."""
    rows: Iterable[Entry[Any]] = draft.register.rows("organisations")
    coded = [each for each in rows if words(each.record.actor or "") == words(actor.id)]
    return coded[0] if len(coded) == 1 else _organisation(draft, actor.name)


def _organisation(draft: Draft, name: str) -> Entry[Organisation] | None:
    rows: Iterable[Entry[Organisation]] = draft.register.rows("organisations")
    return next((each for each in rows if any(same_words(name, known) for known in _names(each.record))), None)


def _is_answered(entry: Entry[Project]) -> bool:
    return bool(entry.filled_in().cells)


def _names(record: Organisation) -> tuple[str, ...]:
    return tuple(filter(None, (record.name, record.short_name, *aliases(record.aliases))))


def _toml(draft: Draft) -> str:
    return draft.toml or (draft.round.folder / FILE).read_text("utf-8-sig")


_TAKEN = Text(
    "Runde {round} har alt en aktør «{id}», som heter «{name}». Velg en annen id og et annet navn.",
    "Round {round} has an actor «{id}» already, called «{name}». Choose another id and another name.",
)
_FILE_THERE = Text(
    "{file} ligger alt i rundens mappe. Gi aktøren en annen id, eller flytt filen.",
    "{file} lies in the round's folder already. Give the actor another id, or move the file.",
)
_SAME = Text("En aktør kan ikke slås sammen med seg selv.", "An actor cannot be merged with itself.")
_NO_FILE = Text(
    "{file} mangler i rundens mappe, så arkene kan ikke flyttes. Lag den med: ehport open-round RUNDE --missing",
    "{file} is not in the round's folder, so no sheet can be moved. Make it with: ehport open-round ROUND --missing",
)
_UNKNOWN_SHEETS = Text(
    "{file} har ark for prosjekter som registeret ikke kjenner. Før dem i registeret først, så de ikke blir borte.",
    "{file} has sheets of projects that the register does not know. Enter them there first, so that none is lost.",
)
_ADDED = Text(
    "{name} ({id}) er med i {file}, med arbeidsboken {workbook}", "{name} ({id}) is in {file}, with {workbook}"
)
_ORGANISATION = Text(
    "{name} står i registerets Virksomheter, i kostnadsgruppen {group}",
    "{name} is among the register's organisations, in the cost group {group}",
)
_RENAMED = Text(
    "{before} heter nå {name} i round.toml, registeret og arbeidsboken",
    "{before} is now {name} in round.toml, the register and the workbook",
)
_MERGED = Text(
    "{name} er slått sammen med {into}: prosjektark flyttet: {count}; {file} er lagt i .earlier",
    "{name} is merged into {into}: project sheets moved: {count}; {file} is put in .earlier",
)
