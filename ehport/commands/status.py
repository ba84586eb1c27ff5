"""``ehport status``: show who has returned, and what is missing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import (
    CLEAN,
    FOUND_ERRORS,
    LangOption,
    NewestRound,
    QuietOption,
    RootOption,
    say_next,
    show_as,
    tell_passed_over,
)
from ehport.diagnostics.forms import LetterForm
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named
from ehport.system import console
from ehport.system.errors import UsageError

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


class Shown(StrEnum):
    """How it is shown, and with ``md`` how the letters are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


ShownOption = Annotated[
    Shown,
    option(
        "--format",
        tells=Text(
            "text, json eller csv; md skriver brevene som Markdown.",
            "text, json or csv; md writes the letters as Markdown.",
        ),
    ),
]


def status(
    round_id: NewestRound = None,
    format: ShownOption = Shown.TEXT,
    letters: LettersOption = None,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show who has returned what."""
    from ehport.receiving import status as receiving
    from ehport.receiving import status_text

    tell_passed_over(root, round_id, lang)
    if format is Shown.MD and not letters:
        raise UsageError(_MD_IS_FOR_LETTERS)
    found = receiving.status(round_named(round_id, root))
    is_text = format in (Shown.TEXT, Shown.MD)
    width = console.reading_width()
    show_as(
        Shown.TEXT if is_text else format,
        text=lambda: status_text.as_text(found, lang, width=width),
        json=lambda: status_text.as_json(found),
        csv=lambda: status_text.as_csv(found),
    )
    if letters:
        from ehport.receiving.letters import told, write_letters

        form = LetterForm.MARKDOWN if format is Shown.MD else LetterForm.MAIL
        line = told(write_letters(found, letters, lang, form), letters, lang)
        typer.echo(f"\n{line}" if is_text else line, err=not is_text)
    if is_text:
        step = _CHECK if found.is_complete else _SEND if letters else _REMIND
        say_next(step.format(round=found.round.id, letters=letters), lang, quiet=quiet)
    raise typer.Exit(CLEAN if found.is_complete else FOUND_ERRORS)


_CHECK = Text("sjekk runden med «ehport check {round}».", "check the round with «ehport check {round}».")
_SEND = Text(
    "se over brevene i {letters} og send dem; det som kommer, tar du imot med «ehport receive FIL…».",
    "look over the letters in {letters} and send them; take in what returns with «ehport receive FILE…».",
)
_MD_IS_FOR_LETTERS = Text(
    "--format md er for brevene: skriv for eksempel --letters brev --format md.",
    "--format md is for the letters: write for example --letters letters --format md.",
)
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
