"""``ehport facts``: show the names that the text can use, with their values."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import LangOption, ListFormat, ListingOption, RootOption, RoundArgument, show
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
    from ehport.building import fact_list as usable_names
    from ehport.building import fact_list_text as usable_names_text

    found = usable_names.usable_names(round_named(round_id, root), lang, " ".join(words or ()))
    width = console.reading_width()
    shown = {
        ListFormat.TEXT: lambda: usable_names_text.as_text(found, lang, width),
        ListFormat.JSON: lambda: usable_names_text.as_json(found),
        ListFormat.CSV: lambda: usable_names_text.as_csv(found),
    }
    show(shown[format](), fits=format is ListFormat.TEXT)


COMMAND = Command(
    "facts",
    facts,
    Text(
        "Vis navnene teksten kan bruke, med verdiene deres.", "Show the names that the text can use, with their values."
    ),
    "facts 2021-04 status",
)
