"""A document → one PDF file: known parts are reused, the others laid out in parallel, then all are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ehport.model import settings
from ehport.pdf.cache import Cache, digest_of, replace_file
from ehport.pdf.document import Document, Part, Written
from ehport.pdf.job import Style
from ehport.pdf.joining import Joiner
from ehport.pdf.layout import Layout, RenderedPart
from ehport.pdf.parts import Parts


def write_pdf(
    document: Document,
    target: Path,
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Write the document to a file, completely or not at all, and return what was done.

    ``progress`` is told how many parts of how many are ready.
    """
    kept = Cache(cache) if cache else None
    style = Style(document.stylesheet, document.lang, settings.fonts())
    parts = Parts(style, jobs=jobs, cache=kept)
    key = parts.key("document", *_texts(document))
    whole = kept.find(key) if kept else None
    if whole is None:
        whole = _make(document, parts, progress=progress or (lambda _done, _total: None))
        if kept:
            kept.keep(key, whole)
            kept.trim()
    replace_file(target, whole.pdf)
    return Written(
        pages=whole.layout.pages,
        rendered=len(parts.rendered),
        reused=len(document.parts) - len(parts.rendered),
        warnings=whole.layout.warnings,
    )


def _make(document: Document, parts: Parts, *, progress: Callable[[int, int], None]) -> RenderedPart:
    """Return the joined document."""
    rendered = parts.lay_out(document.parts, progress)
    sheet = parts.sheet(document, rendered)
    joiner = Joiner(document, sheet)
    pdf = joiner.join(rendered)
    warnings = [*sheet.layout.warnings, *_warnings(document.parts, rendered), *joiner.warnings]
    pages = sum(part.layout.pages for part in rendered)
    return RenderedPart(pdf, Layout(pages, {}, (), (), {}, tuple(dict.fromkeys(warnings))))


def _texts(document: Document) -> list[str]:
    """Return what a document consists of, attached files by their digest."""
    attached = [repr((replace(file, data=b""), digest_of([file.data]))) for file in document.attachments]
    return [repr(replace(document, attachments=())), *attached]


def _warnings(sources: Sequence[Part], parts: Sequence[RenderedPart]) -> Iterator[str]:
    level = 0
    for source, part in zip(sources, parts, strict=True):
        yield from (f"{source.key}: {warning}" for warning in part.layout.warnings)
        for heading in part.layout.headings:
            if heading > level + 1:
                yield f"{source.key}: a heading of level {heading} follows one of level {level}"
            level = heading
