"""The commands that make pages: build-report, preview, verify."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ehport.building.options import Output, Wanted
from ehport.commands.shared import CLEAN, FOUND_ERRORS, LangOption, NewestRound, RootOption, root_of, say
from ehport.lang.language import Lang
from ehport.rounds.find import find_round


def build_report(  # noqa: PLR0913 one parameter per option
    round_id: NewestRound = None,
    draft: Annotated[bool, typer.Option("--draft", help="Lag rapporten selv om det er feil, merket UTKAST.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="MAPPE", help="Mappen; ellers output/RUNDE.")] = None,
    only: Annotated[Output | None, typer.Option("--only", help="Lag bare pdf, html, data eller feedback.")] = None,
    chapter: Annotated[
        str | None, typer.Option("--chapter", metavar="NR", help="Bare ett kapittel: nummer eller tittel.")
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="NR", help="Bare ett prosjekt: nummer eller navn.")
    ] = None,
    embed_data: Annotated[bool, typer.Option("--embed-data", help="Legg dataene ved i PDF-en (PDF/A-3a).")] = False,
    late: Annotated[
        list[str] | None,
        typer.Option("--late", metavar="AKTØR", help="Bruk forrige rundes innmelding fra en som ikke har levert."),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Hvor mange prosesser som setter sider.")] = None,
    cache: Annotated[bool, typer.Option("--cache/--no-cache", help="Bruk sider som er satt før.")] = True,
    timings: Annotated[bool, typer.Option("--timings", help="Vis hvor lang tid hvert steg tok.")] = False,
    opened: Annotated[bool, typer.Option("--open", help="Åpne det som ble laget.")] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Build a round's report."""
    from ehport.building import build as building
    from ehport.system.progress import Progress

    base = root_of(root)
    wanted = Wanted(out, draft, lang, jobs, cache, only, chapter, project, embed_data, tuple(late or ()))
    built = building.build_report(base, find_round(base, round_id), wanted, Progress(lang, sys.stderr))
    say(building.told(built, lang, timings=timings))
    if opened and built.opened:
        typer.launch(str(built.opened))
    failed = built.failure is not None or (built.errors and not wanted.allows_errors)
    raise typer.Exit(FOUND_ERRORS if failed else CLEAN)


def preview(
    workbook: Annotated[Path, typer.Argument(metavar="ARBEIDSBOK.xlsx", help="Aktørens arbeidsbok.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FIL", help="Slutter på .pdf eller .html; ellers arbeidsbokens navn med .pdf."),
    ] = None,
    opened: Annotated[bool, typer.Option("--open", help="Åpne det som ble laget.")] = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Preview the project pages of a workbook."""
    from ehport.building import preview as previewing
    from ehport.system.progress import Progress

    target = out or Path(f"{workbook.stem}.pdf")
    made = previewing.preview(workbook, target, lang, Progress(lang, sys.stderr))
    say(previewing.told(made, lang))
    if opened:
        typer.launch(str(made.path))


def verify(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappen med rapporten.")], lang: LangOption = Lang.NB
) -> None:
    """Verify a finished report."""
    from ehport.building import verify as verifying

    verified = verifying.verify(folder)
    say(verifying.told(verified, lang))
    raise typer.Exit(CLEAN if verified.is_sound else FOUND_ERRORS)
