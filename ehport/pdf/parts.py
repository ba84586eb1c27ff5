"""All parts of a document laid out, those from an earlier build reused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, as_completed
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from types import TracebackType

from ehport.pdf.cache import Cache, part_key
from ehport.pdf.document import Document, Part
from ehport.pdf.job import Job, Style
from ehport.pdf.layout import LaidOutPart, page_numbers
from ehport.pdf.stamps import running_text
from ehport.pdf.typeface import merge_fonts
from ehport.pdf.workers import Workshop
from ehport.system.file_cache import digest_of

_ATTEMPTS = 4  # the contents move the pages they list; as a rule they fit the second time
_SLOT = re.compile(r'data-page-of="([^"]*)"')


class Parts:
    """Lays out the parts of one document; leaving it ends all work that was begun."""

    def __init__(self, style: Style, *, jobs: int | None, cache: Cache | None, scratch: Path | None = None) -> None:
        """Take the most processes to use, the parts from earlier builds, and where to put temporary files."""
        self.rendered: set[int] = set()  # the parts that were not reused
        self._style = style
        self._jobs = jobs
        self._cache = cache
        self._scratch = scratch
        self._fonts = digest_of(path.read_bytes() for path in sorted(style.fonts.glob("*.ttf")))
        self._found: dict[str, LaidOutPart] = {}
        self._begun: dict[str, Future[LaidOutPart]] = {}
        self._workshop: Workshop | None = None
        self._open = ExitStack()

    def __enter__(self) -> Parts:
        """Return the parts."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all work."""
        self._open.__exit__(kind, error, trace)

    def key(self, *texts: str) -> str:
        """Return the cache's key for what is made from some texts in this style."""
        return part_key([self._style.stylesheet, self._style.lang, repr(self._style.plain), self._fonts, *texts])

    def warm_up(self) -> None:
        """Get a process ready for the first part, while the parts are still being written."""
        self._workers().warm_up()

    def begin(self, parts: Iterable[Part]) -> None:
        """Begin to lay out parts, the longest first, so that no process is left alone with one at the end."""
        for part in sorted(parts, key=lambda part: -len(part.html)):
            self._begin(Job(part.html))

    def lay_out(self, parts: Sequence[Part], progress: Callable[[int, int], None]) -> list[LaidOutPart]:
        """Return the parts laid out, those with contents still without numbers."""
        self.begin(parts)
        jobs = [Job(part.html) for part in parts]
        return self._laid_out(dict(enumerate(jobs)), progress)

    def numbered(self, parts: Sequence[Part], laid_out: Sequence[LaidOutPart]) -> list[LaidOutPart]:
        """Return the parts with their numbers in the contents."""
        found = list(laid_out)
        jobs = {index: Job(part.html) for index, part in enumerate(parts) if part.contents}
        for _ in range(_ATTEMPTS):
            numbers = page_numbers(found)
            changed = {index: new for index, job in jobs.items() if (new := _numbered(job, numbers)) != job}
            if not changed:
                break
            jobs |= changed
            for job in changed.values():
                self._begin(job)
            for index, part in zip(changed, self._laid_out(changed, lambda _done, _of: None), strict=True):
                found[index] = part
        return found

    def begin_sheet(self, document: Document, parts: Sequence[LaidOutPart]) -> str:
        """Begin with the page that embeds the fonts of the parts and of the running text; return its key."""
        fonts = merge_fonts(item for part in parts for item in part.layout.fonts.items())
        text = "".join(sorted(set(running_text(document))))
        key = self.key("sheet", repr(fonts), text)
        if not self._is_begun(key):
            self._begun[key] = self._workers().sheet(fonts, text)
        return key

    def sheet(self, document: Document, parts: Sequence[LaidOutPart]) -> LaidOutPart:
        """Return that page."""
        return self._take(self.begin_sheet(document, parts))

    def _key(self, job: Job) -> str:
        return self.key(job.html, repr(sorted(job.numbers.items())))

    def _begin(self, job: Job) -> None:
        key = self._key(job)
        if not self._is_begun(key):
            self._begun[key] = self._workers().render(job)

    def _is_begun(self, key: str) -> bool:
        """Tell whether something is at work or found, in this build or an earlier one."""
        if key in self._begun or key in self._found:
            return True
        known = self._cache.find(key) if self._cache else None
        if known is not None:
            self._found[key] = known
        return known is not None

    def _take(self, key: str) -> LaidOutPart:
        """Return what was begun when it is ready."""
        if key not in self._found:
            self._found[key] = self._begun[key].result()
            if self._cache:
                self._cache.keep(key, self._found[key])
        return self._found[key]

    def _laid_out(self, jobs: Mapping[int, Job], progress: Callable[[int, int], None]) -> list[LaidOutPart]:
        keys = {index: self._key(job) for index, job in jobs.items()}
        self.rendered.update(index for index, key in keys.items() if key in self._begun)
        waiting = {self._begun[key]: key for key in keys.values() if key in self._begun}
        done = len(jobs) - len(waiting)
        for number in range(1, done + 1):
            progress(number, len(jobs))
        for number, future in enumerate(as_completed(waiting), start=done + 1):
            self._take(waiting[future])
            progress(number, len(jobs))
        return [self._take(key) for key in keys.values()]

    def _workers(self) -> Workshop:
        if self._workshop is None:
            self._workshop = self._open.enter_context(Workshop(self._style, self._jobs, self._scratch))
        return self._workshop


def _numbered(job: Job, numbers: Mapping[str, int]) -> Job:
    """Return the job with the page numbers its slots ask for."""
    wanted = {unescape(name) for name in _SLOT.findall(job.html)}
    return Job(job.html, {name: numbers[name] for name in sorted(wanted & numbers.keys())})
