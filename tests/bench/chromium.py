"""Builds from nothing, after small changes and after none, against headless Chromium printing the same HTML."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

from ehport.rounds.find import OUTPUT, SUBMISSIONS
from tests.bench.page import write_page
from tests.bench.row import Remark, Row, Told, compared
from tests.bench.run import ROOT, ROUND, ROUND_FOLDER, Run, ehport, in_turns, run
from tests.bench.stages import FROM_NOTHING, PDF, pages_of

COLD, CHANGED, SECONDS_UNCHANGED = 1.5, 0.4, 1.0
PAIRS = 3
UNCHANGED = "uendret"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_RECORD = ROOT / "tests" / "rounds" / ROUND / "submissions" / "helse-vest.json"
_CHAPTER = "05-veikart.md"


def measure() -> Iterator[Told]:
    """Work in a copy of the round, so that it can be changed."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        yield Remark("Skipped: there is no Chromium here to compare with.")
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _compared(_Office(Path(folder)), browser)


def _compared(office: _Office, browser: str) -> Iterator[Told]:
    page, printed = office.root / "page.html", office.root / "chromium.pdf"
    write_page(page)
    office.build()

    def chromium() -> Run:
        return run(*printing(browser, page, printed, profile=office.root / "profile"))

    def against(what: str, build: Callable[[], Run], target: float) -> Row:
        return compared(what, "Chromium", in_turns(PAIRS, build, chromium), target=target)

    yield against("the PDF from nothing", office.build_from_nothing, COLD)
    yield against("the PDF after one answer was changed", office.build_after_an_answer, CHANGED)
    yield against("the PDF after one chapter was changed", office.build_after_a_sentence, CHANGED)
    yield Remark(f"{pages_of(office.pdf)} pages, {pages_of(printed)} by Chromium.")
    yield from _unchanged(office)


def _unchanged(office: _Office) -> Iterator[Told]:
    office.build(everything=True)
    builds = [office.build(everything=True) for _ in range(PAIRS)]
    yield Row(
        what="everything again when nothing was changed",
        measured=f"{median(each.cpu for each in builds):.2f} s of processor",
        yardstick="the clock",
        value=median(each.seconds for each in builds),
        target=SECONDS_UNCHANGED,
        unit=" s",
    )
    silent = sum(UNCHANGED not in each.printed.lower() for each in builds)
    yield Row(
        what=f"builds with nothing changed that do not say «{UNCHANGED}»",
        measured=str(silent),
        yardstick=f"{PAIRS} builds",
        value=silent,
        target=0,
    )


@dataclass(frozen=True, slots=True)
class _Office:
    """A round that is worked on: built, changed a little, built again."""

    root: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        shutil.copytree(ROUND_FOLDER, self._folder)

    @property
    def _folder(self) -> Path:
        return self.root / SUBMISSIONS / ROUND

    @property
    def pdf(self) -> Path:
        """The PDF that was built last."""
        return self.root / OUTPUT / ROUND / PDF

    def build(self, *, everything: bool = False) -> Run:
        """Build the PDF, or everything, with what earlier builds left in the cache."""
        only = () if everything else ("--only", "pdf")
        return run(*ehport("build-report", ROUND, "--root", self.root, *only))

    def build_from_nothing(self) -> Run:
        """Build the PDF as if for the first time."""
        return run(*ehport(*FROM_NOTHING, "--root", self.root))

    def build_after_an_answer(self) -> Run:
        """Change a project's purpose in one workbook, and build."""
        answers = json.loads(_RECORD.read_text("utf-8"))
        answers["projects"][0]["purpose"] += f" Endret for {next(self._numbers)}. gang."
        record, workbook = self.root / _RECORD.name, self._folder / f"{_RECORD.stem}.xlsx"
        record.write_text(json.dumps(answers), "utf-8")
        run(*ehport("fill", record, workbook, "--force", "--root", self.root))
        return self.build()

    def build_after_a_sentence(self) -> Run:
        """Add a sentence to one chapter, and build."""
        with (self._folder / "editorial" / _CHAPTER).open("a", encoding="utf-8") as chapter:
            chapter.write(f"\nDette er lagt til for {next(self._numbers)}. gang.\n")
        return self.build()


def printing(browser: str, page: Path, target: Path, *, profile: Path) -> tuple[str | Path, ...]:
    """Return the command that lets a browser print a page."""
    return (
        browser,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        f"--user-data-dir={profile}",
        f"--print-to-pdf={target}",
        page.as_uri(),
    )
