"""``ehport open-round``: open a round with register, chapters and workbooks."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ehport.command_line import completing
from ehport.command_line.declare import Command, option
from ehport.command_line.shared import LangOption, QuietOption, RootOption, RoundArgument, say, say_next
from ehport.lang.language import Lang, Text
from ehport.model.round import CHECKER, Round
from ehport.opening.round_settings import QUESTIONS, Settled, as_settled
from ehport.rounds.find import SUBMISSIONS, root_or_none, round_ids, usable
from ehport.rounds.named import id_named
from ehport.system.errors import UsageError

PreviousOption = Annotated[
    str | None,
    option(
        "--from",
        value=Text("RUNDE", "ROUND"),
        tells=Text(
            "Runden før, som svar og register hentes fra.",
            "The round before, from which answers and register are taken.",
        ),
        autocompletion=completing.rounds,
    ),
]
MaterialOption = Annotated[
    Path | None,
    option(
        "--fill",
        value=Text("MAPPE", "FOLDER"),
        tells=Text("Mappe med svar i JSON som fylles inn.", "A folder with answers in JSON that are filled in."),
    ),
]
CutoffOption = Annotated[
    str,
    option(
        "--cutoff",
        value=Text("DATO", "DATE"),
        tells=Text("Svarfristen, for eksempel 2021-09-30.", "The cut-off day, for example 2021-09-30."),
    ),
]
PublishedOption = Annotated[
    str,
    option(
        "--published",
        value=Text("MÅNED", "MONTH"),
        tells=Text(
            "Når rapporten publiseres, for eksempel 2021-10.", "When the report is published, for example 2021-10."
        ),
    ),
]
BudgetYearOption = Annotated[
    str, option("--budget-year", value=Text("ÅR", "YEAR"), tells=Text("Budsjettåret.", "The budget year."))
]
TitleOption = Annotated[
    str,
    option("--title", value=Text("TEKST", "TEXT"), tells=Text("Tittelen på rapporten.", "The title of the report.")),
]
DryRunOption = Annotated[
    bool,
    option(
        "--dry-run",
        tells=Text(
            "Vis hva som ville blitt skrevet, og skriv ingenting.", "Show what would be written, and write nothing."
        ),
    ),
]
ForceOption = Annotated[
    bool,
    option(
        "--force",
        tells=Text(
            "Erstatt filer som finnes; de gamle legges i .earlier.",
            "Replace files that exist; the old ones go to .earlier.",
        ),
    ),
]
MissingOption = Annotated[
    bool,
    option(
        "--missing",
        tells=Text(
            "Lag bare det som mangler i en runde som er åpnet, etter round.toml slik den er nå.",
            "Make only what an open round lacks, by its round.toml as it is now.",
        ),
    ),
]


def open_round(
    round_id: RoundArgument,
    previous: PreviousOption = None,
    material: MaterialOption = None,
    cutoff: CutoffOption = "",
    published: PublishedOption = "",
    budget_year: BudgetYearOption = "",
    title: TitleOption = "",
    dry_run: DryRunOption = False,
    force: ForceOption = False,
    missing: MissingOption = False,
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Open a round."""
    from ehport.opening import open as opening
    from ehport.opening import text as opening_text

    round_id = id_named(round_id)
    base = (root or root_or_none(None) or Path.cwd()).resolve()
    source, settled = (
        opening.StartingPoint(id_named(previous or ""), material),
        Settled(title, cutoff, published, budget_year),
    )
    would_ask = not (dry_run or missing) and (force or round_id not in round_ids(base))
    if would_ask and sys.stdin.isatty() and sys.stdout.isatty():
        settled = _ask_for(settled, opening.settled_so_far(base, round_id, source), lang)
    if missing and (source, settled, force) != (opening.StartingPoint(), Settled(), False):
        raise UsageError(_MISSING_ALONE)
    ready = opening.prepare_missing(base, round_id) if missing else opening.prepare(base, round_id, source, settled)
    if not ready.files:
        say(_NOTHING_MISSING.format(folder=f"{SUBMISSIONS}/{round_id}")[lang])
    elif dry_run:
        say(opening_text.format_planned(ready, lang))
    else:
        say(opening_text.format_opened(opening.write_opening(ready, force=force), lang))
        has_checker = _write_checker(usable(ready.folder), lang)
        send = _SEND_BOTH if has_checker else _SEND
        say_next(send.format(folder=f"{SUBMISSIONS}/{round_id}", checker=CHECKER), lang, quiet=quiet)


def _write_checker(round_: Round, lang: Lang) -> bool:
    """Write the check for browsers beside the workbooks, and tell whether it could be made."""
    from ehport.checker import page

    try:
        page.write_page(round_.folder / CHECKER, lang, round_)
    except UsageError as missing:
        say(missing.text[lang], err=True)
        return False
    return True


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


_NOTHING_MISSING = Text("Ingenting mangler i {folder}.", "Nothing is missing in {folder}.")
_MISSING_ALONE = Text(
    "--missing lager det som mangler etter round.toml, og går bare sammen med --dry-run: rett heller i round.toml.",
    "--missing makes what is lacking by round.toml, and goes with --dry-run alone: edit round.toml instead.",
)
_SEND = Text(
    "send arbeidsbøkene i {folder} til aktørene, og ta imot svarene med «ehport receive FIL…».",
    "send the workbooks in {folder} to the actors, and take in what returns with «ehport receive FILE…».",
)
_SEND_BOTH = Text(
    "send arbeidsbøkene i {folder} til aktørene sammen med {checker}, som de sjekker dem med i en nettleser, og ta "
    "imot svarene med «ehport receive FIL…».",
    "send the workbooks in {folder} to the actors together with {checker}, which checks them in a browser, and take in "
    "what returns with «ehport receive FILE…».",
)
COMMAND = Command(
    "open-round",
    open_round,
    Text(
        "Åpne en runde med register, kapitler og arbeidsbøker.", "Open a round with register, chapters and workbooks."
    ),
    "open-round 2021-09 --from 2021-04",
)
