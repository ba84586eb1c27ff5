"""``ehport status``: show who has returned, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import (
    CLEAN,
    FOUND_ERRORS,
    LangOption,
    ListFormat,
    ListingOption,
    NewestRound,
    QuietOption,
    RootOption,
    say_next,
    show,
    tell_passed_over,
)
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named
from ehport.system import console

LettersOption = Annotated[
    Path | None,
    option(
        "--letters",
        value=Text("MAPPE", "FOLDER"),
        tells=Text(
            "Skriv et brev til hver aktør som mangler noe; ingen sendes.",
            "Write a letter to each actor who lacks something; none is sent.",
        ),
    ),
]


def status(
    round_id: NewestRound = None,
    format: ListingOption = ListFormat.TEXT,
    letters: LettersOption = None,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show who has returned what."""
    from ehport.receiving import status as chasing
    from ehport.receiving import status_text as chasing_text

    tell_passed_over(root, round_id, lang)
    found = chasing.status(round_named(round_id, root))
    width = console.reading_width()
    shown = {
        ListFormat.TEXT: lambda: chasing_text.as_text(found, lang, width=width),
        ListFormat.JSON: lambda: chasing_text.as_json(found),
        ListFormat.CSV: lambda: chasing_text.as_csv(found),
    }
    show(shown[format](), fits=format is ListFormat.TEXT)
    if format is ListFormat.TEXT and not letters:
        say_next((_CHECK if found.is_complete else _REMIND).format(round=found.round.id), lang, quiet=quiet)
    if letters:
        from ehport.receiving.reminders import told, write_letters

        is_text = format is ListFormat.TEXT
        line = told(write_letters(found, letters, lang), letters, lang)
        typer.echo(f"\n{line}" if is_text else line, err=not is_text)
    raise typer.Exit(CLEAN if found.is_complete else FOUND_ERRORS)


_CHECK = Text("sjekk runden med «ehport check {round}».", "check the round with «ehport check {round}».")
_REMIND = Text(
    "skriv brev om det som mangler, med «ehport status {round} --letters brev».",
    "write letters about what is missing, with «ehport status {round} --letters letters».",
)
COMMAND = Command(
    "status",
    status,
    Text("Vis hvem som har levert, og hva som mangler.", "Show who has returned, and what is missing."),
    "status 2021-09",
)
