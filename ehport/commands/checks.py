"""The commands about workbooks and what is said of them: check, explain, rules, try, dictionary, doctor."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ehport.commands.shared import (
    CLEAN,
    FOUND_ERRORS,
    Format,
    LangOption,
    RootOption,
    colour,
    exit_code,
    root_of,
    say,
    show,
)
from ehport.diagnostics.forms import Form
from ehport.lang.language import Lang, Text
from ehport.rounds.find import find_round, is_round_id
from ehport.system.errors import UsageError


class KindName(StrEnum):
    """The kinds of values that can be tried."""

    WHEN = "when"
    AMOUNT = "amount"
    RATING = "rating"
    CRITICALITY = "criticality"
    ANSWER = "answer"
    CATEGORY = "category"


def check(  # noqa: PLR0913 one parameter per option
    targets: Annotated[
        list[str], typer.Argument(metavar="FIL…|RUNDE", help="Arbeidsbøker, eller en runde som 2021-04.")
    ],
    format: Annotated[
        Form, typer.Option("--format", help="text, json, sarif, github, junit, eller xlsx med --out.")
    ] = Form.TEXT,
    out: Annotated[Path | None, typer.Option("--out", metavar="FIL", help="Filen det skrives til.")] = None,
    annotate: Annotated[
        Path | None,
        typer.Option("--annotate", metavar="[MAPPE]", help="Legg en merket kopi av hver arbeidsbok i mappen."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", "--alle", help="Vis også alle merknader.")] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Check workbooks, or a round."""
    from ehport.checking import run as checking

    if len(targets) == 1 and is_round_id(targets[0]):
        checked = checking.check_round(find_round(root_of(root), targets[0]))
    else:
        checked = checking.check_files([Path(target) for target in targets])
    view = checking.View(lang, everything, colour() and out is None)
    show(checking.told(checked, format, view, out), fits=format is Form.TEXT)
    for line in checking.open_elsewhere(checked, lang):
        say(line, err=True)
    for line in checking.handed_back(checked, annotate, view) if annotate else ():
        say(line, err=True)
    raise typer.Exit(exit_code(checked.found))


def explain(
    code: Annotated[str, typer.Argument(metavar="KODE", help="Koden i en melding, for eksempel C203.")],
    lang: LangOption = Lang.NB,
) -> None:
    """Explain one diagnostic's code."""
    from ehport.rules import explanation

    told = explanation.explain(code, lang)
    if told is None:
        raise UsageError(_NO_CODE.format(code=code))
    say(told)


def rules(
    rounds: Annotated[
        list[str] | None, typer.Argument(metavar="[RUNDE…]", help="Med --try: rundene; uten dem prøves alle.")
    ] = None,
    trying: Annotated[
        str | None, typer.Option("--try", "--prøv", metavar="KODE", help="Vis hva regelen treffer i rundene.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text eller json.")] = Format.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """List all rules, or show what one of them hits."""
    from ehport.rules import explanation

    as_json = format is Format.JSON
    if trying is not None:
        from ehport.checking import rule_trial as trial

        tried = trial.try_rule(root_of(root), trying, rounds or ())
        show(trial.as_json(*tried, lang) if as_json else trial.as_text(*tried, lang), fits=not as_json)
    elif rounds:
        raise UsageError(_TRY_WHAT)
    else:
        show(explanation.rules_json(lang) if as_json else explanation.rules_text(lang), fits=not as_json)


def try_kind(
    kind: Annotated[
        KindName,
        typer.Argument(metavar="TYPE", help="when, amount, rating, criticality, answer eller category."),
    ],
    texts: Annotated[list[str], typer.Argument(metavar="TEKST…", help=r"Det som er skrevet; \n er linjeskift.")],
    words: Annotated[
        bool, typer.Option("--words", "--ord", help="Skriv lesningen i ord i stedet for kolonner.")
    ] = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Show how a typed text is read."""
    from ehport.form import trial

    typed = (text.replace("\\n", "\n") for text in _lines_of(texts))
    if words:
        typer.echo("\n".join(trial.in_words(kind, text, lang) for text in typed))
    else:
        rows = [trial.columns_of(kind), *(trial.in_columns(kind, text) for text in typed)]
        typer.echo("\n".join("\t".join(row) for row in rows))


def dictionary(lang: LangOption = Lang.NB) -> None:
    """Print the data dictionary of the form."""
    from ehport.report import dictionary as described

    typer.echo(described.as_markdown(lang))


def doctor(lang: LangOption = Lang.NB) -> None:
    """Tell what is installed, what is missing, and the remedy."""
    from ehport.system import doctor as examination

    findings = examination.diagnose()
    say(examination.render(findings, lang, sys.stdout.encoding))
    raise typer.Exit(CLEAN if all(finding.ok for finding in findings) else FOUND_ERRORS)


def _lines_of(texts: list[str]) -> list[str]:
    return [line.rstrip("\n") for text in texts for line in (sys.stdin if text == "-" else [text])]


_TRY_WHAT = Text(
    "Runder hører til en regel som prøves. Skriv for eksempel: ehport rules --try R334 2021-04",
    "Rounds belong to a rule that is tried. Write for example: ehport rules --try R334 2021-04",
)
_NO_CODE = Text(
    "Det er ingen regel med koden {code}. Se alle med: ehport rules",
    "There is no rule with the code {code}. See all with: ehport rules",
)
