"""``ehport build-report``: build the report of a round."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ehport.building.options import BuildOptions, Output
from ehport.command_line import completing
from ehport.command_line.declare import Command, option
from ehport.command_line.shared import (
    CLEAN,
    FOUND_ERRORS,
    LangOption,
    NewestRound,
    OpenOption,
    ProjectOption,
    QuietOption,
    RootOption,
    say,
    say_next,
)
from ehport.diagnostics.forms import LetterForm
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named

DraftOption = Annotated[
    bool,
    option(
        "--draft",
        tells=Text(
            "Lag rapporten selv om det er feil, merket UTKAST.", "Build the report in spite of errors, stamped DRAFT."
        ),
    ),
]
OutOption = Annotated[
    Path | None,
    option(
        "--out",
        value=Text("MAPPE", "FOLDER"),
        tells=Text("Mappen; ellers output/RUNDE.", "The folder; otherwise output/ROUND."),
    ),
]
OnlyOption = Annotated[
    Output | None,
    option(
        "--only",
        tells=Text(
            "Lag bare pdf, html, data, case (saken) eller feedback.", "Make only the pdf, html, data, case or feedback."
        ),
    ),
]
ChapterOption = Annotated[
    str | None,
    option(
        "--chapter",
        value=Text("NR", "NO"),
        tells=Text("Bare ett kapittel: nummer eller tittel.", "One chapter only: number or title."),
    ),
]
EmbedDataOption = Annotated[
    bool,
    option(
        "--embed-data", tells=Text("Legg dataene ved i PDF-en (PDF/A-3a).", "Put the data into the PDF (PDF/A-3a).")
    ),
]
LateOption = Annotated[
    list[str] | None,
    option(
        "--late",
        value=Text("AKTØR", "ACTOR"),
        tells=Text(
            "Bruk forrige rundes svar fra en som ikke har levert; skrives i round.toml.",
            "Use last round's answers of one not returned; written to round.toml.",
        ),
        autocompletion=completing.actors,
    ),
]
JobsOption = Annotated[
    int | None,
    option(
        "--jobs", tells=Text("Hvor mange prosesser som setter sider.", "In how many processes pages are set."), min=1
    ),
]
CacheOption = Annotated[
    bool, option("--cache/--no-cache", tells=Text("Bruk sider som er satt før.", "Use pages that were set before."))
]
PlainOption = Annotated[
    bool,
    option(
        "--plain",
        tells=Text(
            "Sett sidene uten snarveiene i WeasyPrint: langsommere, samme sider.",
            "Set the pages without the short cuts in WeasyPrint: slower, the same pages.",
        ),
    ),
]
LettersOption = Annotated[
    LetterForm,
    option(
        "--format",
        tells=Text(
            "Tilbakemeldingene som html, med utkast til e-post, eller som md.",
            "The feedback as html, with drafts of mails, or as md.",
        ),
    ),
]
TimingsOption = Annotated[
    bool, option("--timings", tells=Text("Vis hvor lang tid hvert steg tok.", "Show how long each stage took."))
]


def build_report(
    round_id: NewestRound = None,
    draft: DraftOption = False,
    out: OutOption = None,
    only: OnlyOption = None,
    chapter: ChapterOption = None,
    project: ProjectOption = None,
    embed_data: EmbedDataOption = False,
    late: LateOption = None,
    jobs: JobsOption = None,
    cache: CacheOption = True,
    plain: PlainOption = False,
    letters: LettersOption = LetterForm.MAIL,
    timings: TimingsOption = False,
    opened: OpenOption = False,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Build a round's report."""
    from ehport.building import build as building
    from ehport.system.progress import Progress

    round_ = round_named(round_id, root)
    stand_ins = tuple(late or ())
    options = BuildOptions(out, draft, lang, jobs, cache, only, chapter, project, embed_data, stand_ins, plain, letters)
    progress = Progress(lang, sys.stderr, stages=building.count_stages(options))
    built = building.build_report(round_.folder.parents[1], round_, options, progress)
    say(building.format_outcome(built, lang, timings=timings))
    if step := building.suggest_next(built, options, round_.id):
        say_next(step, lang, quiet=quiet)
    if opened and built.opened:
        typer.launch(str(built.opened))
    failed = built.failure is not None or (built.errors and not options.allows_errors)
    raise typer.Exit(FOUND_ERRORS if failed else CLEAN)


COMMAND = Command(
    "build-report",
    build_report,
    Text("Lag rapporten for en runde.", "Build the report of a round."),
    "build-report 2021-04 --draft",
)
