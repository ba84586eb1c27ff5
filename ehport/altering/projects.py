"""What happens to projects: new ones, other names, mergers, splits, spin-offs, another actor, leaving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehport.altering.actors import organisation_of
from ehport.altering.draft import Draft
from ehport.altering.register_rows import with_aliases
from ehport.form.answers import Answers
from ehport.form.register import RegisterProject
from ehport.form.vocabulary import ProjectState
from ehport.lang.folding import same_words, words
from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean
from ehport.model.member import EXITS, Member
from ehport.model.pairing import came_out_of
from ehport.model.round import AskedActor
from ehport.model.submission import Entry
from ehport.system.errors import UsageError

_LIST = "projects"


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project that the register does not have yet; without a number it gets the next."""

    name: str
    actor: AskedActor
    number: str = ""


def member_named(draft: Draft, name: str) -> Member:
    """Return a project of the register by its number or name.

    Raises `UsageError` with those that are near when there is none.
    """
    members = draft.portfolio.members
    found = draft.portfolio.member(name) or next((each for each in members if words(each.name) == words(name)), None)
    if found is None:
        near = did_you_mean(name, [*(each.name for each in members), *(each.id for each in members)])
        raise UsageError(_NO_PROJECT.format(name=name, near=near))
    return found


def actor_of(draft: Draft, member: Member) -> AskedActor:
    """Return the actor who reports a project.

    Raises `UsageError` when nobody does.
    """
    for each in draft.round.actors:
        if member.submission and draft.round.workbook(each) == member.submission.file:
            return each
    raise UsageError(_NO_ACTOR.format(id=member.id, name=member.name))


def add_project(draft: Draft, new: NewProject, came_from: str = "", area: str = "") -> str:
    """Enter a new project into the register, with a sheet in its actor's workbook, and return its number.

    Raises `UsageError` when its name or number is taken, or the actor has no workbook.
    """
    number = new.number or _next_number(draft)
    for each in draft.portfolio.members:
        if each.id == number or words(each.name) == words(new.name):
            raise UsageError(_TAKEN.format(id=each.id, name=each.name))
    if number in draft.portfolio.former:
        raise UsageError(_WAS_FORMER.format(id=number))
    workbook = draft.round.workbook(new.actor)
    if not workbook.exists():
        raise UsageError(_NO_WORKBOOK.format(file=workbook.name))
    values = {
        "id": number,
        "name": new.name,
        "responsible": organisation_of(draft, new.actor),
        "state": ProjectState.NEW.label.nb,
        "aliases": came_from,
        "area": area,
    }
    draft.register.append(_LIST, {name: text for name, text in values.items() if text})
    draft.add_card(workbook, Answers({"id": number, "name": new.name}))
    draft.numbers.append(number)
    draft.tell(_ADDED, id=number, name=new.name, file=workbook.name)
    return number


def rename_project(draft: Draft, member: Member, name: str) -> None:
    """Give a project another name in the register and on its sheet; the old one is kept among its earlier names."""
    row = _row(draft, member)
    draft.register.set(_LIST, row, "name", name)
    draft.register.set(_LIST, row, "aliases", with_aliases(row.record.aliases, (member.name,)))
    if member.entry and same_words(member.entry.text("name"), member.name):
        draft.put(member, "name", name)
    draft.tell(_RENAMED, id=member.id, before=member.name, name=name)


def merge_projects(draft: Draft, parts: Sequence[Member], into: Member) -> None:
    """Let one project take over others, which leave; their numbers and names become its earlier ones.

    Raises `UsageError` when one of them has left, or is named twice.
    """
    _assert_going_on(*parts, into)
    if len({each.id for each in (*parts, into)}) <= len(parts):
        raise UsageError(_TWICE)
    row = _row(draft, into)
    names = [text for each in parts for text in (each.id, each.name)]
    draft.register.set(_LIST, row, "aliases", with_aliases(row.record.aliases, names))
    for each in parts:
        _end(draft, each, _MERGED_INTO.format(id=into.id, name=into.name).nb)
        draft.drop_card(each)
        draft.tell(_MERGED, id=each.id, name=each.name, into=f"{into.id} {into.name}")


def split_project(draft: Draft, member: Member, names: Sequence[str]) -> None:
    """Let a project end and go on as several new ones of the same actor, each with its number among its earlier ones.

    Raises `UsageError` when there are not two names or more.
    """
    _assert_going_on(member)
    if len(names) < 2:
        raise UsageError(_TWO_NAMES)
    actor = actor_of(draft, member)
    area = member.register.record.area or ""
    made = [add_project(draft, NewProject(name, actor), member.id, area) for name in names]
    listed = ", ".join(f"{number} {name}" for number, name in zip(made, names, strict=True))
    _end(draft, member, _SPLIT_INTO.format(names=listed).nb)
    draft.drop_card(member)
    draft.tell(_SPLIT, id=member.id, name=member.name, names=listed)


def spin_off(draft: Draft, member: Member, new: NewProject) -> None:
    """Enter a project that came out of another, which goes on and is named as where it came from."""
    _assert_going_on(member)
    number = add_project(draft, new, came_out_of(member.id), member.register.record.area or "")
    draft.tell(_SPUN_OFF, id=number, name=new.name, parent=f"{member.id} {member.name}")


def move_project(draft: Draft, member: Member, actor: AskedActor) -> None:
    """Give a project to another actor: its sheet goes to that workbook, with what last round said.

    Raises `UsageError` when that actor has it already, or has no workbook.
    """
    before = actor_of(draft, member)
    workbook = draft.round.workbook(actor)
    if before.id == actor.id:
        raise UsageError(_HAS_IT.format(name=actor.name, id=member.id))
    if not workbook.exists():
        raise UsageError(_NO_WORKBOOK.format(file=workbook.name))
    draft.move(member, workbook)
    draft.register.set(_LIST, _row(draft, member), "responsible", organisation_of(draft, actor))
    draft.tell(_MOVED, id=member.id, name=member.name, before=before.name, actor=actor.name)


def leave(draft: Draft, member: Member, why: str, *, completed: bool) -> None:
    """Let a project leave the portfolio; its sheet stays for its last report."""
    _assert_going_on(member)
    state = ProjectState.COMPLETED if completed else ProjectState.LEAVING
    _end(draft, member, why, state)
    draft.tell(_LEFT, id=member.id, name=member.name, state=state.label)


def _end(draft: Draft, member: Member, why: str, state: ProjectState = ProjectState.LEAVING) -> None:
    row = _row(draft, member)
    draft.register.set(_LIST, row, "state", state.label.nb)
    if why:
        draft.register.set(_LIST, row, "next_steps", why)


def _row(draft: Draft, member: Member) -> Entry[RegisterProject]:
    return next(each for each in draft.register.rows(_LIST) if each.record.id == member.id)


def _assert_going_on(*members: Member) -> None:
    for each in members:
        if each.state in EXITS:
            raise UsageError(_HAS_LEFT.format(id=each.id, name=each.name, state=each.state.label))


def _next_number(draft: Draft) -> str:
    known = [*(each.id for each in draft.portfolio.members), *draft.portfolio.former, *draft.numbers]
    return str(max((int(each) for each in known if each.isdecimal()), default=0) + 1)


_NO_PROJECT = Text("Registeret har ikke noe prosjekt «{name}».{near}", "The register has no project «{name}».{near}")
_NO_ACTOR = Text(
    "Ingen aktør har noe ark for {id} {name}. Oppgi aktøren med --actor, eller be den fylle ut et ark først.",
    "No actor has a sheet of {id} {name}. Name the actor with --actor, or ask for a filled-in sheet first.",
)
_TAKEN = Text(
    "Registeret har alt {id} {name}. Velg et annet navn eller nummer.",
    "The register has {id} {name} already. Choose another name or number.",
)
_WAS_FORMER = Text(
    "Nummeret {id} hørte til et prosjekt som har gått ut. Velg et annet.",
    "The number {id} was that of a project that left. Choose another.",
)
_NO_WORKBOOK = Text(
    "{file} mangler i rundens mappe. Lag den med: ehport open-round RUNDE --missing",
    "{file} is missing in the round's folder. Make it with: ehport open-round ROUND --missing",
)
_TWICE = Text("Det samme prosjektet er nevnt to ganger.", "The same project is named twice.")
_TWO_NAMES = Text("Oppgi minst to navn å dele prosjektet i.", "Give at least two names to split the project into.")
_HAS_IT = Text("{name} har alt prosjekt {id}.", "{name} has project {id} already.")
_HAS_LEFT = Text("{id} {name} har tilstanden «{state}» i registeret.", "{id} {name} is «{state}» in the register.")
_MERGED_INTO = Text("Slått sammen med {id} {name}.", "Merged into {id} {name}.")
_SPLIT_INTO = Text("Delt i {names}.", "Split into {names}.")
_ADDED = Text(
    "{id} {name}: ny i registeret, med ark i {file}", "{id} {name}: new in the register, with a sheet in {file}"
)
_RENAMED = Text("{id} {before} heter nå {name}", "{id} {before} is now called {name}")
_MERGED = Text(
    "{id} {name}: slått sammen med {into}, og arket er tatt ut",
    "{id} {name}: merged into {into}, and its sheet removed",
)
_SPLIT = Text("{id} {name}: delt i {names}", "{id} {name}: split into {names}")
_SPUN_OFF = Text("{id} {name}: skilt ut fra {parent}", "{id} {name}: spun off from {parent}")
_MOVED = Text("{id} {name}: fra {before} til {actor}", "{id} {name}: from {before} to {actor}")
_LEFT = Text("{id} {name}: tilstanden er nå «{state}»", "{id} {name}: the state is now «{state}»")
