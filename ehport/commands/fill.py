"""``ehport fill``: fill a workbook with the answers of a JSON file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, RootOption
from ehport.lang.language import Lang, Text
from ehport.rounds.find import root_or_none

RecordArgument = Annotated[
    Path,
    argument(
        Text("SVAR.json", "ANSWERS.json"),
        Text("Aktørens svar, med skjemaets feltnavn.", "The actor's answers, with the form's field names."),
    ),
]
WorkbookArgument = Annotated[
    Path,
    argument(
        Text("ARBEIDSBOK.xlsx", "WORKBOOK.xlsx"), Text("Arbeidsboken som skrives.", "The workbook that is written.")
    ),
]
ForceOption = Annotated[
    bool, option("--force", tells=Text("Skriv over en arbeidsbok som finnes.", "Write over a workbook that exists."))
]


def fill(
    record: RecordArgument,
    workbook: WorkbookArgument,
    force: ForceOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Fill a workbook with the answers of a record."""
    from ehport.opening import open as opening

    kept = opening.fill(record, workbook, root=root_or_none(root), force=force)
    typer.echo(workbook)
    if kept:
        typer.echo(_KEPT[lang].format(path=kept))


_KEPT = Text("Den forrige ligger i {path}", "The one before lies in {path}")
COMMAND = Command(
    "fill",
    fill,
    Text("Fyll en arbeidsbok med svar fra en JSON-fil.", "Fill a workbook with the answers of a JSON file."),
    "fill helse-vest.json helse-vest.xlsx",
)
