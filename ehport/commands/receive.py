"""``ehport receive``: take in workbooks; the earlier ones are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import (
    LangOption,
    QuietOption,
    RootOption,
    RoundOption,
    colour,
    exit_code,
    say,
    say_next,
    tell_passed_over,
)
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named

FilesArgument = Annotated[
    list[Path],
    argument(
        Text("FIL…", "FILE…"), Text("Arbeidsbøkene, hva de enn heter.", "The workbooks, whatever they are called.")
    ),
]


def receive(
    files: FilesArgument,
    round_id: RoundOption = None,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Take returned workbooks into a round."""
    from ehport.diagnostics import text
    from ehport.receiving import receive as receiving

    tell_passed_over(root, round_id, lang)
    round_ = round_named(round_id, root)
    receipts = receiving.receive(files, round_)
    refused = tuple(each for receipt in receipts for each in receipt.refused)
    parts = [receiving.format_received(receipts, lang), text.report(refused, lang, colour=colour()) if refused else ""]
    say("\n\n".join(filter(None, parts)))
    say_next(_SEND_BACK if refused else _SEE.format(round=round_.id), lang, quiet=quiet)
    raise typer.Exit(exit_code(refused))


_SEE = Text("se hvem som mangler, med «ehport status {round}».", "see who is missing, with «ehport status {round}».")
_SEND_BACK = Text(
    "gjør som det står over, og ta imot på nytt det som ble avvist.",
    "do what is said above, and take in once more what was refused.",
)
COMMAND = Command(
    "receive",
    receive,
    Text("Ta imot arbeidsbøker; de forrige tas vare på.", "Take in workbooks; the earlier ones are kept."),
    "receive helse-vest.xlsx",
)
