"""``ehport extract``: write what a workbook says as the JSON that fills it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import CLEAN, FOUND_ERRORS, LangOption, colour, say
from ehport.lang.language import Lang, Text

WorkbookArgument = Annotated[
    Path, argument(Text("ARBEIDSBOK.xlsx", "WORKBOOK.xlsx"), Text("Aktørens arbeidsbok.", "The actor's workbook."))
]
OutOption = Annotated[
    Path | None,
    option(
        "--out",
        value=Text("FIL", "FILE"),
        tells=Text("Filen som skrives; ellers skjermen.", "The file that is written; else the screen."),
    ),
]


def extract(workbook: WorkbookArgument, out: OutOption = None, lang: LangOption = Lang.NB) -> None:
    """Write what a workbook says as a record."""
    from ehport.diagnostics import text
    from ehport.opening.extract import extract, write_record

    record, told = extract(workbook)
    if record is None:
        say(text.report(told, lang, colour=colour()), err=True)
        raise typer.Exit(FOUND_ERRORS)
    if out:
        write_record(out, record)
    else:
        typer.echo(record)
    raise typer.Exit(CLEAN)


COMMAND = Command(
    "extract",
    extract,
    Text("Skriv svarene i en arbeidsbok som JSON.", "Write the answers in a workbook as JSON."),
    "extract helse-vest.xlsx --out helse-vest.json",
)
