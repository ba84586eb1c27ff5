"""``ehport try``: show how a text is read; «-» reads lines from stdin."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption
from ehport.lang.language import Lang, Text


class KindName(StrEnum):
    """The kinds of values that can be tried."""

    WHEN = "when"
    AMOUNT = "amount"
    RATING = "rating"
    CRITICALITY = "criticality"
    ANSWER = "answer"
    CATEGORY = "category"


KindArgument = Annotated[
    KindName,
    argument(
        "TYPE",
        Text(
            "when, amount, rating, criticality, answer eller category.",
            "when, amount, rating, criticality, answer or category.",
        ),
    ),
]
TextsArgument = Annotated[
    list[str],
    argument(
        Text("TEKST…", "TEXT…"), Text(r"Det som er skrevet; \n er linjeskift.", r"What was typed; \n is a line break.")
    ),
]
WordsOption = Annotated[
    bool,
    option(
        "--words",
        "--ord",
        tells=Text("Skriv lesningen i ord i stedet for kolonner.", "Write how it is read in words instead of columns."),
    ),
]


def try_kind(
    kind: KindArgument,
    texts: TextsArgument,
    words: WordsOption = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Show how a typed text is read."""
    from ehport.form import trial

    typed = (text.replace("\\n", "\n") for text in _lines_of(texts))
    if words:
        typer.echo("\n".join(trial.format_words(kind, text, lang) for text in typed))
    else:
        rows = [trial.columns_of(kind), *(trial.format_columns(kind, text) for text in typed)]
        typer.echo("\n".join("\t".join(row) for row in rows))


def _lines_of(texts: list[str]) -> list[str]:
    return [line.rstrip("\n") for text in texts for line in (sys.stdin if text == "-" else [text])]


COMMAND = Command(
    "try",
    try_kind,
    Text(
        "Vis hvordan en tekst blir lest; «-» leser linjer fra stdin.",
        "Show how a text is read; «-» reads lines from stdin.",
    ),
    'try when "Q3 2021" 06.22',
)
