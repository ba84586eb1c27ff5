"""The command line: every command under its name, in the order that help lists them."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ehport import __version__
from ehport.commands import checks, reports, rounds, views
from ehport.commands.shared import INTERRUPTED, WRONG_USAGE, say
from ehport.lang.language import Lang, asked
from ehport.system import console
from ehport.system.errors import UsageError


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it calls, and in its help what it does and an example."""

    name: str
    run: Callable[..., None]
    does: str
    example: str


COMMANDS = (
    Command(
        "check",
        checks.check,
        "Sjekk arbeidsbøker, eller en hel runde.",
        "check helse-vest.xlsx",
    ),
    Command("explain", checks.explain, "Forklar en kode: hva den betyr, og hva som skal gjøres.", "explain C203"),
    Command(
        "rules",
        checks.rules,
        "Vis alle regler, eller hva en regel treffer.",
        "rules --try R334 2021-04 2021-09",
    ),
    Command(
        "try",
        checks.try_kind,
        "Vis hvordan en tekst blir lest; «-» leser linjer fra stdin.",
        'try when "Q3 2021" 06.22',
    ),
    Command(
        "fill", rounds.fill, "Fyll en arbeidsbok med svar fra en JSON-fil.", "fill helse-vest.json helse-vest.xlsx"
    ),
    Command(
        "open-round",
        rounds.open_round,
        "Åpne en runde med register, kapitler og arbeidsbøker.",
        "open-round 2021-09 --from 2021-04",
    ),
    Command(
        "status",
        rounds.status,
        "Vis hvem som har levert, og hva som mangler.",
        "status 2021-09",
    ),
    Command(
        "receive",
        rounds.receive,
        "Ta imot arbeidsbøker; de forrige tas vare på.",
        "receive helse-vest.xlsx",
    ),
    Command("build-report", reports.build_report, "Lag rapporten for en runde.", "build-report 2021-04 --draft"),
    Command(
        "compare",
        views.compare,
        "Vis hva som er endret mellom to runder eller arbeidsbøker.",
        "compare 2021-04 2021-09",
    ),
    Command(
        "questions",
        views.questions,
        "Vis spørsmålene dataene reiser om hvert prosjekt.",
        "questions 2021-04 --actor ks",
    ),
    Command(
        "facts",
        views.facts,
        "Vis navnene teksten kan bruke, med verdiene deres.",
        "facts 2021-04 status",
    ),
    Command(
        "preview",
        reports.preview,
        "Lag prosjektarkene fra én arbeidsbok slik de blir trykt.",
        "preview helse-vest.xlsx",
    ),
    Command(
        "verify",
        reports.verify,
        "Sjekk at en ferdig rapport er som da den ble laget.",
        "verify output/2021-04",
    ),
    Command("trace", views.trace, "Vis hva et trykt tall er regnet ut av.", "trace status.yellow.share"),
    Command("dictionary", checks.dictionary, "Skriv feltbeskrivelsen for skjemaet.", "dictionary --lang en"),
    Command("doctor", checks.doctor, "Sjekk at alt ehport trenger er på plass.", "doctor"),
)
app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "terminal_width": console.help_width(),
    },
    help="Fra aktørenes arbeidsbøker til én porteføljerapport.\n\nEksempel: ehport check helse-vest.xlsx",
)
for each in COMMANDS:
    app.command(each.name, help=f"{each.does}\n\nEksempel: ehport {each.example}")(each.run)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"ehport {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Skriv versjonen.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the command line; what cannot be done as asked is told on stderr, with exit code 2."""
    console.begin_again_in_utf8()
    console.allow_all_letters()
    try:
        app(_with_folder(sys.argv[1:]))
    except UsageError as wrong:
        lang = asked(sys.argv[1:], os.environ.get("EHPORT_LANG", ""))
        say(f"{'feil' if lang is Lang.NB else 'error'}: {wrong.text[lang]}", err=True)
        raise SystemExit(WRONG_USAGE) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    finally:
        gc.freeze()  # Python would look through everything once more before it ends, which takes a fifth of a second


def _with_folder(arguments: list[str]) -> list[str]:
    """Return the arguments with this folder for ``--annotate`` where no other is named."""
    found = []
    for argument, following in zip(arguments, [*arguments[1:], "-"], strict=True):
        names_none = following.startswith("-") or Path(following).suffix.startswith(".xls")
        found += [argument, "."] if argument == "--annotate" and names_none else [argument]
    return found
