"""A report built: from a round's files to the finished folder, complete or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from ehport.analysis.facts import facts
from ehport.analysis.results import Summary
from ehport.analysis.summary import summarise
from ehport.diagnostics.catalogue import severity
from ehport.diagnostics.diagnostic import Diagnostic, Severity
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition, Figure
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.pdf.document import Document, Part, Written
from ehport.pipeline import RoundRead, read_chapters, read_round
from ehport.progress import Progress, Stage
from ehport.report.parts import render_parts, stylesheet
from ehport.report.report import Report
from ehport.rounds import OUTPUT, UsageError

Step = Callable[[int, int], None]

PDF = "rapport.pdf"
CACHE = ".cache"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a report is asked for."""

    out: Path | None = None
    draft: bool = False
    lang: Lang = Lang.NB
    jobs: int | None = None
    cached: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the files, their size, and everything there is to say about the round."""

    folder: Path
    files: tuple[Path, ...] = ()
    written: Written | None = None
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
    read = read_round(round_, progress)
    report, told = _prepared(read, wanted, progress)
    diagnostics = (*read.diagnostics, *told)
    stopped = Built(folder, diagnostics=diagnostics, seconds=progress.seconds)
    if stopped.errors and not wanted.draft:
        return stopped
    with progress.stage(Stage.RENDER):
        document = _document(report, wanted)
    cache = root / OUTPUT / CACHE if wanted.cached else None
    made = _fresh(folder)
    try:
        with progress.stage(Stage.LAY_OUT) as step:
            written = _write_pdf(document, made / PDF, wanted, cache, step)
        with progress.stage(Stage.WRITE):
            files = _put_in_place(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Built(folder, files, written, diagnostics, progress.seconds)


def _prepared(read: RoundRead, wanted: Wanted, progress: Progress) -> tuple[Report, tuple[Diagnostic, ...]]:
    with progress.stage(Stage.SUMMARISE):
        summary = summarise(read.portfolio)
        known = facts(read.portfolio)
        editorial, told = read_chapters(read.round, known)
    with progress.stage(Stage.DRAW):
        figures = _drawn(summary, Edition.of(read.round, wanted.lang))
    everything = (*read.diagnostics, *told)
    report = Report(
        read.portfolio, summary, known, figures, editorial, everything, lang=wanted.lang, draft=wanted.draft
    )
    return report, told


def _drawn(summary: Summary, edition: Edition) -> Mapping[str, Figure]:
    drawn = {name: draw(summary, edition) for name, draw in FIGURES.items()}
    return {name: figure for name, figure in drawn.items() if figure is not None}


def _document(report: Report, wanted: Wanted) -> Document:
    round_, lang = report.portfolio.round, wanted.lang
    month = dates.month(round_.month, lang)
    parts = tuple(
        Part(key=each.key, html=each.html, running=each.running, bare=each.bare, contents=each.contents)
        for each in render_parts(report)
    )
    return Document(
        title=f"{round_.title} – {month}",
        lang=lang.value,
        stylesheet=stylesheet(),
        parts=parts,
        author=round_.publication.publisher,
        description=round_.publication.description,
        keywords=round_.publication.keywords,
        created=created(round_),
        head=f"{round_.title}, {month}",
        foot=_DATA_PER.format(day=dates.day(round_.cutoff, lang))[lang],
        page_text=_PAGE[lang],
        stamp=_DRAFT[lang] if wanted.draft else "",
    )


def created(round_: Round) -> datetime:
    """Return the time that the files carry: ``SOURCE_DATE_EPOCH``, else the round's cut-off day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.combine(round_.cutoff, time(), UTC)


def _write_pdf(document: Document, target: Path, wanted: Wanted, cache: Path | None, step: Step) -> Written:
    from ehport.pdf.write import write_pdf

    return write_pdf(document, target, jobs=wanted.jobs, cache=cache, progress=step)


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
    if built.written is None:
        return _STOPPED.format(errors=built.errors, found=found)[lang]
    seconds = numbers.number(sum(built.seconds.values()), lang, decimals=1)
    files = ", ".join(str(path) for path in built.files)
    line = _WRITTEN.format(files=files, pages=built.written.pages, seconds=seconds, found=found)[lang]
    return "\n".join([*_stages(built, lang), line]) if timings else line


def _stages(built: Built, lang: Lang) -> list[str]:
    total = sum(built.seconds.values()) or 1
    return [
        f"{stage.value[lang]:<28} {numbers.number(spent, lang, decimals=2):>8} s {round(100 * spent / total):>4} %"
        for stage, spent in built.seconds.items()
    ]


_DATA_PER = Text("Data per {day}", "Data as of {day}")
_PAGE = Text("side {n} av {total}", "page {n} of {total}")
_DRAFT = Text("UTKAST", "DRAFT")
_COUNTS = Text(
    "{errors} feil, {warnings} advarsler, {notes} merknader", "{errors} errors, {warnings} warnings, {notes} notes"
)
_WRITTEN = Text(
    "Skrev {files}: {pages} sider på {seconds} s. {found}.", "Wrote {files}: {pages} pages in {seconds} s. {found}."
)
_STOPPED = Text(
    "Rapporten ble ikke laget, for {errors} feil må rettes eller justeres først. {found}.\n"
    "Se dem med: ehport check RUNDE. Et utkast lages med --draft.",
    "The report was not built, because {errors} errors must be corrected or adjusted first. {found}.\n"
    "See them with: ehport check ROUND. A draft is built with --draft.",
)
_NOT_WRITABLE = Text("Kan ikke skrive i {folder}: {why}", "Cannot write in {folder}: {why}")
