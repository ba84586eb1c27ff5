"""``ehport questions``: show the questions that the data raises about each project."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line import completing
from ehport.command_line.declare import Command, option
from ehport.command_line.shared import Format, FormatOption, LangOption, RootOption, RoundArgument, show_as
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named
from ehport.system import console

ActorOption = Annotated[
    str | None,
    option(
        "--actor",
        value=Text("AKTØR", "ACTOR"),
        tells=Text(
            "Bare spørsmålene til én aktør, for eksempel ks.", "The questions to one actor only, for example ks."
        ),
        autocompletion=completing.actors,
    ),
]


def questions(
    round_id: RoundArgument,
    actor: ActorOption = None,
    format: FormatOption = Format.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the questions that a round's data raises."""
    from ehport.checking import questions as raised
    from ehport.checking import questions_text

    found = raised.questions(round_named(round_id, root), actor)
    width = console.reading_width()
    show_as(
        format,
        text=lambda: questions_text.as_text(found, lang, width),
        json=lambda: questions_text.as_json(found, lang),
    )


COMMAND = Command(
    "questions",
    questions,
    Text(
        "Vis spørsmålene dataene reiser om hvert prosjekt.",
        "Show the questions that the data raises about each project.",
    ),
    "questions 2021-04 --actor ks",
)
