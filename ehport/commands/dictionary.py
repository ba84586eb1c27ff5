"""``ehport dictionary``: print the data dictionary of the form."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import LangOption
from ehport.lang.language import Lang, Text


class DictionaryFormat(StrEnum):
    """How the dictionary is written, for people or for programs that fill the form."""

    MARKDOWN = "markdown"
    JSON_SCHEMA = "json-schema"


FormOption = Annotated[
    DictionaryFormat,
    option(
        "--format",
        tells=Text(
            "Som Markdown, eller JSON Schema for det som fill tar.",
            "As Markdown, or JSON Schema of what fill takes.",
        ),
    ),
]


def dictionary(format: FormOption = DictionaryFormat.MARKDOWN, lang: LangOption = Lang.NB) -> None:
    """Print the data dictionary of the form."""
    if format is DictionaryFormat.JSON_SCHEMA:
        from ehport.form.record_schema import record_schema

        typer.echo(json.dumps(record_schema(lang), ensure_ascii=False, indent=2))
        return
    from ehport.report import dictionary as described

    typer.echo(described.as_markdown(lang))


COMMAND = Command(
    "dictionary",
    dictionary,
    Text("Skriv feltbeskrivelsen for skjemaet.", "Print the data dictionary of the form."),
    "dictionary --lang en",
)
