"""``ehport check``: check workbooks, or a whole round."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import LangOption, QuietOption, RootOption, colour, exit_code, say, say_next, show
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.lang.language import Lang, Text
from ehport.rounds.named import names_a_round, round_named, workbooks_named

TargetsArgument = Annotated[
    list[str],
    argument(
        Text("FIL…|RUNDE|AKTØR…", "FILE…|ROUND|ACTOR…"),
        Text(
            "Arbeidsbøker, en runde som 2021-04, eller aktører i den nyeste.",
            "Workbooks, a round such as 2021-04, or actors of the newest.",
        ),
        autocompletion=completing.targets,
    ),
]
FormatOption = Annotated[
    DiagnosticFormat,
    option(
        "--format",
        tells=Text(
            "text, json, sarif, github, junit, eller xlsx med --out.",
            "text, json, sarif, github, junit, or xlsx with --out.",
        ),
    ),
]
OutOption = Annotated[
    Path | None,
    option("--out", value=Text("FIL", "FILE"), tells=Text("Filen det skrives til.", "The file that is written.")),
]
AnnotateOption = Annotated[
    Path | None,
    option(
        "--annotate",
        value=Text("[MAPPE]", "[FOLDER]"),
        tells=Text(
            "Legg en merket kopi av hver arbeidsbok i mappen; uten mappe i denne.",
            "Put a marked copy of each workbook into the folder; without one, into this.",
        ),
        alone=".",
    ),
]
EverythingOption = Annotated[
    bool, option("--all", "--alle", tells=Text("Vis også alle merknader.", "Show all notes too."))
]


def check(
    targets: TargetsArgument,
    format: FormatOption = DiagnosticFormat.TEXT,
    out: OutOption = None,
    annotate: AnnotateOption = None,
    everything: EverythingOption = False,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Check workbooks, or a round."""
    from ehport.checking import run as checking

    if len(targets) == 1 and names_a_round(targets[0]):
        checked = checking.check_round(round_named(targets[0], root))
    else:
        checked = checking.check_files(workbooks_named(targets, root))
    view = checking.View(lang, everything, colour() and out is None)
    show(checking.render(checked, format, view, out), fits=format is DiagnosticFormat.TEXT)
    if format is DiagnosticFormat.TEXT and not out:
        say_next(_next(checked.round_id, exit_code(checked.found), bool(annotate)), lang, quiet=quiet)
    if format is DiagnosticFormat.GITHUB:
        checking.sum_up(checked, lang)
    for line in checking.open_elsewhere(checked, lang):
        say(line, err=True)
    for line in checking.write_annotated(checked, annotate, view) if annotate else ():
        say(line, err=True)
    raise typer.Exit(exit_code(checked.found))


def _next(round_id: str, code: int, annotated: bool) -> Text:
    """Return what is to be done after a check: of a round, or of workbooks."""
    if round_id:
        return (_FEEDBACK if code else _BUILD).format(round=round_id)
    if code:
        return _CORRECT_MARKED if annotated else _CORRECT
    return _SEND


_BUILD = Text(
    "lag rapporten med «ehport build-report {round}».", "build the report with «ehport build-report {round}»."
)
_FEEDBACK = Text(
    "lag tilbakemeldinger til aktørene med «ehport build-report {round} --only feedback».",
    "make feedback for the actors with «ehport build-report {round} --only feedback».",
)
_CORRECT = Text(
    "rett feilene, og sjekk igjen. Med --annotate får du dem i en kopi av arbeidsboken.",
    "correct the errors, and check again. With --annotate you get them in a copy of the workbook.",
)
_CORRECT_MARKED = Text(
    "rett feilene, for eksempel i den merkede kopien, og sjekk igjen.",
    "correct the errors, for example in the marked copy, and check again.",
)
_SEND = Text(
    "se over advarslene, om det er noen, og send arbeidsboken til porteføljekontoret.",
    "look over the warnings, if there are any, and send the workbook to the portfolio office.",
)
COMMAND = Command(
    "check",
    check,
    Text("Sjekk arbeidsbøker, eller en hel runde.", "Check workbooks, or a whole round."),
    "check helse-vest.xlsx",
)
