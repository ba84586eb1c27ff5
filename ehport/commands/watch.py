"""``ehport watch``: show a round's report while it is being written."""

from __future__ import annotations

from typing import Annotated

import typer

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import LangOption, NewestRound, OpenOption, RootOption, say
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named

PortOption = Annotated[
    int,
    option(
        "--port",
        tells=Text("Porten siden vises på; en annen hvis den er opptatt.", "The page's port; another if it is taken."),
        min=0,
        max=65535,
    ),
]


def watch(
    round_id: NewestRound = None,
    port: PortOption = 8421,
    opened: OpenOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the report of a round in a browser, and let it follow what is saved."""
    from ehport.building.options import BuildOptions
    from ehport.building.watch import Watching, watch

    round_ = round_named(round_id, root)
    watch(round_, Watching(BuildOptions(draft=True, lang=lang), port, say, typer.launch if opened else None))


COMMAND = Command(
    "watch",
    watch,
    Text(
        "Vis rapporten i nettleseren mens du skriver den.",
        "Show the report in a browser while you write it.",
    ),
    "watch 2021-04 --open",
)
