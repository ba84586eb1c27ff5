"""``ehport dictionary``: print the data dictionary of the form."""

from __future__ import annotations

import typer

from ehport.command_line.declare import Command
from ehport.command_line.shared import LangOption
from ehport.lang.language import Lang, Text


def dictionary(lang: LangOption = Lang.NB) -> None:
    """Print the data dictionary of the form."""
    from ehport.report import dictionary as described

    typer.echo(described.as_markdown(lang))


COMMAND = Command(
    "dictionary",
    dictionary,
    Text("Skriv feltbeskrivelsen for skjemaet.", "Print the data dictionary of the form."),
    "dictionary --lang en",
)
