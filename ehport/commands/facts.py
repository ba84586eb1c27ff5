"""``ehport facts``: show the names that the text can use, with their values."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import LangOption, ListFormat, ListingOption, RootOption, RoundArgument, show_as
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named
from ehport.system import console

WordsArgument = Annotated[
    list[str] | None,
    argument(
        Text("ORD…", "WORD…"),
        Text(
            "Bare navn med disse ordene i navnet eller regelen.", "Only names with these words in the name or the rule."
        ),
    ),
]


def facts(
    round_id: RoundArgument,
    words: WordsArgument = None,
    format: ListingOption = ListFormat.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the names that a round's chapters can use."""
    from ehport.building import fact_list, fact_list_text

    found = fact_list.usable_names(round_named(round_id, root), lang, " ".join(words or ()))
    width = console.reading_width()
    show_as(
        format,
        text=lambda: fact_list_text.as_text(found, lang, width),
        json=lambda: fact_list_text.as_json(found),
        csv=lambda: fact_list_text.as_csv(found),
    )


COMMAND = Command(
    "facts",
    facts,
    Text(
        "Vis navnene teksten kan bruke, med verdiene deres.", "Show the names that the text can use, with their values."
    ),
    "facts 2021-04 status",
)
