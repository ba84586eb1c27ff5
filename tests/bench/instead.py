"""A build from nothing against what somebody would take instead: plain WeasyPrint, Chromium, Typst."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from tests.bench import typst_page
from tests.bench.chromium import BROWSERS, printing
from tests.bench.page import write_page
from tests.bench.row import Remark, Told, compared
from tests.bench.run import Run, ehport, in_turns, python, run
from tests.bench.stages import FROM_NOTHING, PDF, pages_of

TARGET = 0.4
PAIRS = 2
_EHPORT, _WEASYPRINT, _CHROMIUM, _TYPST = "ehport", "WeasyPrint", "Chromium", "Typst"
_WITH_WEASYPRINT = """
import sys
from pathlib import Path
from weasyprint import HTML
HTML(string=Path(sys.argv[1]).read_text("utf-8")).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
_WITH_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def measure() -> Iterator[Told]:
    """Compare whole processes; ehport's also reads the workbooks, computes and draws the charts."""
    with tempfile.TemporaryDirectory() as folder:
        ways = _ways(Path(folder))
        runs = in_turns(PAIRS, *(build for _, build in ways.values()))
        yield compared(
            "the PDF from nothing",
            'HTML(…).write_pdf(pdf_variant="pdf/ua-1")',
            [each[:2] for each in runs],
            target=TARGET,
        )
        pages = [pages_of(pdf) for pdf, _ in ways.values()]
    yield Remark(f"{'':12}{'seconds':>10}{'processor':>12}{'of ehport':>12}{'pages':>8}")
    own = median(each[0].seconds for each in runs)
    for name, count, builds in zip(ways, pages, zip(*runs, strict=True), strict=True):
        seconds, cpu = median(each.seconds for each in builds), median(each.cpu for each in builds)
        yield Remark(f"{name:12}{seconds:10.2f}{cpu:12.2f}{seconds / own:12.2f}{count:8}")
    missing = sorted({_CHROMIUM, _TYPST} - set(ways))
    yield Remark(
        f"Not here to compare with: {', '.join(missing)}." if missing else "Typst sets no design and no tags of ours."
    )


def _ways(out: Path) -> Mapping[str, tuple[Path, Callable[[], Run]]]:
    """Return what makes a PDF of the report, by name: where it lands, and one run; ehport and WeasyPrint first."""
    page, source = out / "page.html", out / "page.typ"
    write_page(page)
    pdf = {name: out / f"{name}.pdf" for name in (_WEASYPRINT, _CHROMIUM, _TYPST)}
    ways = {
        _EHPORT: (out / PDF, lambda: run(*ehport(*FROM_NOTHING, "--out", out))),
        _WEASYPRINT: (pdf[_WEASYPRINT], lambda: run(*python("-c", _WITH_WEASYPRINT, page, pdf[_WEASYPRINT]))),
    }
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser:
        command = printing(browser, page, pdf[_CHROMIUM], profile=out / "profile")
        ways[_CHROMIUM] = (pdf[_CHROMIUM], lambda: run(*command))
    if find_spec("typst"):
        source.write_text(typst_page.written(page.read_text("utf-8"), out), "utf-8")
        ways[_TYPST] = (pdf[_TYPST], lambda: run(*python("-c", _WITH_TYPST, source, pdf[_TYPST])))
    return ways
