"""A document → one PDF file: known parts are reused, the others laid out in parallel, then all are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from ehport.pdf.cache import Cache
from ehport.pdf.document import Document, Part, WrittenPdf
from ehport.pdf.job import Style
from ehport.pdf.layout import LaidOutPart, Layout
from ehport.pdf.parts import Parts
from ehport.system.file_cache import FileCache, digest_of, replace_file

Step = Callable[[int, int], None]


class Press:
    """Makes one document, and begins with its parts before the last of them are written."""

    def __init__(
        self, style: Style, *, jobs: int | None = None, cache: Path | None = None, scratch: Path | None = None
    ) -> None:
        """Take what all parts have in common, the most processes to use, and the folders to keep and to work in."""
        self._kept = Cache(FileCache(cache)) if cache else None
        self._style = style
        self._parts = Parts(self._style, jobs=jobs, cache=self._kept, scratch=scratch)

    def __enter__(self) -> Press:
        """Return the press."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all work."""
        self._parts.__exit__(kind, error, trace)

    def warm_up(self) -> None:
        """Get ready, for parts will come."""
        self._parts.warm_up()

    def begin(self, parts: Iterable[Part]) -> None:
        """Begin with some parts of the document to come."""
        self._parts.begin(parts)

    def write(self, document: Document, target: Path, *, progress: Step | None = None) -> WrittenPdf:
        """Write the document, which is in the style and the language of the press."""
        if (document.stylesheet, document.lang) != (self._style.stylesheet, self._style.lang):
            raise ValueError("the document is not in the style of the press")
        key = self._parts.key("document", *_texts(document))
        whole = self._kept.find(key) if self._kept else None
        if whole is None:
            whole = self._make(document, progress or (lambda _done, _total: None))
            if self._kept:
                self._kept.keep(key, whole)
                self._kept.trim()
        replace_file(target, whole.pdf)
        return WrittenPdf(
            pages=whole.layout.pages,
            rendered=len(self._parts.rendered),
            reused=len(document.parts) - len(self._parts.rendered),
            warnings=whole.layout.warnings,
        )

    def _make(self, document: Document, progress: Step) -> LaidOutPart:
        """Return the joined document."""
        parts = self._parts
        parts.begin(document.parts)
        # Loads pikepdf while the parts are laid out; a document found in the cache can do without.
        from ehport.pdf.joining import Joiner

        laid_out = parts.lay_out(document.parts, progress)
        parts.begin_sheet(document, laid_out)
        rendered = parts.numbered(document.parts, laid_out)
        sheet = parts.sheet(document, rendered)
        joiner = Joiner(document, sheet)
        pdf = joiner.join(rendered)
        warnings = [*sheet.layout.warnings, *_warnings(document.parts, rendered), *joiner.warnings]
        pages = sum(part.layout.pages for part in rendered)
        return LaidOutPart(pdf, Layout(pages, {}, (), (), {}, tuple(dict.fromkeys(warnings))))


def _texts(document: Document) -> list[str]:
    """Return what a document consists of, attached files by their digest."""
    attached = [repr((replace(file, data=b""), digest_of([file.data]))) for file in document.attachments]
    return [repr(replace(document, attachments=())), *attached]


def _warnings(sources: Sequence[Part], parts: Sequence[LaidOutPart]) -> Iterator[str]:
    level = 0
    for source, part in zip(sources, parts, strict=True):
        yield from (f"{source.key}: {warning}" for warning in part.layout.warnings)
        for heading in part.layout.headings:
            if heading > level + 1:
                yield f"{source.key}: a heading of level {heading} follows one of level {level}"
            level = heading
