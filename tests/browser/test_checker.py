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


def test_errors_come_first_by_project_and_then_by_place(check: Check, page: Any) -> None:
    check(ROUND / "helsedirektoratet.xlsx")

    sections = page.locator("#found > section").evaluate_all("all => all.map((each) => each.className)")
    places = page.locator("#all-warning ul").evaluate_all(_PLACES)
    projects = page.locator("#all-warning h4").all_inner_texts()

    assert sections == ["error", "warning", "info"]
    assert len(places) == len(projects) == len(set(projects)) > 5
    assert all(rows == sorted(rows) for rows in places)


_PLACES = """all => all.map((list) => [...list.querySelectorAll(".where b")]
    .map((each) => Number(each.textContent.match(/\\d+$/)?.[0] ?? 0)))"""


def test_what_is_not_of_interest_is_hidden_and_comes_back(check: Check, page: Any) -> None:
    check(ROUND / "helse-vest.xlsx")
    warnings = page.get_by_role("checkbox", name=re.compile("advarsler"))

    warnings.uncheck()
    assert not page.locator("#all-warning").is_visible()
    assert page.locator("#all-error").is_visible()
    warnings.check()
    assert page.locator("#all-warning").is_visible()


def test_the_page_speaks_both_languages(check: Check, page: Any) -> None:
    said = json.loads(check(ROUND / "helse-vest.xlsx")["en"]["json"])

    page.get_by_role("button", name="English").click()
    shown = page.locator("#all-error li").first.inner_text()
    lang = page.evaluate("document.documentElement.lang")
    page.get_by_role("button", name="Norsk").click()

    error = next(each for each in said["diagnostics"] if each["severity"] == "error")
    assert lang == "en"
    assert error["message"] in shown
    assert page.title() == "Sjekk arbeidsboken"


def test_a_file_that_was_saved_is_checked_again_with_one_click(page: Any) -> None:
    """The handle of a file is what browsers give who have them; it leads to the file as it now is."""
    texts = [(ROUND / f"{name}.xlsx").read_bytes() for name in ("helse-nord", "helse-vest")]
    page.evaluate(_HANDLE, [base64.b64encode(each).decode() for each in texts])
    page.locator("#file").click()
    page.locator("#summary", has_text="lagret.xlsx").wait_for()
    before = page.evaluate("said.nb.counts")

    page.get_by_role("button", name="Sjekk samme fil på nytt").click()
    page.wait_for_function("(before) => said.nb.counts.warning !== before.warning", arg=before)

    expected = json.loads(render(check_files([ROUND / "helse-vest.xlsx"]), DiagnosticFormat.JSON, View(Lang.NB)))
    assert page.evaluate("said.nb.counts") == expected["counts"]
    page.evaluate("delete window.showOpenFilePicker")


_HANDLE = """(texts) => {
    const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    const files = texts.map((each) => new File([bytes(each)], "lagret.xlsx"));
    let asked = 0;
    window.showOpenFilePicker = async () => [{ getFile: async () => files[asked++ < 2 ? 0 : 1] }];
}"""


def test_without_a_handle_the_page_asks_for_the_file_once_more(check: Check, page: Any, tmp_path: Path) -> None:
    path = tmp_path / "mitt-ark.xlsx"
    path.write_bytes((ROUND / "helse-nord.xlsx").read_bytes())
    check(path)

    path.write_bytes((ROUND / "helse-vest.xlsx").read_bytes())
    page.get_by_role("button", name="Sjekk samme fil på nytt").click()

    page.get_by_role("status").filter(has_text="mitt-ark.xlsx er endret siden sist").wait_for()
    assert page.evaluate("document.activeElement.id") == "file"


@pytest.mark.parametrize("old", [{"java_script_enabled": False}, {}], ids=["no scripts", "no decompression"])
def test_a_browser_that_is_too_old_gets_a_sentence(browser: Any, sjekk: Path, old: dict[str, Any]) -> None:
    context = browser.new_context(offline=True, **old)
    opened = context.new_page()
    opened.add_init_script("delete window.DecompressionStream")

    opened.goto(sjekk.as_uri())

    assert opened.get_by_role("alert").inner_text().startswith("Denne nettleseren er for gammel")
    assert not opened.locator("#app").is_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 375, 683, 1280])
def test_nothing_is_cut_off_or_hard_to_reach(check: Check, page: Any, axe: str, width: int) -> None:
    check(ROUND / "helse-vest.xlsx")
    page.set_viewport_size({"width": width, "height": 900})
    violations = []
    for looks in (
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "light", "forced_colors": "active"},
    ):
        page.emulate_media(**looks)
        violations += page.evaluate("async (source) => { (0, eval)(source); return (await axe.run()).violations }", axe)
    page.emulate_media(color_scheme="light", forced_colors="none")

    assert [each["id"] for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_can_be_done_with_the_keyboard_alone(check: Check, page: Any) -> None:
    check(ROUND / "helse-vest.xlsx")
    assert page.evaluate("document.activeElement.id") == "summary"

    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.type || 'why'"))

    assert reached == ["again", "mark", "print", "checkbox", "checkbox", "checkbox", "why"]
    page.keyboard.press("Enter")
    assert page.locator("#all-error details").first.get_attribute("open") is not None


def test_on_paper_the_page_is_what_was_found(check: Check, page: Any) -> None:
    check(ROUND / "helse-vest.xlsx")

    page.emulate_media(media="print")
    visible = {name: page.locator(name).is_visible() for name in ("#drop", ".actions", "#filter", "#summary", "#found")}
    page.emulate_media(media="screen")

    assert visible == {"#drop": False, ".actions": False, "#filter": False, "#summary": True, "#found": True}
