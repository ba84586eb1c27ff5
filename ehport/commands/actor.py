"""``ehport actor``: one more actor, another name, or two that become one."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from ehport.command_line.altering import DryRunOption, finish, word
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, RootOption, RoundOption
from ehport.lang.language import Lang, Text
from ehport.model.round import AskedActor
from ehport.rounds.named import actor_named, round_named


class ActorChange(StrEnum):
    """What happens to an actor."""

    ADD = "add"
    RENAME = "rename"
    MERGE = "merge"


ChangeArgument = Annotated[
    ActorChange,
    argument(
        "add|rename|merge",
        Text(
            "add ID NAVN: spør en aktør til. rename ID NAVN: nytt navn. merge ID ID: den siste tar over.",
            "add ID NAME: ask one more actor. rename ID NAME: another name. merge ID ID: the last takes over.",
        ),
    ),
]
WordsArgument = Annotated[
    list[str],
    argument(
        Text("ORD…", "WORD…"), Text("Aktøren og navnet, eller aktørene.", "The actor and the name, or the actors.")
    ),
]
GroupOption = Annotated[
    str,
    option(
        "--group",
        value=Text("TEKST", "TEXT"),
        tells=Text("Kostnadsgruppen til en ny aktør.", "The cost group of a new actor."),
    ),
]


def actor(
    change: ChangeArgument,
    words: WordsArgument,
    group: GroupOption = "",
    round_id: RoundOption = None,
    dry_run: DryRunOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Change who is asked, in round.toml, the register and the workbooks together."""
    from ehport.altering import actors
    from ehport.altering.draft import draft_of

    first, second = word(words, 0, _HOW), word(words, 1, _HOW, last=True)
    draft = draft_of(round_named(round_id, root))
    if change is ActorChange.ADD:
        actors.add_actor(draft, AskedActor(first, second), group)
    elif change is ActorChange.RENAME:
        actors.rename_actor(draft, actor_named(draft.round, first), second)
    else:
        actors.merge_actors(draft, actor_named(draft.round, first), actor_named(draft.round, second))
    finish(draft, lang, dry_run=dry_run)


_HOW = Text(
    "Oppgi to ord: «ehport actor add ID NAVN», «actor rename ID NAVN» eller «actor merge ID ID». Et navn på flere ord "
    "skal ha anførselstegn.",
    "Give two words: «ehport actor add ID NAME», «actor rename ID NAME» or «actor merge ID ID». A name of several "
    "words needs quotes.",
)
COMMAND = Command(
    "actor",
    actor,
    Text("Ny aktør, nytt navn, eller to aktører som blir én.", "One more actor, another name, or two that become one."),
    "actor add kreftregisteret Kreftregisteret",
)
