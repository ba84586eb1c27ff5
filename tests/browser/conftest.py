"""The web edition of the sample round in a real browser; where there is none, the tests say so and are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.sample_report import SampleReport
from tests.source import ROOT

ROUND = "2021-04"
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = "axe-core/axe.min.js"
EVERYTHING = "EHPORT_TEST_EVERYTHING"

Open = Callable[..., Any]


def do_without(what: str) -> NoReturn:
    """Skip a test that needs what the machine lacks; where every test is to run, fail it."""
    if os.environ.get(EVERYTHING):
        pytest.fail(f"{EVERYTHING} is set, and {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def site_in(built_report: SampleReport, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return the address of the web edition of the sample round; that in English is built when it is asked for."""

    @cache
    def built(lang: str) -> str:
        if lang == "nb":
            return (built_report.folder / "rapport.html").as_uri()
        folder = tmp_path_factory.mktemp(f"web-{lang}")
        command = [sys.executable, "-m", "ehport", "build-report", ROUND, "--only", "html", "--lang", lang]
        subprocess.run([*command, "--out", str(folder)], cwd=ROOT, check=True, capture_output=True)
        return (folder / "rapport.html").as_uri()

    return built


@pytest.fixture(scope="session")
def site(site_in: Callable[[str], str]) -> str:
    """The address of the web edition of the sample round."""
    return site_in("nb")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The machine's own browser."""
    try:
        driver = import_module("playwright.sync_api")
    except ImportError:
        do_without("the browser tests need: pip install playwright")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        do_without("the browser tests need chromium: apt-get install chromium")
    with driver.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, site_in: Callable[[str], str]) -> Iterator[Open]:
    """Open the report at a place in it, in a window of a width; what the page complains of fails the test."""
    opened: list[Any] = []
    said: list[str] = []

    def open_(place: str = "", *, width: int = 1280, lang: str = "nb", **settings: Any) -> Any:
        site = site_in(lang)
        page = browser.new_page(viewport={"width": width, "height": 900}, **settings)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((site, "data:")) else said.append(asked.url))
        page.goto(f"{site}{place}")
        opened.append(page)
        return page

    yield open_
    for page in opened:
        page.close()
    assert said == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from ``$AXE`` or the ``node_modules`` of the project."""
    places = [Path(os.environ.get("AXE", "")), ROOT / "node_modules" / AXE]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        do_without("the accessibility tests need axe-core: npm install --prefix . axe-core, or its file in AXE")
    return found.read_text("utf-8")
