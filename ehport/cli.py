"""The commands: options in, one pipeline call, text and exit code out."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ehport import __version__, console
from ehport.lang.language import Lang, Text, asked
from ehport.model.round import Round
from ehport.rounds import UsageError, find_root, find_round, is_round_id, root_or_none, round_ids
from ehport.settled import QUESTIONS, Settled, as_settled
from ehport.wanted import Output, Wanted

CLEAN, FOUND_ERRORS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class Format(StrEnum):
    """How findings are written, for people or for programs."""

    TEXT = "text"
    JSON = "json"


class Listing(StrEnum):
    """How a list of facts is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class CheckFormat(StrEnum):
    """How the diagnostics of a check are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    XLSX = "xlsx"


class QuestionFormat(StrEnum):
    """How questions are written."""

    TEXT = "text"
    JSON = "json"


class KindName(StrEnum):
    """The kinds of values that can be tried."""

    WHEN = "when"
    AMOUNT = "amount"
    RATING = "rating"
    CRITICALITY = "criticality"
    ANSWER = "answer"
    CATEGORY = "category"


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

LangOption = Annotated[Lang, typer.Option("--lang", help="Språk: nb eller en.", envvar="EHPORT_LANG")]
RootOption = Annotated[Path | None, typer.Option("--root", help="Mappen som har submissions/ i seg.")]
RoundArgument = Annotated[str, typer.Argument(metavar="RUNDE", help="Runden, for eksempel 2021-09.")]


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


@app.command(
    "check",
    help="Sjekk arbeidsbøker, eller en runde med reglene som sammenligner.\n\nEksempel: ehport check helse-vest.xlsx",
)
def check(  # noqa: PLR0913 one parameter per option
    targets: Annotated[
        list[str], typer.Argument(metavar="FIL…|RUNDE", help="Arbeidsbøker, eller en runde som 2021-04.")
    ],
    format: Annotated[
        CheckFormat, typer.Option("--format", help="text, json, sarif, github, junit, eller xlsx med --out.")
    ] = CheckFormat.TEXT,
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
    from ehport import checking

    if len(targets) == 1 and is_round_id(targets[0]):
        checked = checking.check_round(find_round(_root(root), targets[0]))
    else:
        checked = checking.check_files([Path(target) for target in targets])
    view = checking.View(lang, everything, _colour() and out is None)
    _show(checking.told(checked, checking.Form(format), view, out), fits=format is CheckFormat.TEXT)
    for line in checking.open_elsewhere(checked, lang):
        _say(line, err=True)
    for line in checking.handed_back(checked, annotate, view) if annotate else ():
        _say(line, err=True)
    raise typer.Exit(_exit_code(checked.found))


@app.command(
    "explain",
    help="Forklar en kode: hva den betyr, hvorfor, og hva som skal gjøres.\n\nEksempel: ehport explain C203",
)
def explain(
    code: Annotated[str, typer.Argument(metavar="KODE", help="Koden i en melding, for eksempel C203.")],
    lang: LangOption = Lang.NB,
) -> None:
    """Explain one diagnostic's code."""
    from ehport.check import explanation

    told = explanation.explain(code, lang)
    if told is None:
        raise UsageError(_NO_CODE.format(code=code))
    _say(told)


@app.command(
    "rules",
    help="Vis alle regler med kode og alvor, eller hva en regel treffer.\n\n"
    "Eksempel: ehport rules --try R334 2021-04 2021-09",
)
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
    from ehport.check import explanation

    as_json = format is Format.JSON
    if trying is not None:
        from ehport import trying as trial

        tried = trial.try_rule(_root(root), trying, rounds or ())
        _show(trial.as_json(*tried, lang) if as_json else trial.as_text(*tried, lang), fits=not as_json)
    elif rounds:
        raise UsageError(_TRY_WHAT)
    else:
        _show(explanation.rules_json(lang) if as_json else explanation.rules_text(lang), fits=not as_json)


@app.command(
    "try",
    help='Vis hvordan en tekst blir lest; «-» leser linjer fra stdin.\n\nEksempel: ehport try when "Q3 2021" 06.22',
)
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

    typed = (text.replace("\\n", "\n") for text in _lines(texts))
    if words:
        typer.echo("\n".join(trial.in_words(kind, text, lang) for text in typed))
    else:
        rows = [trial.columns_of(kind), *(trial.in_columns(kind, text) for text in typed)]
        typer.echo("\n".join("\t".join(row) for row in rows))


@app.command(
    "fill",
    help="Fyll en arbeidsbok med svar fra en JSON-fil.\n\nEksempel: ehport fill helse-vest.json helse-vest.xlsx",
)
def fill(
    record: Annotated[Path, typer.Argument(metavar="SVAR.json", help="Aktørens svar, med skjemaets feltnavn.")],
    workbook: Annotated[Path, typer.Argument(metavar="ARBEIDSBOK.xlsx", help="Arbeidsboken som skrives.")],
    force: Annotated[bool, typer.Option("--force", help="Skriv over en arbeidsbok som finnes.")] = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Fill a workbook with the answers of a record."""
    from ehport import opening

    kept = opening.fill(record, workbook, root=root_or_none(root), force=force)
    typer.echo(workbook)
    if kept:
        typer.echo(_KEPT[lang].format(path=kept))


@app.command(
    "open-round",
    help="Åpne en runde med register, kapitler og arbeidsbøker.\n\nEksempel: ehport open-round 2021-09 --from 2021-04",
)
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
    from ehport import opening, opening_text

    base = (root or root_or_none(None) or Path.cwd()).resolve()
    source, settled = opening.Source(previous or "", material), Settled(title, cutoff, published, budget_year)
    would_ask = not dry_run and (force or round_id not in round_ids(base))
    if would_ask and sys.stdin.isatty() and sys.stdout.isatty():
        settled = _ask_for(settled, opening.settled_so_far(base, round_id, source), lang)
    ready = opening.prepare(base, round_id, source, settled)
    if dry_run:
        _say(opening_text.planned_text(ready, lang))
    else:
        _say(opening_text.opened_text(opening.write_opening(ready, force=force), lang))


@app.command(
    "status",
    help="Vis hvem som har levert i en runde, hvor komplett, og hva som mangler.\n\nEksempel: ehport status 2021-09",
)
def status(
    round_id: Annotated[str | None, typer.Argument(metavar="[RUNDE]", help="Runden; uten den tas den nyeste.")] = None,
    format: Annotated[Listing, typer.Option("--format", help="text, json eller csv.")] = Listing.TEXT,
    letters: Annotated[
        Path | None,
        typer.Option("--letters", metavar="MAPPE", help="Skriv et brev til hver aktør som mangler noe; ingen sendes."),
    ] = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show who has returned what."""
    from ehport import chasing, chasing_text

    found = chasing.status(find_round(_root(root), round_id))
    width = shutil.get_terminal_size().columns
    shown = {
        Listing.TEXT: lambda: chasing_text.as_text(found, lang, width=width),
        Listing.JSON: lambda: chasing_text.as_json(found),
        Listing.CSV: lambda: chasing_text.as_csv(found),
    }
    _show(shown[format](), fits=format is Listing.TEXT)
    if letters:
        from ehport.letters import told, write_letters

        is_text = format is Listing.TEXT
        line = told(write_letters(found, letters, lang), letters, lang)
        typer.echo(f"\n{line}" if is_text else line, err=not is_text)
    raise typer.Exit(CLEAN if found.is_complete else FOUND_ERRORS)


@app.command(
    "receive",
    help="Ta imot arbeidsbøker fra aktørene; den forrige tas vare på.\n\nEksempel: ehport receive helse-vest.xlsx",
)
def receive(
    files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="Arbeidsbøkene, hva de enn heter.")],
    round_id: Annotated[
        str | None, typer.Option("--round", metavar="RUNDE", help="Runden; uten den tas den nyeste.")
    ] = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Take returned workbooks into a round."""
    from ehport import receiving
    from ehport.diagnostics import text

    receipts = receiving.receive(files, find_round(_root(root), round_id))
    refused = tuple(each for receipt in receipts for each in receipt.refused)
    parts = [receiving.told(receipts, lang), text.report(refused, lang, colour=_colour()) if refused else ""]
    _say("\n\n".join(filter(None, parts)))
    raise typer.Exit(_exit_code(refused))


@app.command("build-report", help="Lag rapporten for en runde.\n\nEksempel: ehport build-report 2021-04 --draft")
def build_report(  # noqa: PLR0913 one parameter per option
    round_id: Annotated[str | None, typer.Argument(metavar="[RUNDE]", help="Runden; uten den tas den nyeste.")] = None,
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
    from ehport import building
    from ehport.progress import Progress

    base = _root(root)
    wanted = Wanted(out, draft, lang, jobs, cache, only, chapter, project, embed_data, tuple(late or ()))
    built = building.build_report(base, find_round(base, round_id), wanted, Progress(lang, sys.stderr))
    _say(building.told(built, lang, timings=timings))
    if opened and built.opened:
        typer.launch(str(built.opened))
    failed = built.failure is not None or (built.errors and not wanted.allows_errors)
    raise typer.Exit(FOUND_ERRORS if failed else CLEAN)


@app.command(
    "compare",
    help="Vis hva som er endret mellom to runder, eller to utgaver av en arbeidsbok.\n\n"
    "Eksempel: ehport compare 2021-04 2021-09",
)
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
    from ehport import comparing, comparing_json, comparing_text
    from ehport.progress import Progress

    found = comparing.compared(before, now, root=root, progress=Progress(lang, sys.stderr), project=project)
    everything, room = everything or project is not None, console.width() or comparing_text.WIDTH
    if format is Format.JSON:
        typer.echo(comparing_json.as_json(found, lang))
    else:
        _say(comparing_text.as_text(found, lang, everything=everything, width=room))


@app.command(
    "questions",
    help="Vis de få spørsmålene dataene reiser om hvert prosjekt.\n\nEksempel: ehport questions 2021-04 --actor ks",
)
def questions(
    round_id: RoundArgument,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="AKTØR", help="Bare spørsmålene til én aktør, for eksempel ks.")
    ] = None,
    format: Annotated[QuestionFormat, typer.Option("--format", help="text eller json.")] = QuestionFormat.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the questions that a round's data raises."""
    from ehport import questions as raised
    from ehport import questions_text

    found = raised.questions(find_round(_root(root), round_id), actor)
    is_json = format is QuestionFormat.JSON
    width = min(shutil.get_terminal_size().columns, 120)
    told = questions_text.as_json(found, lang) if is_json else questions_text.as_text(found, lang, width)
    _show(told, fits=not is_json)


@app.command(
    "facts",
    help="Vis navnene teksten kan bruke, med verdien nå og i forrige runde.\n\nEksempel: ehport facts 2021-04 status",
)
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
    from ehport import usable_names, usable_names_text

    found = usable_names.usable_names(find_round(_root(root), round_id), lang, " ".join(words or ()))
    width = min(shutil.get_terminal_size().columns, 120)
    shown = {
        Listing.TEXT: lambda: usable_names_text.as_text(found, lang, width),
        Listing.JSON: lambda: usable_names_text.as_json(found),
        Listing.CSV: lambda: usable_names_text.as_csv(found),
    }
    _show(shown[format](), fits=format is Listing.TEXT)


@app.command(
    "preview",
    help="Lag prosjektarkene fra én arbeidsbok slik de blir trykt.\n\nEksempel: ehport preview helse-vest.xlsx",
)
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
    from ehport import previewing
    from ehport.progress import Progress

    target = out or Path(f"{workbook.stem}.pdf")
    made = previewing.preview(workbook, target, lang, Progress(lang, sys.stderr))
    _say(previewing.told(made, lang))
    if opened:
        typer.launch(str(made.path))


@app.command(
    "verify",
    help="Sjekk at en ferdig rapport er som da den ble laget, og at runden er den samme.\n\n"
    "Eksempel: ehport verify output/2021-04",
)
def verify(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappen med rapporten.")], lang: LangOption = Lang.NB
) -> None:
    """Verify a finished report."""
    from ehport import verifying

    verified = verifying.verify(folder)
    _say(verifying.told(verified, lang))
    raise typer.Exit(CLEAN if verified.is_sound else FOUND_ERRORS)


@app.command("trace", help="Vis hva et trykt tall er regnet ut av.\n\nEksempel: ehport trace status.yellow.share")
def trace(
    name: Annotated[str, typer.Argument(metavar="TALL", help="Navnet på tallet, for eksempel budget.total.")],
    round_id: Annotated[str | None, typer.Argument(metavar="[RUNDE]", help="Runden; uten den tas den nyeste.")] = None,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Show the cells behind a printed number."""
    from ehport import tracing

    _say(tracing.traced(find_round(_root(root), round_id), name, lang))


@app.command("dictionary", help="Skriv feltbeskrivelsen for skjemaet.\n\nEksempel: ehport dictionary --lang en")
def dictionary(lang: LangOption = Lang.NB) -> None:
    """Print the data dictionary of the form."""
    from ehport.report import dictionary as described

    typer.echo(described.as_markdown(lang))


@app.command(
    "doctor",
    help="Sjekk at alt ehport trenger er på plass, og si hva som mangler.\n\nEksempel: ehport doctor",
)
def doctor(lang: LangOption = Lang.NB) -> None:
    """Tell what is installed, what is missing, and the remedy."""
    from ehport import doctor as examination

    findings = examination.diagnose()
    _say(examination.render(findings, lang, sys.stdout.encoding))
    raise typer.Exit(CLEAN if all(finding.ok for finding in findings) else FOUND_ERRORS)


def main() -> None:
    """Run the command line; what cannot be done as asked is told on stderr, with exit code 2."""
    console.begin_again_in_utf8()
    console.allow_all_letters()
    try:
        app(_with_folder(sys.argv[1:]))
    except UsageError as wrong:
        lang = asked(sys.argv[1:], os.environ.get("EHPORT_LANG", ""))
        _say(f"{'feil' if lang is Lang.NB else 'error'}: {wrong.text[lang]}", err=True)
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


def _root(given: Path | None) -> Path:
    return find_root(given or Path.cwd())


def _say(text: str, *, err: bool = False) -> None:
    """Print a text for people, with lines as long as the terminal has room for."""
    typer.echo(console.fitted(text, console.width()), err=err)


def _show(text: str, *, fits: bool) -> None:
    """Print a text for people, or one for programs, which must stay as it is."""
    _say(text) if fits else typer.echo(text)


def _lines(texts: list[str]) -> list[str]:
    return [line.rstrip("\n") for text in texts for line in (sys.stdin if text == "-" else [text])]


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _exit_code(found: tuple[object, ...]) -> int:
    from ehport.diagnostics.catalogue import severity
    from ehport.diagnostics.diagnostic import Diagnostic, Severity

    worst = any(isinstance(each, Diagnostic) and severity(each) is Severity.ERROR for each in found)
    return FOUND_ERRORS if worst else CLEAN


_TRY_WHAT = Text(
    "Runder hører til en regel som prøves. Skriv for eksempel: ehport rules --try R334 2021-04",
    "Rounds belong to a rule that is tried. Write for example: ehport rules --try R334 2021-04",
)
_KEPT = Text("Den forrige ligger i {path}", "The one before lies in {path}")
_NO_CODE = Text(
    "Det er ingen regel med koden {code}. Se alle med: ehport rules",
    "There is no rule with the code {code}. See all with: ehport rules",
)
