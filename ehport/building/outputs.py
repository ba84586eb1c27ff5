"""The outputs of a report made: data, web page and PDF, from a round that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ehport.analysis.fact import Fact
from ehport.analysis.facts import facts
from ehport.analysis.summary import Summary, summarise
from ehport.building.excerpt import find_excerpt
from ehport.building.options import CASE_PDF, CASE_WORD, DATA, FEEDBACK, WEB, BuildOptions, Output
from ehport.building.pdf import NotPrintedError, attachments, created, document_of, pages_of, print_pdf
from ehport.checking.chapters import read_chapters
from ehport.checking.feedback import write_feedback
from ehport.diagnostics.severity import Severity
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition, Figure
from ehport.figures.svg import cache_drawings
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.pdf.document import Attachment, Document, Part, WrittenPdf
from ehport.pdf.write import Press
from ehport.report.chapters import figure_numbers
from ehport.report.outline import CASE
from ehport.report.parts import HtmlPart, collect_printed_numbers, render_parts, render_projects
from ehport.report.print_markup import prepare_for_print
from ehport.report.report import Report
from ehport.rounds.read import RoundRead
from ehport.system.memo import Memo
from ehport.system.progress import Progress, Stage


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report without its figures, its project pages, and how many diagnostics there are of each severity."""

    report: Report
    projects: tuple[HtmlPart, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Results:
    """What a round that was read comes to: its portfolio in the language of the report, and everything computed."""

    portfolio: Portfolio
    summary: Summary
    facts: Mapping[str, Fact]


def prepare(read: RoundRead, options: BuildOptions, progress: Progress, memo: Memo | None = None) -> Prepared:
    """Return what a round that was read says, as far as it needs no drawing.

    What ``memo`` remembers of the same round is not computed again.
    """
    memo = memo or Memo()
    with progress.stage(Stage.SUMMARISE):
        results = memo.call(compute, read.portfolio, options.lang)
        editorial, told = read_chapters(results.portfolio, results.facts, summary=results.summary, draft=options.draft)
    found = (*read.diagnostics, *told)
    with progress.stage(Stage.PROJECTS):
        projects = memo.call(_render_projects, results, options.lang)
    case = editorial.pop(CASE, None)
    report = _report(results, options.lang)
    report = replace(report, editorial=editorial, case=case, diagnostics=found, draft=options.draft)
    return Prepared(report, projects, {each.value: sum(one.severity is each for one in found) for each in Severity})


def compute(portfolio: Portfolio, lang: Lang) -> Results:
    """Return all results of a portfolio, under the names that its round has in a language."""
    named = replace(portfolio, round=portfolio.round.in_language(lang))
    summary = summarise(named)
    return Results(named, summary, facts(named, summary))


def _report(results: Results, lang: Lang) -> Report:
    return Report(results.portfolio, results.summary, results.facts, {}, {}, lang=lang)


def _render_projects(results: Results, lang: Lang) -> tuple[HtmlPart, ...]:
    return render_projects(_report(results, lang))


def render(
    prepared: Prepared, options: BuildOptions, progress: Progress, memo: Memo | None = None
) -> tuple[Report, tuple[HtmlPart, ...]]:
    """Return the report with its figures, and all its parts; figures that ``memo`` remembers are not drawn again."""
    report, memo = prepared.report, memo or Memo()
    with progress.stage(Stage.DRAW):
        figures = memo.call(_draw_figures, report.summary, report.portfolio.round, options.lang)
    report = replace(report, figures=figures)
    with progress.stage(Stage.RENDER):
        return report, render_parts(report, prepared.projects)


def _draw_figures(summary: Summary, round_: Round, lang: Lang) -> Mapping[str, Figure]:
    edition = Edition.of(round_, lang)
    drawn = {name: draw(summary, edition) for name, draw in FIGURES.items()}
    return {name: figure for name, figure in drawn.items() if figure is not None}


def make(
    made: Path, prepared: Prepared, options: BuildOptions, run: tuple[Progress, Press | None, Path | None]
) -> tuple[WrittenPdf | None, Text | None]:
    """Make what is wanted; the PDF comes last, so that the rest is there when it is not made."""
    if options.only is Output.FEEDBACK:
        _make_feedback(made / FEEDBACK, prepared.report, options, run[0])
        return None, None
    return _make_report(made, prepared, options, run)


def _make_feedback(folder: Path, report: Report, options: BuildOptions, progress: Progress) -> None:
    with progress.stage(Stage.FEEDBACK):
        write_feedback(folder, report.portfolio, report.diagnostics, report.lang, options.letters)


def _make_report(
    made: Path, prepared: Prepared, options: BuildOptions, run: tuple[Progress, Press | None, Path | None]
) -> tuple[WrittenPdf | None, Text | None]:
    """Make the report itself.

    The press begins with the project pages at once, and lays them out while the rest is made.
    """
    progress, press, cache = run
    whole = press if options.wants(Output.PDF) and not options.is_excerpt else None
    pages = pages_of(prepared.projects) if whole else ()
    if whole:
        whole.begin(_first(pages))
    with cache_drawings(cache):
        report, parts = render(prepared, options, progress)
    if whole:
        pages = pages_of(parts, pages)
        whole.begin(pages)
    if options.wants(Output.FEEDBACK):
        _make_feedback(made / FEEDBACK, report, options, progress)
    attached: tuple[Attachment, ...] = ()
    if options.wants(Output.DATA) or options.embed_data:
        with progress.stage(Stage.EXPORT), _folder_of_data(made, options) as folder:
            files = _write_data(folder, report, parts)
            attached = (
                attachments((each for each in files if each.parent == folder), folder) if options.embed_data else ()
            )
    if options.wants(Output.HTML):
        with progress.stage(Stage.WEB):
            (made / WEB).write_text(_web(report, parts), "utf-8", newline="\n")
    if press is None:
        return None, None
    failure = _make_case(made, report, press, progress) if options.wants(Output.CASE) else None
    if failure or not options.wants(Output.PDF):
        return None, failure
    chosen = find_excerpt(parts, options) if options.is_excerpt else parts
    document = document_of(report, pages_of(chosen, pages), attached=attached)
    return _print(press, document, made / options.pdf, progress)


def _first(pages: tuple[Part, ...]) -> list[Part]:
    """Return the longest pages; the others wait for the chapters, which are longer and must not come last."""
    return sorted(pages, key=lambda page: -len(page.html))[: len(pages) * 2 // 3]


def _print(press: Press, document: Document, target: Path, progress: Progress) -> tuple[WrittenPdf | None, Text | None]:
    try:
        with progress.stage(Stage.LAY_OUT) as step:
            return print_pdf(press, document, target, step=step), None
    except NotPrintedError as failed:
        return None, failed.text


def _make_case(made: Path, report: Report, press: Press, progress: Progress) -> Text | None:
    """Write the case paper, for reading and for editing; return why it was not printed, where it was not."""
    from ehport.report.case import case_paper, render_case
    from ehport.report.word import About, word_document

    paper, html, round_ = case_paper(report), render_case(report), report.portfolio.round
    with progress.stage(Stage.CASE):
        about = About(paper.title, round_.publication.publisher, report.lang.value, created(round_))
        (made / CASE_WORD).write_bytes(word_document(html, about))
        document = document_of(report, (Part(key="case", html=prepare_for_print(html)),))
    return _print(press, replace(document, title=paper.title), made / CASE_PDF, progress)[1]


@contextmanager
def _folder_of_data(made: Path, options: BuildOptions) -> Iterator[Path]:
    """Give the folder that the data is written to: one that goes again when only the PDF is to have it."""
    if options.wants(Output.DATA):
        yield made / DATA
        return
    with TemporaryDirectory(prefix="ehport-", dir=made.parent) as apart:
        yield Path(apart)


def _write_data(folder: Path, report: Report, parts: tuple[HtmlPart, ...]) -> tuple[Path, ...]:
    from ehport.export.published import Published
    from ehport.export.write import write_data

    languages = (report.lang, *(each for each in Lang if each is not report.lang))
    published = Published(
        portfolio=report.portfolio,
        summary=report.summary,
        facts=report.facts,
        figures=report.figures,
        printed=collect_printed_numbers(report, parts),
        figure_numbers=figure_numbers(report),
        languages=languages,
        dated=created(report.portfolio.round).date(),
    )
    return write_data(folder, published)


def _web(report: Report, parts: tuple[HtmlPart, ...]) -> str:
    from ehport.report.web import render_web

    return render_web(report, parts)
