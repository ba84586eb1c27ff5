"""``ehport trace``: show what a printed number is computed from."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import LangOption, NewestRound, RootOption, say, tell_passed_over
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named

NameArgument = Annotated[
    str,
    argument(
        Text("TALL", "NUMBER"),
        Text("Navnet på tallet, for eksempel budget.total.", "The name of the number, for example budget.total."),
    ),
]


def trace(
    name: NameArgument,
    round_id: NewestRound = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the cells behind a printed number."""
    from ehport.building import trace as tracing

    tell_passed_over(root, round_id, lang)
    say(tracing.trace(round_named(round_id, root), name, lang))


COMMAND = Command(
    "trace",
    trace,
    Text("Vis hva et trykt tall er regnet ut av.", "Show what a printed number is computed from."),
    "trace status.yellow.share",
)
