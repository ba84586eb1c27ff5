"""A report built again and again in one process: only what depends on a change is made anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from ehport.building.build import press_for
from ehport.building.options import BuildOptions
from ehport.building.outputs import prepare, render
from ehport.building.pdf import NotPrintedError, document_of, pages_of, print_pdf
from ehport.figures.svg import cache_drawings
from ehport.model.round import Round, files_of
from ehport.pdf.document import Part
from ehport.report.parts import HtmlPart
from ehport.report.report import Report
from ehport.report.web import render_web
from ehport.rounds.find import usable
from ehport.rounds.history import earlier_rounds
from ehport.rounds.late_named import declare_late
from ehport.rounds.read import RoundRead, read_round, require_register
from ehport.rounds.reading_cache import cache_of, rounds_cache
from ehport.system.memo import Memo
from ehport.system.progress import Progress

Stamps = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class WebEdition:
    """The web edition of a round as its files are now, and the report that it is a page of."""

    html: str
    report: Report
    parts: tuple[HtmlPart, ...]


class WarmReport:
    """Makes the report of one round as often as it is asked to; leaving it ends the processes that lay pages out."""

    def __init__(self, round_: Round, options: BuildOptions, scratch: Path) -> None:
        """Take the round, what is wanted of the report, and a folder for temporary files."""
        if options.late:
            round_ = declare_late(round_, options.late, rounds_cache(round_.folder))
        self._folder = folder = round_.folder
        self._folders = _folders(round_)
        self._scratch = scratch
        self._options = options
        self._memo = Memo()
        self._pages: dict[str, tuple[HtmlPart, Part]] = {}
        self._press = press_for(options, cache_of(folder), scratch)

    def __enter__(self) -> WarmReport:
        """Return the report, with the processes that lay out its pages about to start."""
        self._press.begin(Part(key=f"warm-{each}", html=f"<p>{each}</p>") for each in range(os.cpu_count() or 1))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all work."""
        self._press.__exit__(kind, error, trace)

    def stamps(self) -> Stamps:
        """Return what changes whenever a file of the round, or of a round before it, does."""
        return _stamps(self._folders)

    def web(self) -> WebEdition:
        """Return the web edition as the round's files are now, and begin with the pages that are new.

        Raises `UsageError` when the round cannot be read.
        """
        round_, progress = usable(self._folder), Progress()
        self._folders = _folders(round_)
        answers = [each for each in self.stamps() if not Path(each[0]).is_relative_to(round_.editorial)]
        read = self._memo.call(self._read, repr(answers))
        prepared = prepare(read, self._options, progress, self._memo)
        with cache_drawings(cache_of(self._folder)):
            report, parts = render(prepared, self._options, progress, self._memo)
        self._press.begin(self._laid_out(parts))
        return WebEdition(render_web(report, parts), report, parts)

    def write_pdf(self, edition: WebEdition, target: Path) -> int:
        """Write the PDF of a web edition and return how many pages it has.

        Raises `NotPrintedError` when what lays pages out is missing or fails.
        """
        document = document_of(edition.report, self._laid_out(edition.parts))
        try:
            return print_pdf(self._press, document, target, step=lambda _done, _of: None).pages
        except NotPrintedError:  # its processes may be gone
            self._press.__exit__(None, None, None)
            self._press = press_for(self._options, cache_of(self._folder), self._scratch)
            raise

    def _read(self, _stamps: str) -> RoundRead:
        round_ = usable(self._folder)
        require_register(round_)
        return read_round(round_, cache=rounds_cache(self._folder)).needing_register()

    def _laid_out(self, parts: Iterable[HtmlPart]) -> tuple[Part, ...]:
        """Return the parts as pages to be laid out; one that is as it was is not prepared again."""
        made = {}
        for part in parts:
            before = self._pages.get(part.key)
            made[part.key] = before if before and before[0] == part else (part, pages_of([part])[0])
        self._pages = made
        return tuple(page for _part, page in made.values())


def _folders(round_: Round) -> list[Path]:
    """Return the folder of a round and those of the rounds before it."""
    return [round_.folder, *(each.folder for each in earlier_rounds(round_)[0])]


def _stamps(folders: Iterable[Path]) -> Stamps:
    """Return path, size and time of change of every file; one that goes meanwhile is as good as gone."""
    found = []
    for path in (path for folder in folders for path in files_of(folder)):
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((path.as_posix(), stat.st_size, stat.st_mtime_ns))
    return tuple(found)
