"""The command line: every command under its name, in the order that help lists them."""

from __future__ import annotations

import gc
import sys
from typing import Annotated, ClassVar

import typer

from ehport import __version__
from ehport.command_line.declare import Command, option
from ehport.command_line.language import read_language
from ehport.command_line.program import TwoLanguageCommand, TwoLanguageProgram
from ehport.command_line.shared import INTERRUPTED, WRONG_USAGE, LangOption, say
from ehport.commands import (
    actor,
    build_report,
    check,
    checker,
    compare,
    dictionary,
    doctor,
    explain,
    export,
    extract,
    facts,
    fill,
    open_round,
    preview,
    project,
    publish,
    questions,
    receive,
    rules,
    status,
    trace,
    try_kind,
    verify,
    watch,
)
from ehport.lang.language import Lang, Text
from ehport.system import console
from ehport.system.errors import UsageError

COMMANDS = (
    check.COMMAND,
    explain.COMMAND,
    rules.COMMAND,
    try_kind.COMMAND,
    checker.COMMAND,
    fill.COMMAND,
    extract.COMMAND,
    open_round.COMMAND,
    actor.COMMAND,
    project.COMMAND,
    status.COMMAND,
    receive.COMMAND,
    build_report.COMMAND,
    watch.COMMAND,
    compare.COMMAND,
    questions.COMMAND,
    facts.COMMAND,
    preview.COMMAND,
    export.COMMAND,
    verify.COMMAND,
    publish.COMMAND,
    trace.COMMAND,
    dictionary.COMMAND,
    doctor.COMMAND,
)


class Program(TwoLanguageProgram):
    """ehport itself."""

    declared: ClassVar = {each.name: each for each in COMMANDS}


def options(
    context: typer.Context,
    version: Annotated[bool, option("--version", tells=Text("Vis versjonen.", "Show the version."))] = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Take the options that stand before a command; without a command, show help."""
    if version:
        typer.echo(f"ehport {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


Program.itself = Command(
    "ehport",
    options,
    Text("Fra aktørenes arbeidsbøker til én porteføljerapport.", "From the actors' workbooks to one portfolio report."),
    "check helse-vest.xlsx",
)
app = typer.Typer(
    cls=Program,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "terminal_width": console.help_width(),
    },
)
app.callback()(options)
for each in COMMANDS:
    app.command(each.name, cls=TwoLanguageCommand)(each.run)


def main() -> None:
    """Run the command line; what cannot be done as asked is told on stderr, with exit code 2."""
    console.begin_again_in_utf8()
    console.allow_all_letters()
    lang = read_language(sys.argv[1:])
    try:
        ended = app(prog_name="ehport", standalone_mode=False)
    except UsageError as wrong:
        say(f"{_ERROR[lang]}: {wrong.text[lang]}", err=True)
        ended = WRONG_USAGE
    except (KeyboardInterrupt, typer.Abort):
        ended = INTERRUPTED
    finally:
        gc.freeze()  # Python would look through everything once more before it ends, which takes a fifth of a second
    raise SystemExit(ended or 0)


_ERROR = Text("feil", "error")
