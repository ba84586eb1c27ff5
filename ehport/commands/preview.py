"""``ehport preview``: make the project pages of one workbook as they will be printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, OpenOption, RootOption, RoundOption, say
from ehport.lang.language import Lang, Text
from ehport.rounds.named import workbook_named

WorkbookArgument = Annotated[
    str,
    argument(
        Text("ARBEIDSBOK.xlsx|AKTØR", "WORKBOOK.xlsx|ACTOR"),
        Text("Aktørens arbeidsbok, eller aktøren.", "The actor's workbook, or the actor."),
        autocompletion=completing.workbooks,
    ),
]
OutOption = Annotated[
    Path | None,
    option(
        "--out",
        value=Text("FIL", "FILE"),
        tells=Text(
            "Slutter på .pdf eller .html; ellers arbeidsbokens navn med .pdf.",
            "Ends in .pdf or .html; otherwise the workbook's name with .pdf.",
        ),
    ),
]


def preview(
    workbook: WorkbookArgument,
    out: OutOption = None,
    opened: OpenOption = False,
    round_id: RoundOption = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Preview the project pages of a workbook."""
    from ehport.building import preview as previewing
    from ehport.system.progress import Progress

    path = workbook_named(workbook, round_id, root)
    made = previewing.preview(path, out or Path(f"{path.stem}.pdf"), lang, Progress(lang, sys.stderr))
    say(previewing.format_outcome(made, lang))
    if opened:
        typer.launch(str(made.path))


COMMAND = Command(
    "preview",
    preview,
    Text(
        "Lag prosjektarkene fra én arbeidsbok slik de blir trykt.",
        "Make the project pages of one workbook as they will be printed.",
    ),
    "preview helse-vest.xlsx",
)
