"""The commands of a round under way: open-round, fill, receive, status."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ehport.commands.shared import (
    CLEAN,
    FOUND_ERRORS,
    LangOption,
    Listing,
    NewestRound,
    RootOption,
    RoundArgument,
    colour,
    exit_code,
    root_of,
    say,
    show,
)
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.opening.round_settings import QUESTIONS, Settled, as_settled
from ehport.rounds.find import find_round, root_or_none, round_ids
from ehport.system import console
from ehport.system.errors import UsageError


def open_round(  # noqa: PLR0913 one parameter per option
    round_id: RoundArgument,
    previous: Annotated[
        str | None,
        typer.Option("--from", metavar="RUNDE", help="Runden før, som svar og register hentes fra."),
    ] = None,
    material: Annotated[
        Path | None, typer.Option("--fill", metavar="MAPPE", help="Mappe med svar i JSON som fylles inn.")
    ] = None,
    cutoff: Annotated[str, typer.Option("--cutoff", metavar="DATO", help="Svarfristen, for eksempel 2021-09-30.")] = "",
    published: Annotated[
        str, typer.Option("--published", metavar="MÅNED", help="Når rapporten publiseres, for eksempel 2021-10.")
    ] = "",
    budget_year: Annotated[str, typer.Option("--budget-year", metavar="ÅR", help="Budsjettåret.")] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEKST", help="Tittelen på rapporten.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Vis hva som ville blitt skrevet, og skriv ingenting.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Erstatt filer som finnes; de gamle legges i .earlier.")
    ] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Open a round."""
    from ehport.opening import open as opening
    from ehport.opening import text as opening_text

    base = (root or root_or_none(None) or Path.cwd()).resolve()
    source, settled = opening.Source(previous or "", material), Settled(title, cutoff, published, budget_year)
    would_ask = not dry_run and (force or round_id not in round_ids(base))
    if would_ask and sys.stdin.isatty() and sys.stdout.isatty():
        settled = _ask_for(settled, opening.settled_so_far(base, round_id, source), lang)
    ready = opening.prepare(base, round_id, source, settled)
    if dry_run:
        say(opening_text.planned_text(ready, lang))
    else:
        say(opening_text.opened_text(opening.write_opening(ready, force=force), lang))


def fill(
    record: Annotated[Path, typer.Argument(metavar="SVAR.json", help="Aktørens svar, med skjemaets feltnavn.")],
    workbook: Annotated[Path, typer.Argument(metavar="ARBEIDSBOK.xlsx", help="Arbeidsboken som skrives.")],
    force: Annotated[bool, typer.Option("--force", help="Skriv over en arbeidsbok som finnes.")] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Fill a workbook with the answers of a record."""
    from ehport.opening import open as opening

    kept = opening.fill(record, workbook, root=root_or_none(root), force=force)
    typer.echo(workbook)
    if kept:
        typer.echo(_KEPT[lang].format(path=kept))


def receive(
    files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="Arbeidsbøkene, hva de enn heter.")],
    round_id: Annotated[
        str | None, typer.Option("--round", metavar="RUNDE", help="Runden; uten den tas den nyeste.")
    ] = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Take returned workbooks into a round."""
    from ehport.diagnostics import text
    from ehport.receiving import receive as receiving

    receipts = receiving.receive(files, find_round(root_of(root), round_id))
    refused = tuple(each for receipt in receipts for each in receipt.refused)
    parts = [receiving.told(receipts, lang), text.report(refused, lang, colour=colour()) if refused else ""]
    say("\n\n".join(filter(None, parts)))
    raise typer.Exit(exit_code(refused))


def status(
    round_id: NewestRound = None,
    format: Annotated[Listing, typer.Option("--format", help="text, json eller csv.")] = Listing.TEXT,
    letters: Annotated[
        Path | None,
        typer.Option("--letters", metavar="MAPPE", help="Skriv et brev til hver aktør som mangler noe; ingen sendes."),
    ] = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show who has returned what."""
    from ehport.receiving import status as chasing
    from ehport.receiving import status_text as chasing_text

    found = chasing.status(find_round(root_of(root), round_id))
    width = console.reading_width()
    shown = {
        Listing.TEXT: lambda: chasing_text.as_text(found, lang, width=width),
        Listing.JSON: lambda: chasing_text.as_json(found),
        Listing.CSV: lambda: chasing_text.as_csv(found),
    }
    show(shown[format](), fits=format is Listing.TEXT)
    if letters:
        from ehport.receiving.reminders import told, write_letters

        is_text = format is Listing.TEXT
        line = told(write_letters(found, letters, lang), letters, lang)
        typer.echo(f"\n{line}" if is_text else line, err=not is_text)
    raise typer.Exit(CLEAN if found.is_complete else FOUND_ERRORS)


def _ask_for(settled: Settled, round_: Round, lang: Lang) -> Settled:
    """Ask for what was not given as an option; what cannot be read is asked for again."""
    for name, question in QUESTIONS.items():
        default = getattr(as_settled(settled.of(round_)), name)
        while not getattr(settled, name):
            answered = replace(settled, **{name: typer.prompt(question[lang], default=default, err=True)})
            try:
                answered.of(round_)
            except UsageError as wrong:
                typer.echo(wrong.text[lang], err=True)
            else:
                settled = answered
    return settled


_KEPT = Text("Den forrige ligger i {path}", "The one before lies in {path}")
