"""``ehport verify``: check that a finished report is as it was when it was made."""

from __future__ import annotations

from typing import Annotated

import typer

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import CLEAN, FOUND_ERRORS, LangOption, RootOption, say
from ehport.lang.language import Lang, Text
from ehport.rounds.named import report_named

ReportArgument = Annotated[
    str,
    argument(
        Text("MAPPE|RUNDE", "FOLDER|ROUND"),
        Text("Mappen med rapporten, eller runden.", "The folder with the report, or the round."),
        autocompletion=completing.reports,
    ),
]


def verify(report: ReportArgument, root: RootOption = None, lang: LangOption = Lang.NB) -> None:
    """Verify a finished report."""
    from ehport.building import verify as verifying

    verified = verifying.verify(report_named(report, root))
    say(verifying.format_result(verified, lang))
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
