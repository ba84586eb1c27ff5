"""A preview: an actor's own project pages as they will be printed, from one workbook and no round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.building.pdf import NotPrintedError, document_of, pages_of, print_pdf
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.wording import message
from ehport.form.register import Organisation, Register, RegisterProject
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.submission import Entry, Submission
from ehport.opening.source import within
from ehport.pdf.document import WrittenPdf
from ehport.pdf.job import Style
from ehport.pdf.write import Press
from ehport.report.parts import HtmlPart, render_projects
from ehport.report.preview import render_preview
from ehport.report.report import Report
from ehport.report.style import stylesheet
from ehport.rounds.find import usable
from ehport.rules import verdict
from ehport.system import assets
from ehport.system.errors import UsageError
from ehport.system.file_cache import replace_file
from ehport.system.progress import Progress, Stage
from ehport.workbook.book import open_book, origin
from ehport.workbook.read import read_submission
from ehport.workbook.unreadable import UnreadableFileError

_PDF, _HTML = ".pdf", ".html"


@dataclass(frozen=True, slots=True)
class Previewed:
    """Where the preview is, how many pages it has on paper, and what was found in the workbook."""

    path: Path
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def preview(workbook: Path, out: Path, lang: Lang, progress: Progress) -> Previewed:
    """Write the project pages of a workbook as PDF, or as a web page when the name ends in ``.html``.

    Nothing is asked of the workbook but that it can be read. Raises `UsageError` when it cannot, when it has no
    projects, or when the preview cannot be written.
    """
    if out.suffix.lower() not in (_PDF, _HTML):
        raise UsageError(_OTHER_ENDING.format(path=out))
    with progress.stage(Stage.READ):
        submission, round_, found = _read(workbook)
    with progress.stage(Stage.PROJECTS):
        report = _report(submission, round_, lang)
        projects = render_projects(report)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        pages = _written(report, projects, out, progress)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=out, why=bad.strerror or bad)) from bad
    except NotPrintedError as failed:
        raise UsageError(failed.text) from failed
    return Previewed(out, pages, found)


def format_outcome(previewed: Previewed, lang: Lang) -> str:
    """Return what was made as text."""
    pages = _PAGES[min(previewed.pages, 2)].format(pages=previewed.pages)[lang]
    return _MADE.format(path=previewed.path, pages=pages)[lang]


def _read(workbook: Path) -> tuple[Submission, Round, tuple[Diagnostic, ...]]:
    around = usable(workbook.parent) if (workbook.parent / FILE).is_file() else None
    submission, told_of = read_submission(workbook, around)
    if submission is None:
        raise UsageError(_NOT_SHOWN.format(path=workbook, why=_in_words(told_of[0])))
    if not submission.projects:
        raise UsageError(_NOT_SHOWN.format(path=workbook, why=_NO_PROJECTS))
    round_ = around or _own_round(workbook, submission)
    return submission, round_, verdict.check_workbook(submission, told_of, around)


def _in_words(first: Diagnostic) -> Text:
    return Text(message(first, Lang.NB), message(first, Lang.EN))


def _own_round(workbook: Path, submission: Submission) -> Round:
    """Return the round that a workbook says it is for, with the budget year it was made with."""
    actor = submission.actor.record
    found = within(submission.round_id, AskedActor(submission.actor_id, actor.name or submission.actor_id))
    try:
        year = origin(open_book(workbook)).budget_year
    except UnreadableFileError:
        year = 0
    return replace(found, budget_year=year or found.budget_year, previous="")


def _report(submission: Submission, round_: Round, lang: Lang) -> Report:
    members = tuple(_members(submission))
    portfolio = Portfolio(round_, Entry(Register(), ""), (submission,), members)
    summary = summarise(portfolio)
    return Report(portfolio, summary, facts(portfolio, summary), {}, {}, lang=lang, alone=True)


def _members(submission: Submission) -> Iterator[Member]:
    """Yield the projects of a workbook as its own portfolio; one without a number goes by its place."""
    taken: set[str] = set()
    for place, entry in enumerate(submission.projects, 1):
        number = entry.record.id or f"{place}–"
        while number in taken:
            number += "–"
        taken.add(number)
        responsible = entry.record.responsible or submission.actor.record.name or ""
        known = RegisterProject(
            id=number, name=entry.record.name or entry.sheet, responsible=responsible, state=ProjectState.ACTIVE
        )
        organisation = Organisation(name=responsible, short_name=responsible, group="")
        yield Member(Entry(known, ""), organisation, entry, submission)


def _written(report: Report, projects: tuple[HtmlPart, ...], out: Path, progress: Progress) -> int:
    actor = report.portfolio.submissions[0].actor.record.name or report.portfolio.submissions[0].actor_id
    title = _TITLE.format(actor=actor)[report.lang]
    if out.suffix.lower() == _HTML:
        replace_file(out, render_preview(report, projects, title).encode())
        return 0
    with progress.stage(Stage.LAY_OUT) as step, Press(Style(stylesheet(), report.lang.value, assets.fonts())) as press:
        document = replace(document_of(report, pages_of(projects)), title=title, stamp=_STAMP[report.lang])
        written: WrittenPdf = print_pdf(press, document, out, step=step)
    return written.pages


_TITLE = Text("Prosjektark fra {actor}", "Project pages from {actor}")
_STAMP = Text("FORHÅNDSVISNING", "PREVIEW")
_PAGES = (Text("", ""), Text(" (1 side)", " (1 page)"), Text(" ({pages} sider)", " ({pages} pages)"))
_MADE = Text("Skrev {path}{pages}.", "Wrote {path}{pages}.")
_NO_PROJECTS = Text("den har ingen utfylte prosjektark", "it has no project sheets that are filled in")
_NOT_SHOWN = Text("{path} kan ikke vises: {why}", "{path} cannot be shown: {why}")
_NOT_WRITTEN = Text("{path} kan ikke skrives: {why}", "{path} cannot be written: {why}")
_OTHER_ENDING = Text(
    "{path} må slutte på .pdf eller .html, for eksempel prosjektark.pdf",
    "{path} must end in .pdf or .html, for example projects.pdf",
)
