"""A report built: from a round's files to the finished folder, complete or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ehport.analysis.facts import facts
from ehport.analysis.results import Summary
from ehport.analysis.summary import summarise
from ehport.diagnostics.catalogue import severity
from ehport.diagnostics.diagnostic import Diagnostic, Severity
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition, Figure
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.pdf.document import Attachment, Written
from ehport.pipeline import RoundRead, read_chapters, read_round
from ehport.printing import NotPrintedError, attachments, document_of, excerpt, print_pdf
from ehport.progress import Progress, Stage
from ehport.report.parts import RenderedPart, render_parts
from ehport.report.report import Report
from ehport.rounds import OUTPUT, UsageError

PDF, WEB, DATA, EXCERPT = "rapport.pdf", "rapport.html", "data", "utdrag.pdf"
CACHE = ".cache"


class Output(StrEnum):
    """What a build can make."""

    PDF = "pdf"
    HTML = "html"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a report is asked for; ``part`` asks for one chapter or project alone."""

    out: Path | None = None
    draft: bool = False
    lang: Lang = Lang.NB
    jobs: int | None = None
    cached: bool = True
    only: Output | None = None
    part: str | None = None
    embed_data: bool = False

    def wants(self, output: Output) -> bool:
        """Tell whether an output is to be made."""
        if self.part is not None:
            return output is Output.PDF
        return self.only in (None, output)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the files, their size, and everything there is to say about the round."""

    folder: Path
    files: tuple[Path, ...] = ()
    written: Written | None = None
    failure: Text | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: Mapping[Stage, float] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many diagnostics stop a build that is not a draft."""
        return sum(severity(each) is Severity.ERROR for each in self.diagnostics)


def build_report(root: Path, round_: Round, wanted: Wanted, progress: Progress) -> Built:
    """Build a round's report into its folder below ``output/``; errors stop it unless a draft is wanted.

    Raises `UsageError` when the folder cannot be written.
    """
    folder = (wanted.out or root / OUTPUT / round_.id).resolve()
    report, diagnostics = prepare(read_round(round_, progress), wanted, progress)
    stopped = Built(folder, diagnostics=diagnostics, seconds=progress.seconds)
    if stopped.errors and not wanted.draft:
        return stopped
    with progress.stage(Stage.RENDER):
        parts = render_parts(report)
    made = _fresh(folder)
    try:
        cache = root / OUTPUT / CACHE if wanted.cached else None
        written, failure = _make(made, report, parts, wanted, (progress, cache))
        with progress.stage(Stage.WRITE):
            files = _put_in_place(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Built(folder, files, written, failure, diagnostics, progress.seconds)


def prepare(read: RoundRead, wanted: Wanted, progress: Progress) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Return the report of a round that was read, with everything there is to say about it."""
    with progress.stage(Stage.SUMMARISE):
        summary = summarise(read.portfolio)
        known = facts(read.portfolio, summary)
        editorial, told = read_chapters(read.round, known)
    with progress.stage(Stage.DRAW):
        figures = _drawn(summary, Edition.of(read.round, wanted.lang))
    everything = (*read.diagnostics, *told)
    return (
        Report(read.portfolio, summary, known, figures, editorial, everything, lang=wanted.lang, draft=wanted.draft),
        everything,
    )


def _drawn(summary: Summary, edition: Edition) -> Mapping[str, Figure]:
    drawn = {name: draw(summary, edition) for name, draw in FIGURES.items()}
    return {name: figure for name, figure in drawn.items() if figure is not None}


def _make(
    made: Path, report: Report, parts: tuple[RenderedPart, ...], wanted: Wanted, run: tuple[Progress, Path | None]
) -> tuple[Written | None, Text | None]:
    """Make what is wanted; data and web page come first, so that they are there when the PDF cannot be made."""
    progress, cache = run
    attached: tuple[Attachment, ...] = ()
    if wanted.wants(Output.DATA) or wanted.embed_data:
        with progress.stage(Stage.EXPORT):
            files = _write_data(made / DATA, report)
            attached = attachments(files, made / DATA) if wanted.embed_data else ()
    if wanted.wants(Output.HTML):
        with progress.stage(Stage.WEB):
            (made / WEB).write_text(_web(report, parts), "utf-8", newline="\n")
    if not wanted.wants(Output.PDF):
        return None, None
    chosen, name = (excerpt(parts, wanted.part), EXCERPT) if wanted.part else (parts, PDF)
    try:
        with progress.stage(Stage.LAY_OUT) as step:
            document = document_of(report, chosen, attached=attached)
            return print_pdf(document, made / name, jobs=wanted.jobs, cache=cache, step=step), None
    except NotPrintedError as failed:
        return None, failed.text


def _write_data(folder: Path, report: Report) -> tuple[Path, ...]:
    from ehport.export.published import Published
    from ehport.export.write import write_data

    languages = (report.lang, *(each for each in Lang if each is not report.lang))
    published = Published(
        portfolio=report.portfolio,
        summary=report.summary,
        facts=report.facts,
        figures=report.figures,
        languages=languages,
    )
    return write_data(folder, published)


def _web(report: Report, parts: tuple[RenderedPart, ...]) -> str:
    from ehport.report.web import render_web

    return render_web(report, parts)


def _fresh(folder: Path) -> Path:
    """Return an empty temporary folder beside the finished one; what an interrupted build left there is removed."""
    made = folder.parent / f".{folder.name}.tmp"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
    except OSError as bad:
        raise UsageError(_NOT_WRITABLE.format(folder=folder.parent, why=bad.strerror or "")) from bad
    return made


def _put_in_place(made: Path, folder: Path) -> tuple[Path, ...]:
    """Move finished files over the former ones, one by one, so that a reader always finds a whole file."""
    names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).replace(folder / name)
    return tuple(folder / name for name in names)


def told(built: Built, lang: Lang, *, timings: bool = False) -> str:
    """Return the closing lines of a build: what was written, how much, how long, and how many diagnostics."""
    counts = {each: sum(severity(one) is each for one in built.diagnostics) for each in Severity}
    found = _COUNTS.format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], notes=counts[Severity.INFO]
    )[lang]
    if not built.files:
        return _STOPPED.format(errors=built.errors, found=found)[lang]
    seconds = numbers.number(sum(built.seconds.values()), lang, decimals=1)
    lines = list(_stages(built, lang)) if timings else []
    lines += [built.failure[lang]] if built.failure else []
    lines.append(_WRITTEN.format(files=_named(built, lang), seconds=seconds, found=found)[lang])
    return "\n".join(lines)


def _named(built: Built, lang: Lang) -> str:
    """Return the files written, the data package as one, and the report with its pages."""
    tops = dict.fromkeys(path.relative_to(built.folder).parts[0] for path in built.files)
    pages = _PAGES.format(pages=built.written.pages)[lang] if built.written else ""
    return ", ".join(f"{built.folder / top}{pages if top.endswith('.pdf') else ''}" for top in tops)


def _stages(built: Built, lang: Lang) -> list[str]:
    total = sum(built.seconds.values()) or 1
    return [
        f"{stage.value[lang]:<28} {numbers.number(spent, lang, decimals=2):>8} s {round(100 * spent / total):>4} %"
        for stage, spent in built.seconds.items()
    ]


_PAGES = Text(" ({pages} sider)", " ({pages} pages)")
_COUNTS = Text(
    "{errors} feil, {warnings} advarsler, {notes} merknader", "{errors} errors, {warnings} warnings, {notes} notes"
)
_WRITTEN = Text("Skrev {files} på {seconds} s. {found}.", "Wrote {files} in {seconds} s. {found}.")
_STOPPED = Text(
    "Rapporten ble ikke laget, for {errors} feil må rettes eller justeres først. {found}.\n"
    "Se dem med: ehport check RUNDE. Et utkast lages med --draft.",
    "The report was not built, because {errors} errors must be corrected or adjusted first. {found}.\n"
    "See them with: ehport check ROUND. A draft is built with --draft.",
)
_NOT_WRITABLE = Text("Kan ikke skrive i {folder}: {why}", "Cannot write in {folder}: {why}")
