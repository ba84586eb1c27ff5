"""The commands that show what a round says: compare, questions, facts, trace."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ehport.commands.shared import (
    Format,
    LangOption,
    Listing,
    NewestRound,
    RootOption,
    RoundArgument,
    root_of,
    say,
    show,
)
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.system import console


def compare(  # noqa: PLR0913 one parameter per option
    before: Annotated[str, typer.Argument(metavar="RUNDE|FIL", help="Den eldste runden, eller en arbeidsbok.")],
    now: Annotated[str, typer.Argument(metavar="RUNDE|FIL", help="Den nyeste, eller samme aktørs nye arbeidsbok.")],
    project: Annotated[
        str | None, typer.Option("--project", metavar="NR", help="Bare ett prosjekt: nummer eller navn.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text eller json.")] = Format.TEXT,
    everything: Annotated[bool, typer.Option("--all", "--alle", help="Vis også endrede tekster.")] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Compare two rounds, or two versions of a workbook."""
    from ehport.comparing import compare as comparing
    from ehport.comparing import json as comparing_json
    from ehport.comparing import text as comparing_text
    from ehport.system.progress import Progress

    found = comparing.compared(before, now, root=root, progress=Progress(lang, sys.stderr), project=project)
    everything, room = everything or project is not None, console.width() or comparing_text.WIDTH
    if format is Format.JSON:
        typer.echo(comparing_json.as_json(found, lang))
    else:
        say(comparing_text.as_text(found, lang, everything=everything, width=room))


def questions(
    round_id: RoundArgument,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="AKTØR", help="Bare spørsmålene til én aktør, for eksempel ks.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text eller json.")] = Format.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the questions that a round's data raises."""
    from ehport.checking import questions as raised
    from ehport.checking import questions_text

    found = raised.questions(find_round(root_of(root), round_id), actor)
    is_json = format is Format.JSON
    width = console.reading_width()
    told = questions_text.as_json(found, lang) if is_json else questions_text.as_text(found, lang, width)
    show(told, fits=not is_json)


def facts(
    round_id: RoundArgument,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="ORD…", help="Bare navn med disse ordene i navnet eller regelen.")
    ] = None,
    format: Annotated[Listing, typer.Option("--format", help="text, json eller csv.")] = Listing.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the names that a round's chapters can use."""
    from ehport.building import fact_list as usable_names
    from ehport.building import fact_list_text as usable_names_text

    found = usable_names.usable_names(find_round(root_of(root), round_id), lang, " ".join(words or ()))
    width = console.reading_width()
    shown = {
        Listing.TEXT: lambda: usable_names_text.as_text(found, lang, width),
        Listing.JSON: lambda: usable_names_text.as_json(found),
        Listing.CSV: lambda: usable_names_text.as_csv(found),
    }
    show(shown[format](), fits=format is Listing.TEXT)


def trace(
    name: Annotated[str, typer.Argument(metavar="TALL", help="Navnet på tallet, for eksempel budget.total.")],
    round_id: NewestRound = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the cells behind a printed number."""
    from ehport.building import trace as tracing

    say(tracing.traced(find_round(root_of(root), round_id), name, lang))
