"""A report as a document to be printed: its parts, its running texts, and what travels with it."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from ehport.lang import dates
from ehport.lang.language import Text
from ehport.model.round import Round
from ehport.pdf.document import Attachment, Document, Part, WrittenPdf
from ehport.pdf.libraries import MissingLibraryError
from ehport.pdf.write import Press
from ehport.report.marking import unmark_numbers
from ehport.report.parts import HtmlPart
from ehport.report.print_markup import prepare_for_print
from ehport.report.report import Report
from ehport.report.style import stylesheet
from ehport.system.doctor import how_to_get_pango
from ehport.system.machine import this_machine

Step = Callable[[int, int], None]


class NotPrintedError(Exception):
    """The pages could not be laid out; the text says why, and the remedy."""

    def __init__(self, text: Text) -> None:
        """Keep what is told."""
        super().__init__(text.en)
        self.text = text


def document_of(report: Report, pages: tuple[Part, ...], *, attached: Sequence[Attachment] = ()) -> Document:
    """Return the document that a report's pages make, dated as its round says."""
    round_, language = report.portfolio.round, report.lang
    month = dates.month(round_.month, language)
    return Document(
        title=f"{round_.title} – {month}",
        lang=language.value,
        stylesheet=stylesheet(),
        parts=pages,
        author=round_.publication.publisher,
        description=round_.publication.description,
        keywords=round_.publication.keywords,
        created=created(round_),
        head=f"{round_.title}, {month}",
        foot=_DATA_PER.format(day=dates.day(round_.cutoff, language))[language],
        page_text=_PAGE[language],
        stamp=_DRAFT[language] if report.draft else "",
        attachments=tuple(attached),
    )


def pages_of(parts: Iterable[HtmlPart], known: Iterable[Part] = ()) -> tuple[Part, ...]:
    """Return parts of a report as parts to be laid out, those that are known already as they are."""
    ready = {each.key: each for each in known}
    return tuple(ready.get(each.key) or _page(each) for each in parts)


def _page(part: HtmlPart) -> Part:
    html = prepare_for_print(unmark_numbers(part.html))
    return Part(key=part.key, html=html, running=part.running, bare=part.bare, contents=part.contents)


def created(round_: Round) -> datetime:
    """Return the time that the files carry: ``SOURCE_DATE_EPOCH``, else the round's cut-off day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.combine(round_.cutoff, time(), UTC)


def attachments(files: Iterable[Path], folder: Path) -> tuple[Attachment, ...]:
    """Return the files of the data package as attachments of a PDF."""
    return tuple(
        Attachment(
            name=path.relative_to(folder).as_posix(),
            data=path.read_bytes(),
            media_type=mimetypes.guess_type(path.name)[0] or "text/plain",
            description=path.relative_to(folder).as_posix(),
        )
        for path in files
    )


def print_pdf(press: Press, document: Document, target: Path, *, step: Step) -> WrittenPdf:
    """Lay a document out and write it.

    Raises `NotPrintedError` when what lays pages out is missing or fails.
    """
    try:
        return press.write(document, target, progress=step)
    except MissingLibraryError as missing:
        remedy = how_to_get_pango(this_machine())
        raise NotPrintedError(_NO_PANGO.format(why=missing, remedy=remedy)) from missing
    except Exception as bad:  # whatever three libraries raise, what is already made must be kept
        told = _LIBRARY_MISSING if isinstance(bad, (OSError, ImportError)) else _NOT_PRINTED
        raise NotPrintedError(told.format(why=str(bad), kind=type(bad).__name__)) from bad


_DATA_PER = Text("Data per {day}", "Data as of {day}")
_PAGE = Text("side {n} av {total}", "page {n} of {total}")
_DRAFT = Text("UTKAST", "DRAFT")
_NO_PANGO = Text(
    "PDF-en ble ikke laget, for Pango, som setter sidene, lot seg ikke laste ({why}). Slik får du det på plass: "
    "{remedy}. «ehport doctor» prøver igjen.",
    "The PDF was not made, because Pango, which lays the pages out, could not be loaded ({why}). This puts it in "
    "place: {remedy}. «ehport doctor» tries again.",
)
_LIBRARY_MISSING = Text(
    "PDF-en ble ikke laget: {why}. «ehport doctor» sier hva som mangler.",
    "The PDF was not made: {why}. «ehport doctor» tells what is missing.",
)
_NOT_PRINTED = Text(
    "PDF-en ble ikke laget, for en side lot seg ikke sette: {why} ({kind}). Prøv uten sider fra før: --no-cache.",
    "The PDF was not made, because a page could not be set: {why} ({kind}). Try without pages from before: --no-cache.",
)
