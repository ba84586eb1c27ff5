"""``ehport preview``: make the project pages of one workbook as they will be printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, say
from ehport.lang.language import Lang, Text

WorkbookArgument = Annotated[
    Path, argument(Text("ARBEIDSBOK.xlsx", "WORKBOOK.xlsx"), Text("Aktørens arbeidsbok.", "The actor's workbook."))
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
OpenedOption = Annotated[bool, option("--open", tells=Text("Åpne det som ble laget.", "Open what was made."))]


def preview(
    workbook: WorkbookArgument,
    out: OutOption = None,
    opened: OpenedOption = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Preview the project pages of a workbook."""
    from ehport.building import preview as previewing
    from ehport.system.progress import Progress

    target = out or Path(f"{workbook.stem}.pdf")
    made = previewing.preview(workbook, target, lang, Progress(lang, sys.stderr))
    say(previewing.told(made, lang))
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
