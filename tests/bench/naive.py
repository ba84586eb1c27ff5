"""A build from nothing against WeasyPrint given the same HTML in one piece."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.page import write_page
from tests.bench.row import Remark, Told, compared
from tests.bench.run import ehport, in_turns, python, run
from tests.bench.stages import FROM_NOTHING, PDF, pages_of

TARGET = 0.4
PAIRS = 2
_PRINT = """
import sys
from pathlib import Path
from weasyprint import HTML
HTML(string=Path(sys.argv[1]).read_text("utf-8")).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def measure() -> Iterator[Told]:
    """Compare whole processes; ehport's also reads the workbooks and draws the charts."""
    with tempfile.TemporaryDirectory() as folder:
        out, page, printed = Path(folder), Path(folder) / "page.html", Path(folder) / "naive.pdf"
        write_page(page)
        pairs = in_turns(
            PAIRS,
            lambda: run(*ehport(*FROM_NOTHING, "--out", out)),
            lambda: run(*python("-c", _PRINT, page, printed)),
        )
        yield compared("the PDF from nothing", 'HTML(…).write_pdf(pdf_variant="pdf/ua-1")', pairs, target=TARGET)
        yield Remark(f"{pages_of(out / PDF)} pages, {pages_of(printed)} in one piece.")
