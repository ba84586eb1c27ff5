"""`sjekk.html` in a browser without a network: it says what the program says, and asks for nothing from outside."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ehport.checking.run import View, check_files, told
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.lang.language import Lang
from tests.browser.conftest import do_without
from tests.source import ROOT

ROUND = ROOT / "submissions" / "2021-04"
WORKBOOKS = sorted(path.name for path in ROUND.glob("*.xlsx") if path.name != "register.xlsx")
STARTS_WITHIN = 60_000
LARGEST = 8_000_000

Check = Callable[[Path], dict[str, Any]]


def ehport(*arguments: str | Path, within: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ehport", *map(str, arguments)]
    return subprocess.run(command, cwd=within, capture_output=True, encoding="utf-8", check=False)


def printed(workbook: Path, lang: str = "nb") -> str:
    """What ``ehport check --format json`` prints."""
    return told(check_files([workbook]), DiagnosticFormat.JSON, View(Lang(lang)))


@pytest.fixture(scope="session")
def sjekk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample round."""
    if not (ROOT / "ehport" / "checker" / "runtime" / "runtime.json").is_file():
        do_without("the check in a browser needs: .venv/bin/python .ci/pyodide/prepare.py")
    target = tmp_path_factory.mktemp("en mappe med æøå") / "sjekk.html"
    wrote = ehport("checker", "2021-04", "--out", target)
    assert wrote.returncode == 0, wrote.stderr
    return target


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


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_page_says_of_each_workbook_what_the_program_says(check: Check, name: str) -> None:
    said = check(ROUND / name)

    assert said["nb"]["json"] == printed(ROUND / name)
    assert said["en"]["json"] == printed(ROUND / name, "en")


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
