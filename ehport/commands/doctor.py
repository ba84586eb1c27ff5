"""``ehport doctor``: check that all that ehport needs is in place."""

from __future__ import annotations

import sys

import typer

from ehport.command_line.declare import Command
from ehport.command_line.shared import CLEAN, FOUND_ERRORS, LangOption, say
from ehport.lang.language import Lang, Text


def doctor(lang: LangOption = Lang.NB) -> None:
    """Tell what is installed, what is missing, and the remedy."""
    from ehport.system import doctor as examination

    findings = examination.diagnose()
    say(examination.render(findings, lang, sys.stdout.encoding))
    raise typer.Exit(CLEAN if all(finding.ok for finding in findings) else FOUND_ERRORS)


COMMAND = Command(
    "doctor",
    doctor,
    Text("Sjekk at alt ehport trenger er på plass.", "Check that all that ehport needs is in place."),
    "doctor",
)
