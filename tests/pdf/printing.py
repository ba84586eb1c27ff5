"""A document printed in one call."""

from __future__ import annotations

from pathlib import Path

from ehport.pdf.document import Document, WrittenPdf
from ehport.pdf.job import Style
from ehport.pdf.write import Press, Step
from ehport.system import assets


def write_pdf(
    document: Document,
    target: Path,
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    progress: Step | None = None,
) -> WrittenPdf:
    """Write the document to a file, completely or not at all, and return what was done.

    ``progress`` is told how many parts of how many are ready.
    """
    style = Style(document.stylesheet, document.lang, assets.fonts())
    with Press(style, jobs=jobs, cache=cache) as press:
        return press.write(document, target, progress=progress)
