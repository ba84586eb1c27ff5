"""`sjekk.html` in browsers without a network: it says what the program says, and asks for nothing from outside."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ehport.checking.annotated_copies import marked_copy
from ehport.checking.run import View, check_files, render
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.lang.language import Lang
from ehport.model.round import FILE
from ehport.workbook.unreadable import UnreadableFileError
from tests import september
from tests.browser import firefox
from tests.browser.conftest import do_without
from tests.browser.odd_workbooks import odd_workbooks
from tests.later_rounds import later_round
from tests.source import ROOT
from tests.workbook.books import write
from tests.workbook.hard_book import hard_book

ROUND = ROOT / "submissions" / "2021-04"
STARTS_WITHIN = 60_000
LARGEST = 8_000_000
NO_RUNTIME = "the check in a browser needs: .venv/bin/python .ci/pyodide/prepare.py"

Check = Callable[[Path], dict[str, Any]]
Mark = Callable[[], tuple[str, bytes]]


def ehport(*arguments: str | Path, within: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ehport", *map(str, arguments)]
    return subprocess.run(command, cwd=within, capture_output=True, encoding="utf-8", check=False)


def workbooks_of(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.xls*")) if path.name != "register.xlsx"]


def said_otherwise(check: Check, workbooks: Iterable[Path]) -> list[str]:
    """The workbooks of which a page says anything but what ``ehport check --format json`` prints."""
    return [
        path.name
        for path in workbooks
        for said, found in [(check(path), check_files([path]))]
        if any(said[lang.value]["json"] != render(found, DiagnosticFormat.JSON, View(lang)) for lang in Lang)
    ]


def marked_otherwise(check: Check, mark: Mark, workbooks: Iterable[Path]) -> list[str]:
    """The workbooks of which a page makes another copy than ``ehport check --annotate``."""
    odd = []
    for path in workbooks:
        can_mark = check(path)["nb"]["can_mark"]
        try:
            copy = marked_copy(path, check_files([path]).found, Lang.NB)
        except UnreadableFileError:
            copy = ("", b"")
        if (mark() if can_mark else ("", b"")) != copy:
            odd.append(path.name)
    return odd


def page_of(round_id: str, target: Path, *more: str | Path) -> Path:
    if not (ROOT / "ehport" / "checker" / "runtime" / "runtime.json").is_file():
        do_without(NO_RUNTIME)
    wrote = ehport("checker", round_id, "--out", target, *more)
    assert wrote.returncode == 0, wrote.stderr
    return target


@pytest.fixture(scope="session")
def sjekk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample round."""
    return page_of("2021-04", tmp_path_factory.mktemp("en mappe med æøå") / "sjekk.html")


@pytest.fixture(scope="module")
def odd_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Workbooks of every kind, in a folder of the sample round."""
    folder = tmp_path_factory.mktemp("odd") / "2021-04"
    folder.mkdir()
    shutil.copy(ROUND / FILE, folder)
    sound = write(folder.parent / "helse-vest.xlsx").read_bytes()
    return [*odd_workbooks(folder, sound)]


@pytest.fixture(scope="module")
def page(browser: Any, sjekk: Path) -> Iterator[Any]:
    """The page, opened once and ready; whatever it complains of or asks for fails the tests."""
    said: list[str] = []
    context = browser.new_context(offline=True, locale="nb-NO", accept_downloads=True)
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda asked: None if _is_own(asked.url, sjekk) else said.append(asked.url))
    opened.goto(sjekk.as_uri())
    opened.locator("#starting").wait_for(state="hidden", timeout=STARTS_WITHIN)
    yield opened
    context.close()
    assert said == []


def _is_own(url: str, sjekk: Path) -> bool:
    return url == sjekk.as_uri() or url.startswith("blob:null/")  # the worker, made of what is in the page


@pytest.fixture
def check(page: Any) -> Check:
    """Choose a workbook and return what is said of it, in both languages."""

    def checked(workbook: Path) -> dict[str, Any]:
        page.evaluate("globalThis.said = null")
        page.set_input_files("#file", workbook)
        page.get_by_role("status").filter(has_text=re.compile(r"^(Sjekket|Checked)")).wait_for()
        return page.evaluate("globalThis.said")

    return checked


@pytest.fixture
def mark(page: Any) -> Mark:
    """Download the marked copy of the workbook that was checked last, and return its name and its bytes."""

    def marked() -> tuple[str, bytes]:
        with page.expect_download() as begun:
            page.click("#mark")
        return begun.value.suggested_filename, begun.value.path().read_bytes()

    return marked


def test_the_page_says_what_the_program_says(check: Check, odd_files: list[Path]) -> None:
    assert said_otherwise(check, [*workbooks_of(ROUND), *odd_files]) == []


def test_the_page_marks_a_copy_as_the_program_does(check: Check, mark: Mark, odd_files: list[Path]) -> None:
    workbooks = [*workbooks_of(ROUND)[-2:], *odd_files[:3], *odd_files[-5:]]
    before = [path.read_bytes() for path in workbooks]

    assert marked_otherwise(check, mark, workbooks) == []
    assert [path.read_bytes() for path in workbooks] == before


@pytest.mark.slow
def test_firefox_says_and_marks_what_the_program_does(tmp_path: Path) -> None:
    program = next(filter(None, map(shutil.which, firefox.NAMES)), None)
    if program is None:
        do_without("the browser tests need firefox: apt-get install firefox-esr")
    round_ = later_round(tmp_path, september.all_edits)
    sjekk = page_of(round_.id, tmp_path / "sjekk.html", "--root", tmp_path)
    hard = hard_book(round_.folder / "helse-vest.xlsm")
    (tmp_path / "firefox").mkdir()

    with firefox.firefox(program, tmp_path / "firefox") as tab:
        tab.open(sjekk.as_uri())
        tab.wait_for('document.getElementById("starting").hidden')

        def check(workbook: Path) -> dict[str, Any]:
            tab.run("globalThis.said = null")
            tab.choose("#file", workbook)
            tab.wait_for("globalThis.said")
            return dict(tab.run("globalThis.said"))

        def mark() -> tuple[str, bytes]:
            name, data = tab.run(_MARKED)
            return name, base64.b64decode(data)

        assert said_otherwise(check, workbooks_of(round_.folder)) == []
        assert marked_otherwise(check, mark, [hard, round_.folder / "helse-nord.xlsx"]) == []
        assert (tab.said, [url for url in tab.asked_for if not _is_inside(url, sjekk)]) == ([], [])


_MARKED = """new Promise((done) => {
    HTMLAnchorElement.prototype.click = async function () {
        const bytes = new Uint8Array(await (await new Response(globalThis.made)).arrayBuffer());
        done([this.download, btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""))]);
    };
    URL.createObjectURL = (made) => { globalThis.made = made; return "blob:null/marked"; };
    document.getElementById("mark").click();
})"""


def _is_inside(url: str, sjekk: Path) -> bool:
    return _is_own(url, sjekk) or url.startswith("data:")


def test_the_page_is_small_enough_to_be_sent(sjekk: Path) -> None:
    assert sjekk.stat().st_size < LARGEST


def test_each_message_has_its_cell_its_remedy_and_its_reason(check: Check, page: Any) -> None:
    said = json.loads(check(ROUND / "helse-vest.xlsx")["nb"]["json"])
    errors = [each for each in said["diagnostics"] if each["severity"] == "error"]

    shown = page.locator("#all-error li")

    assert shown.count() == len(errors) > 0
    for each, text in zip(errors, shown.all_inner_texts(), strict=True):
        assert [part for part in (f"Celle {each['cell']}", each["message"], each["help"]) if part not in text] == []
    shown.first.locator("summary").click()
    assert "Hvorfor: " in shown.first.locator("pre").inner_text()
