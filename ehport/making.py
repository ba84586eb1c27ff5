"""The outputs of a report made: data, web page and PDF, from a round that was read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ehport.analysis.facts import facts
from ehport.analysis.results import Summary
from ehport.analysis.summary import summarise
from ehport.diagnostics.catalogue import severity
from ehport.diagnostics.diagnostic import Severity
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition, Figure
from ehport.lang.language import Lang, Text
from ehport.pdf.document import Attachment, Written
from ehport.pipeline import RoundRead, read_chapters
from ehport.printing import NotPrintedError, attachments, document_of, excerpt, print_pdf
from ehport.progress import Progress, Stage
from ehport.report.parts import RenderedPart, render_parts
from ehport.report.report import Report
from ehport.wanted import Output, Wanted

PDF, WEB, DATA, EXCERPT = "rapport.pdf", "rapport.html", "data", "utdrag.pdf"


def prepare(read: RoundRead, wanted: Wanted, progress: Progress) -> tuple[Report, Mapping[str, int]]:
    """Return the report of a round that was read, and how many diagnostics there are of each severity."""
    with progress.stage(Stage.SUMMARISE):
        summary = summarise(read.portfolio)
        known = facts(read.portfolio, summary)
        editorial, told = read_chapters(read.round, known)
    with progress.stage(Stage.DRAW):
        figures = _drawn(summary, Edition.of(read.round, wanted.lang))
    found = (*read.diagnostics, *told)
    report = Report(read.portfolio, summary, known, figures, editorial, found, lang=wanted.lang, draft=wanted.draft)
    return report, {each.value: sum(severity(one) is each for one in found) for each in Severity}


def _drawn(summary: Summary, edition: Edition) -> Mapping[str, Figure]:
    drawn = {name: draw(summary, edition) for name, draw in FIGURES.items()}
    return {name: figure for name, figure in drawn.items() if figure is not None}


def make(
    made: Path, report: Report, wanted: Wanted, run: tuple[Progress, Path | None]
) -> tuple[Written | None, Text | None]:
    """Make what is wanted; data and web page come first, so that they are there when the PDF cannot be made."""
    progress, cache = run
    with progress.stage(Stage.RENDER):
        parts = render_parts(report)
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
    chosen, name = (excerpt(parts, wanted), EXCERPT) if wanted.is_excerpt else (parts, PDF)
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
