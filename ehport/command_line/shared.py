"""What commands share: their common options, how they print, and what they end with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehport.command_line import completing
from ehport.command_line.declare import argument, option
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang, Text
from ehport.rounds.find import find_root, passed_over, root_or_none
from ehport.system import console

if TYPE_CHECKING:
    from ehport.diagnostics.diagnostic import Diagnostic

CLEAN, FOUND_ERRORS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class Format(StrEnum):
    """How findings are written, for people or for programs."""

    TEXT = "text"
    JSON = "json"


class ListFormat(StrEnum):
    """How a list is written, for people, for programs or for a table."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


LangOption = Annotated[
    Lang,
    option("--lang", tells=Text("Språk: nb eller en.", "Language: nb or en."), case_sensitive=False),
]
RootOption = Annotated[
    Path | None,
    option(
        "--root",
        value=Text("MAPPE", "FOLDER"),
        tells=Text("Mappen som har submissions/ i seg.", "The folder that has submissions/ in it."),
    ),
]
ROUND = Text("RUNDE", "ROUND")
RoundArgument = Annotated[
    str,
    argument(
        ROUND,
        Text("Runden, for eksempel 2021-09.", "The round, for example 2021-09."),
        autocompletion=completing.rounds,
    ),
]
NewestRound = Annotated[
    str | None,
    argument(
        ROUND,
        Text("Runden; uten den tas den nyeste.", "The round; without it the newest is taken."),
        autocompletion=completing.rounds,
    ),
]
RoundOption = Annotated[
    str | None,
    option(
        "--round",
        value=ROUND,
        tells=Text("Runden; uten den tas den nyeste.", "The round; without it the newest is taken."),
        autocompletion=completing.rounds,
    ),
]
ProjectOption = Annotated[
    str | None,
    option(
        "--project",
        value=Text("NR", "NO"),
        tells=Text("Bare ett prosjekt: nummer eller navn.", "One project only: number or name."),
    ),
]
QuietOption = Annotated[
    bool,
    option(
        "--quiet",
        "-q",
        tells=Text("Uten linjen om hva som kan gjøres etterpå.", "Without the line about what can be done next."),
    ),
]
OpenOption = Annotated[bool, option("--open", tells=Text("Åpne det som ble laget.", "Open what was made."))]
FormatOption = Annotated[
    Format, option("--format", tells=Text("Som tekst, eller JSON for programmer.", "As text, or JSON for programs."))
]
ListingOption = Annotated[
    ListFormat,
    option(
        "--format",
        tells=Text("Som tekst, JSON for programmer, eller CSV.", "As text, JSON for programs, or CSV."),
    ),
]


def root_of(given: Path | None) -> Path:
    """Return the folder with the rounds, looked for from the one given or from the working directory."""
    return find_root(given or Path.cwd())


def tell_passed_over(root: Path | None, round_name: str | None, lang: Lang) -> None:
    """Tell of folders that are no rounds by their names, when the newest round is about to be taken."""
    base = root_or_none(root) if round_name is None else None
    if base and (names := ", ".join(passed_over(base))):
        say(_PASSED_OVER.format(names=names)[lang], err=True)


def say(text: str, *, err: bool = False) -> None:
    """Print a text for people, with lines as long as the terminal has room for."""
    typer.echo(console.fold_lines(text, console.width()), err=err)


def show(text: str, *, fits: bool) -> None:
    """Print a text for people, or one for programs, which must stay as it is."""
    say(text) if fits else typer.echo(text)


def show_as(form: StrEnum, **formats: Callable[[], str]) -> None:
    """Print a result in the format asked for, each format under its name; only ``text`` is fitted to the terminal."""
    show(formats[form.value](), fits=form.value == "text")


def say_next(step: Text, lang: Lang, *, quiet: bool = False) -> None:
    """Print what can be done next, in one line for people, unless it is not to be told."""
    if not quiet:
        say(f"{_NEXT[lang]}: {step[lang]}")


def colour() -> bool:
    """Tell whether what is printed may be coloured."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def exit_code(found: Iterable[Diagnostic]) -> int:
    """Return what a command ends with that found something: 1 when an error is among it."""
    return FOUND_ERRORS if any(each.severity is Severity.ERROR for each in found) else CLEAN


_PASSED_OVER = Text(
    "Ikke en runde etter navnet, og ikke tatt med: {names}. En runde heter for eksempel 2021-04.",
    "No round by its name, and left out: {names}. A round is called, for example, 2021-04.",
)
_NEXT = Text("Neste", "Next")
