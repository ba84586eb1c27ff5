"""All parts of a document laid out, those from an earlier build reused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from html import unescape
from typing import TYPE_CHECKING

from ehport.pdf.cache import Cache, digest_of, key_of
from ehport.pdf.document import Document, Part
from ehport.pdf.job import Job, Style
from ehport.pdf.joining import page_numbers
from ehport.pdf.layout import RenderedPart
from ehport.pdf.stamps import running_text
from ehport.pdf.typeface import united

if TYPE_CHECKING:
    from ehport.pdf.workers import Workshop

_ATTEMPTS = 4  # the contents move the pages they list; as a rule they fit the second time
_SLOT = re.compile(r'data-page-of="([^"]*)"')


class Parts:
    """Lays out the parts of one document."""

    def __init__(self, style: Style, *, jobs: int | None, cache: Cache | None) -> None:
        """Take the most processes to use, and the parts from earlier builds."""
        self.rendered: set[int] = set()  # the parts that were not reused
        self._style = style
        self._jobs = jobs
        self._cache = cache
        self._fonts = digest_of(path.read_bytes() for path in sorted(style.fonts.glob("*.ttf")))
        self._workshop: Workshop | None = None

    def key(self, *texts: str) -> str:
        """Return the cache's key for what is made from some texts in this style."""
        return key_of([self._style.stylesheet, self._style.lang, self._fonts, *texts])

    def lay_out(self, parts: Sequence[Part], progress: Callable[[int, int], None]) -> list[RenderedPart]:
        """Return the parts laid out, those with contents until their numbers are right."""
        jobs = {index: Job(part.html) for index, part in enumerate(parts)}
        found: dict[int, RenderedPart] = {}

        def ready(index: int, part: RenderedPart) -> None:
            found[index] = part
            progress(len(found), len(parts))

        self._render(jobs, ready)
        for _ in range(_ATTEMPTS):
            numbers = page_numbers([found[index] for index in range(len(parts))])
            numbered = {index: _numbered(job, numbers) for index, job in jobs.items() if parts[index].contents}
            changed = {index: job for index, job in numbered.items() if job != jobs[index]}
            if not changed:
                break
            jobs |= changed
            self._render(changed, found.__setitem__)
        return [found[index] for index in range(len(parts))]

    def sheet(self, document: Document, parts: Sequence[RenderedPart]) -> RenderedPart:
        """Return the page that embeds the fonts of the parts and of the running text."""
        fonts = united(item for part in parts for item in part.layout.fonts.items())
        text = running_text(document)
        key = self.key("sheet", repr(fonts), "".join(sorted(set(text))))
        sheet = self._cache.find(key) if self._cache else None
        if sheet is None:
            sheet = self._open_workshop().renderer.sheet(fonts, text)
            if self._cache:
                self._cache.keep(key, sheet)
        return sheet

    def _render(self, jobs: Mapping[int, Job], ready: Callable[[int, RenderedPart], None]) -> None:
        """Hand over the jobs laid out, one by one, from the cache where they are there."""
        keys = {index: self.key(job.html, repr(sorted(job.numbers.items()))) for index, job in jobs.items()}
        missing = []
        for index in jobs:
            known = self._cache.find(keys[index]) if self._cache else None
            if known is None:
                missing.append(index)
            else:
                ready(index, known)
        if not missing:
            return
        self.rendered.update(missing)
        with closing(self._open_workshop().render([jobs[index] for index in missing])) as results:
            for position, part in results:
                index = missing[position]
                if self._cache:
                    self._cache.keep(keys[index], part)
                ready(index, part)

    def _open_workshop(self) -> Workshop:
        if self._workshop is None:
            # Loads WeasyPrint, which a document found in the cache can do without.
            from ehport.pdf.workers import Workshop

            self._workshop = Workshop(self._style, self._jobs)
        return self._workshop


def _numbered(job: Job, numbers: Mapping[str, int]) -> Job:
    """Return the job with the page numbers its slots ask for."""
    wanted = {unescape(name) for name in _SLOT.findall(job.html)}
    return Job(job.html, {name: numbers[name] for name in sorted(wanted & numbers.keys())})
