"""What the office waits for while it writes: the watched report after one chapter, against Chromium printing the same.

The pages of the longest chapter are set anew as a whole, so it is told beside the others.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ehport.building.options import BuildOptions
from ehport.building.warm import WarmReport
from ehport.rounds.find import SUBMISSIONS, usable
from tests.bench.chromium import BROWSERS, printing
from tests.bench.page import write_page
from tests.bench.row import Remark, Row, Told
from tests.bench.run import ROUND, ROUND_FOLDER, run

WEB, PDF, TO_CHROMIUM = 0.5, 1.0, 0.15
TIMES = 5
_CHAPTERS = {"01-oppsummering.md": "a short chapter", "02-status.md": "the longest chapter"}


def measure() -> Iterator[Told]:
    """Work in a copy of the round, in one process that stays."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROUND_FOLDER, root / SUBMISSIONS / ROUND)
        chromium = _chromium(root)
        with WarmReport(usable(root / SUBMISSIONS / ROUND), BuildOptions(), root) as warm:
            warm.write_pdf(warm.web(), root / "rapport.pdf")
            for file, what in _CHAPTERS.items():
                yield from _told(what, _saved(warm, root, file), chromium)


def _saved(warm: WarmReport, root: Path, file: str) -> list[tuple[float, float]]:
    """Return, for each time a sentence is added to a chapter, the seconds to the web edition and to the PDF."""
    path = root / SUBMISSIONS / ROUND / "editorial" / file
    seconds = []
    for number in range(TIMES + 1):
        with path.open("a", encoding="utf-8") as chapter:
            chapter.write(f"\nDette er lagt til for {number}. gang.\n")
        began = time.perf_counter()
        edition = warm.web()
        web = time.perf_counter() - began
        warm.write_pdf(edition, root / "rapport.pdf")
        seconds.append((web, time.perf_counter() - began))
    return seconds[1:]  # the first one also starts what sets the pages


def _told(what: str, seconds: list[tuple[float, float]], chromium: float | None) -> Iterator[Told]:
    web, pdf = (median(each) for each in zip(*seconds, strict=True))
    shown = f"{web:.2f} s to the web edition, {pdf:.2f} s to the PDF"
    yield Row(
        what=f"{what} saved: the web edition", measured=shown, yardstick="the clock", value=web, target=WEB, unit=" s"
    )
    yield Row(what=f"{what} saved: the PDF", measured=shown, yardstick="the clock", value=pdf, target=PDF, unit=" s")
    if chromium is None:
        yield Remark("Not compared with Chromium, which is not here.")
    else:
        told = f"Chromium printing the same HTML, {chromium:.1f} s"
        yield Row(
            what=f"{what} saved: the PDF", measured=shown, yardstick=told, value=pdf / chromium, target=TO_CHROMIUM
        )


def _chromium(root: Path) -> float | None:
    """Return how long Chromium takes for the whole report, or `None` where there is none."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        return None
    page = root / "page.html"
    write_page(page)
    command = printing(browser, page, root / "chromium.pdf", profile=root / "profile")
    return median(run(*command).seconds for _ in range(3))
