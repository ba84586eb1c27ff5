"""``ehport verify``: check that a finished report is as it was when it was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import CLEAN, FOUND_ERRORS, LangOption, say
from ehport.lang.language import Lang, Text

FolderArgument = Annotated[
    Path, argument(Text("MAPPE", "FOLDER"), Text("Mappen med rapporten.", "The folder with the report."))
]


def verify(folder: FolderArgument, lang: LangOption = Lang.NB) -> None:
    """Verify a finished report."""
    from ehport.building import verify as verifying

    verified = verifying.verify(folder)
    say(verifying.told(verified, lang))
    raise typer.Exit(CLEAN if verified.is_sound else FOUND_ERRORS)


COMMAND = Command(
    "verify",
    verify,
    Text(
        "Sjekk at en ferdig rapport er som da den ble laget.",
        "Check that a finished report is as it was when it was made.",
    ),
    "verify output/2021-04",
)
