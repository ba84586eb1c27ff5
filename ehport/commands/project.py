"""``ehport project``: a project that is new, renamed, merged, split, spun off, moved, or leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from ehport.command_line.altering import DryRunOption, finish, word
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, RootOption, RoundOption
from ehport.lang.language import Lang, Text
from ehport.rounds.named import actor_named, round_named
from ehport.system.errors import UsageError

if TYPE_CHECKING:
    from ehport.altering.draft import Draft
    from ehport.model.member import Member
    from ehport.model.round import AskedActor


class ProjectChange(StrEnum):
    """What happens to a project."""

    NEW = "new"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    SPIN_OFF = "spin-off"
    MOVE = "move"
    LEAVE = "leave"


ChangeArgument = Annotated[
    ProjectChange,
    argument(
        "|".join(ProjectChange),
        Text(
            "new NAVN --actor ID. rename NR NAVN. merge NR… NR: det siste tar over. split NR NAVN NAVN…. "
            "spin-off NR NAVN. move NR AKTØR. leave NR.",
            "new NAME --actor ID. rename NO NAME. merge NO… NO: the last takes over. split NO NAME NAME…. "
            "spin-off NO NAME. move NO ACTOR. leave NO.",
        ),
    ),
]
WordsArgument = Annotated[
    list[str],
    argument(
        Text("ORD…", "WORD…"),
        Text("Nummer eller navn på prosjekter, og nye navn.", "Numbers or names of projects, and new names."),
    ),
]
ActorOption = Annotated[
    str,
    option(
        "--actor",
        value=Text("AKTØR", "ACTOR"),
        tells=Text("Aktøren som skal melde et nytt prosjekt.", "The actor who is to report a new project."),
    ),
]
NumberOption = Annotated[
    str,
    option(
        "--number",
        value=Text("NR", "NO"),
        tells=Text("Nummeret til et nytt prosjekt; ellers det neste.", "A new project's number; otherwise the next."),
    ),
]
WhyOption = Annotated[
    str,
    option(
        "--why",
        value=Text("TEKST", "TEXT"),
        tells=Text("Hvorfor et prosjekt går ut, som trykkes.", "Why a project leaves, which is printed."),
    ),
]
CompletedOption = Annotated[
    bool, option("--completed", tells=Text("Prosjektet er ferdigstilt.", "The project is completed."))
]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: the words, and what options say."""

    draft: Draft
    words: list[str]
    actor: str
    number: str
    why: str
    completed: bool

    def text(self, place: int, *, last: bool = False) -> str:
        return word(self.words, place, _HOW, last=last)

    def member(self, place: int, *, last: bool = False) -> Member:
        from ehport.altering.projects import member_named

        return member_named(self.draft, self.text(place, last=last))

    def reporter(self, member: Member | None = None) -> AskedActor:
        """Return the actor named by the option, else the one who reports a project."""
        from ehport.altering.projects import actor_of

        if self.actor:
            return actor_named(self.draft.round, self.actor)
        if member is None:
            raise UsageError(_WHICH_ACTOR)
        return actor_of(self.draft, member)


def project(
    change: ChangeArgument,
    words: WordsArgument,
    actor: ActorOption = "",
    number: NumberOption = "",
    why: WhyOption = "",
    completed: CompletedOption = False,
    round_id: RoundOption = None,
    dry_run: DryRunOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Change which projects there are, in the register and the workbooks together."""
    from ehport.altering.draft import draft_of

    word(words, 0, _HOW)
    draft = draft_of(round_named(round_id, root))
    _CHANGES[change](_Asked(draft, words, actor, number, why, completed))
    finish(draft, lang, dry_run=dry_run)


def _new(asked: _Asked) -> None:
    from ehport.altering.projects import NewProject, add_project

    add_project(asked.draft, NewProject(asked.text(0, last=True), asked.reporter(), asked.number))


def _rename(asked: _Asked) -> None:
    from ehport.altering.projects import rename_project

    rename_project(asked.draft, asked.member(0), asked.text(1, last=True))


def _merge(asked: _Asked) -> None:
    from ehport.altering.projects import merge_projects

    asked.text(1)
    *parts, into = (asked.member(place) for place in range(len(asked.words)))
    merge_projects(asked.draft, parts, into)


def _split(asked: _Asked) -> None:
    from ehport.altering.projects import split_project

    split_project(asked.draft, asked.member(0), [asked.text(place) for place in range(1, len(asked.words))])


def _spin_off(asked: _Asked) -> None:
    from ehport.altering.projects import NewProject, spin_off

    parent = asked.member(0)
    spin_off(asked.draft, parent, NewProject(asked.text(1, last=True), asked.reporter(parent), asked.number))


def _move(asked: _Asked) -> None:
    from ehport.altering.projects import move_project

    move_project(asked.draft, asked.member(0), actor_named(asked.draft.round, asked.text(1, last=True)))


def _leave(asked: _Asked) -> None:
    from ehport.altering.projects import leave

    leave(asked.draft, asked.member(0, last=True), asked.why, completed=asked.completed)


_CHANGES: dict[ProjectChange, Callable[[_Asked], None]] = {
    ProjectChange.NEW: _new,
    ProjectChange.RENAME: _rename,
    ProjectChange.MERGE: _merge,
    ProjectChange.SPLIT: _split,
    ProjectChange.SPIN_OFF: _spin_off,
    ProjectChange.MOVE: _move,
    ProjectChange.LEAVE: _leave,
}
_HOW = Text(
    "Ordene passer ikke. «ehport project --help» viser hva hver endring tar. Et navn på flere ord skal ha "
    "anførselstegn.",
    "The words do not fit. «ehport project --help» shows what each change takes. A name of several words needs quotes.",
)
_WHICH_ACTOR = Text(
    "Oppgi aktøren som skal melde prosjektet, for eksempel: --actor helse-vest",
    "Name the actor who is to report the project, for example: --actor helse-vest",
)
COMMAND = Command(
    "project",
    project,
    Text(
        "Nye, delte, sammenslåtte og flyttede prosjekter.",
        "Projects that are new, split, merged or moved.",
    ),
    "project move 11 helse-vest",
)
