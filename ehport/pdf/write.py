"""A document → one PDF file: known parts are reused, the others laid out in parallel, then all are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ehport.model import settings
from ehport.pdf.cache import Cache, key_of, replace_file
from ehport.pdf.document import Document, Part, Written
from ehport.pdf.job import Job, Style
from ehport.pdf.joining import Joiner, fonts_of, page_numbers
from ehport.pdf.layout import Layout, RenderedPart
from ehport.pdf.stamps import running_text

if TYPE_CHECKING:
    from ehport.pdf.workers import Workshop

Progress = Callable[[int, int], None]
_ATTEMPTS = 4  # the contents move the pages they list; as a rule they fit the second time


def write_pdf(
    document: Document,
    target: Path,
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Written:
    """Write the document to a file, completely or not at all, and return what was done.

    ``progress`` is told how many parts out of how many are laid out.
    """
    return _Writer(document, jobs, Cache(cache) if cache else None, progress).write(target)


class _Writer:
    """The writing of one document."""

    def __init__(self, document: Document, jobs: int | None, cache: Cache | None, progress: Progress | None) -> None:
        self._document = document
        self._jobs = jobs
        self._cache = cache
        self._progress = progress
        self._style = Style(document.stylesheet, document.lang, settings.fonts())
        self._fonts = _digest(path.read_bytes() for path in sorted(self._style.fonts.glob("*.ttf")))
        self._workshop: Workshop | None = None
        self._rendered: set[int] = set()

    def write(self, target: Path) -> Written:
        """Write the document to a file."""
        key = self._key("document", *_texts(self._document))
        whole = self._cache.find(key) if self._cache else None
        if whole is None:
            whole = self._make()
            self._keep(key, whole)
            if self._cache:
                self._cache.trim()
        replace_file(target, whole.pdf)
        rendered = len(self._rendered)
        return Written(whole.layout.pages, rendered, len(self._document.parts) - rendered, whole.layout.warnings)

    def _make(self) -> RenderedPart:
        parts = self._parts()
        sheet = self._sheet(parts)
        joiner = Joiner(self._document, sheet)
        pdf = joiner.join(parts)
        found = (
            *sheet.layout.warnings,
            *_warnings(self._document.parts, parts),
            *joiner.warnings,
        )
        warnings = dict.fromkeys(found)
        pages = sum(part.layout.pages for part in parts)
        return RenderedPart(pdf, Layout(pages, {}, (), (), {}, tuple(warnings)))

    def _parts(self) -> list[RenderedPart]:
        """Return all parts laid out, those with contents until their numbers are right."""
        listing = [index for index, part in enumerate(self._document.parts) if part.contents]
        jobs = [Job(part.html) for part in self._document.parts]
        parts = self._render(dict(enumerate(jobs)))
        for _ in range(_ATTEMPTS):
            numbers = page_numbers([parts[index] for index in range(len(jobs))])
            wanted = {index: Job(jobs[index].html, numbers) for index in listing}
            if not wanted or jobs[listing[0]].numbers == numbers:
                break
            for index, job in wanted.items():
                jobs[index] = job
            parts |= self._render(wanted)
        return [parts[index] for index in range(len(jobs))]

    def _render(self, jobs: dict[int, Job]) -> dict[int, RenderedPart]:
        """Return the jobs laid out, from the cache where they are there."""
        keys = {index: self._key(job.html, repr(sorted(job.numbers.items()))) for index, job in jobs.items()}
        found = {index: part for index in jobs if self._cache and (part := self._cache.find(keys[index]))}
        missing = [index for index in jobs if index not in found]
        done = len(found)

        def count() -> None:
            nonlocal done
            done += 1
            if self._progress:
                self._progress(done, len(jobs))

        if missing:
            self._rendered.update(missing)
            made = self._open_workshop().render([jobs[index] for index in missing], count)
            for index, part in zip(missing, made, strict=True):
                found[index] = part
                self._keep(keys[index], part)
        return found

    def _sheet(self, parts: Sequence[RenderedPart]) -> RenderedPart:
        """Return the page that embeds the fonts."""
        fonts, text = fonts_of(parts), running_text(self._document)
        key = self._key("sheet", repr(fonts), "".join(sorted(set(text))))
        sheet = self._cache.find(key) if self._cache else None
        if sheet is None:
            sheet = self._open_workshop().renderer.sheet(fonts, text)
            self._keep(key, sheet)
        return sheet

    def _open_workshop(self) -> Workshop:
        if self._workshop is None:
            # Loads WeasyPrint, which a document found in the cache can do without.
            from ehport.pdf.workers import Workshop

            self._workshop = Workshop(self._style, self._jobs)
        return self._workshop

    def _keep(self, key: str, part: RenderedPart) -> None:
        if self._cache:
            self._cache.keep(key, part)

    def _key(self, *texts: str) -> str:
        return key_of([self._style.stylesheet, self._style.lang, self._fonts, *texts])


def _texts(document: Document) -> list[str]:
    """Return what a document consists of, large attachments by their digest."""
    attached = [f"{replace(file, data=b'')} {_digest([file.data])}" for file in document.attachments]
    return [repr(replace(document, attachments=())), *attached]


def _digest(contents: Iterable[bytes]) -> str:
    digest = sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()


def _warnings(sources: Sequence[Part], parts: Sequence[RenderedPart]) -> Iterator[str]:
    level = 0
    for source, part in zip(sources, parts, strict=True):
        yield from (f"{source.key}: {warning}" for warning in part.layout.warnings)
        for heading in part.layout.headings:
            if heading > level + 1:
                yield f"{source.key}: a heading of level {heading} follows one of level {level}"
            level = heading
