"""What the commands that alter a round share: their words, --dry-run, and what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from ehport.command_line.declare import option
from ehport.command_line.shared import say
from ehport.lang.language import Lang, Text
from ehport.system.errors import UsageError

if TYPE_CHECKING:
    from ehport.altering.draft import Draft

DryRunOption = Annotated[
    bool,
    option(
        "--dry-run",
        tells=Text("Vis hva som ville blitt endret, og skriv ingenting.", "Show what would change; write nothing."),
    ),
]


def word(words: Sequence[str], place: int, how: Text, *, last: bool = False) -> str:
    """Return one of the words of a command.

    Raises `UsageError` that tells how when it is missing or empty, or others follow the ``last``.
    """
    if len(words) <= place or not words[place].strip() or (last and len(words) > place + 1):
        raise UsageError(how)
    return " ".join(words[place].split())


def finish(draft: Draft, lang: Lang, *, dry_run: bool) -> None:
    """Write what was altered, or only tell it."""
    files = draft.write(dry_run=dry_run)
    say("\n".join(f"- {each[lang]}" for each in draft.steps))
    names = ", ".join(each.name for each in files)
    say((_WOULD if dry_run else _WROTE).format(files=names)[lang])


_WROTE = Text(
    "Endret: {files}. De forrige utgavene ligger i .earlier.", "Changed: {files}. The earlier versions are in .earlier."
)
_WOULD = Text("Ville endret: {files}. Ingenting er skrevet.", "Would change: {files}. Nothing is written.")
