"""A round watched: the report follows what is saved, says what is wrong, and is told apart by nobody from a new one."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions, Output
from ehport.building.warm import WarmReport
from ehport.building.watch import Watching, watch
from ehport.building.watch_server import Board, serving
from ehport.rounds.find import OUTPUT, SUBMISSIONS, usable
from ehport.system.progress import Progress
from tests.later_rounds import FIRST, LATER
from tests.small_round import ACTOR, small_round

DRAFT = BuildOptions(draft=True, jobs=1)
PATIENCE = 300


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("watched")
    small_round(home)
    for workbook in (home / SUBMISSIONS / FIRST).glob("*.xlsx"):
        if workbook.stem not in (ACTOR, "register"):
            workbook.unlink()  # the fewer projects, the sooner each report is made
    return home


@pytest.fixture
def round_folder(written: Path, tmp_path: Path) -> Path:
    shutil.copytree(written, tmp_path, dirs_exist_ok=True)
    return tmp_path / SUBMISSIONS / LATER


def built(folder: Path) -> str:
    """Return the web edition as a build that knows nothing makes it."""
    out = folder.parents[1] / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    options = BuildOptions(out=out, draft=True, only=Output.HTML, cached=False)
    build_report(folder.parents[1], usable(folder), options, Progress())
    return (out / "rapport.html").read_text("utf-8")


def chapter_changed(folder: Path) -> None:
    (folder / "editorial" / "01-oppsummering.md").write_text("# Oppsummering\n\nHelt nytt.\n", "utf-8")


def workbook_gone(folder: Path) -> None:
    (folder / f"{ACTOR}.xlsx").unlink()


def workbook_of_last_round(folder: Path) -> None:
    shutil.copy(folder.parent / FIRST / f"{ACTOR}.xlsx", folder / f"{ACTOR}.xlsx")


def settings_changed(folder: Path) -> None:
    text = (folder / "round.toml").read_text("utf-8")
    title = usable(folder).title
    (folder / "round.toml").write_text(text.replace(title, f"{title} på nytt"), "utf-8")


def earlier_round_changed(folder: Path) -> None:
    (folder.parent / FIRST / f"{ACTOR}.xlsx").unlink()


@pytest.mark.slow
def test_what_is_made_again_is_what_a_new_build_makes(round_folder, tmp_path):
    with WarmReport(usable(round_folder), DRAFT, tmp_path) as warm:
        assert warm.web().html == built(round_folder)
        for changes in (
            (chapter_changed,),
            (workbook_gone, settings_changed),
            (workbook_of_last_round,),
            (earlier_round_changed,),
        ):
            before = warm.stamps()
            for change in changes:
                change(round_folder)

            assert warm.stamps() != before
            assert warm.web().html == built(round_folder), changes


def test_only_what_depends_on_a_chapter_is_made_when_a_chapter_changes(round_folder, tmp_path, monkeypatch):
    with WarmReport(usable(round_folder), DRAFT, tmp_path) as warm:
        warm.web()
        for name in ("read_round", "require_register"):
            monkeypatch.setattr(f"ehport.building.warm.{name}", not_again)
        for name in ("summarise", "facts", "render_projects"):
            monkeypatch.setattr(f"ehport.building.outputs.{name}", not_again)
        chapter_changed(round_folder)

        assert "Helt nytt." in warm.web().html


def not_again(*_what: object, **_more: object) -> None:
    raise AssertionError("made although nothing it depends on has changed")


class Reader:
    """A page that is open: what it can fetch, and the news it is told."""

    def __init__(self, address: str, said: list[str]) -> None:
        self.address = address
        self._place = urlsplit(address).netloc
        self.said = said

    def fetch(self, path: str, **headers: str) -> tuple[int, str]:
        connection = HTTPConnection(self._place, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        found = answer.status, answer.read().decode("utf-8", "replace")
        connection.close()
        return found

    def news(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for news of a sort."""
        connection = HTTPConnection(self._place, timeout=PATIENCE)
        connection.request("GET", "/news")
        answer = connection.getresponse()
        try:
            while line := answer.readline():
                if line.startswith(b"data: ") and is_it(told := json.loads(line[6:])):
                    return dict(told)
        finally:
            connection.close()
        raise AssertionError("the page was told nothing of the sort")


@contextmanager
def watched(folder: Path) -> Iterator[Reader]:
    """Watch a round while the block runs."""
    said: list[str] = []
    addresses: list[str] = []
    ended = threading.Event()
    watching = Watching(DRAFT, 0, said.append, addresses.append)
    thread = threading.Thread(target=watch, args=(usable(folder), watching), kwargs={"ended": ended.is_set})
    thread.start()
    try:
        deadline = time.monotonic() + PATIENCE
        while not addresses and time.monotonic() < deadline and thread.is_alive():
            time.sleep(0.02)
        assert addresses
        yield Reader(addresses[0], said)
    finally:
        ended.set()
        thread.join(PATIENCE)
    assert not thread.is_alive()


def test_the_page_follows_and_goes_on_after_what_is_wrong(round_folder):
    before = sorted(round_folder.parent.rglob("*"))
    settings = (round_folder / "round.toml").read_bytes()
    with watched(round_folder) as reader:
        first = reader.news(lambda told: "pages" in told)
        around, report, pages = (reader.fetch(path) for path in ("/", "/rapport.html", "/rapport.pdf"))

        (round_folder / "editorial" / "01-oppsummering.md").write_text(
            "# Oppsummering\n\n## Om pengene\n\nEt tall: {{ finnes.ikke }}.\n", "utf-8"
        )
        wrong = reader.news(lambda told: told.get("made") == 2 and "pages" in told)

        (round_folder / "round.toml").write_text("id = [", "utf-8")
        failed = reader.news(lambda told: "failure" in told)
        still = reader.fetch("/rapport.html")

        (round_folder / "round.toml").write_bytes(settings)
        mended = reader.news(lambda told: told.get("made") == 3)

    assert [around[0], report[0], pages[0]] == [200] * 3
    assert pages[1].startswith("%PDF-")
    assert first["changed"] == ""
    assert (wrong["changed"], wrong["place"]) == ("01-oppsummering.md", "oppsummering")
    [note] = [each for each in wrong["notes"] if "finnes.ikke" in each["message"]]
    assert (note["place"], note["heading"], note["severity"]) == ("oppsummering", "Om pengene", "error")
    assert "round.toml" in failed["failure"]
    assert "linje 1" in failed["failure"]
    assert still[0] == 200
    assert "failure" not in mended
    assert [line for line in reader.said if "Traceback" in line] == []
    assert before == sorted(round_folder.parent.rglob("*"))
    assert [each.name for each in (round_folder.parents[1] / OUTPUT).iterdir()] == [".cache"]


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "127.0.0.1", 200),
        ("/watch.js", "localhost:80", 200),
        ("/palette.css?1", "127.0.0.1:80", 200),
        ("/", "evil.example", 403),
        ("/news", "evil.example:8421", 403),
        ("/../watch.html", "127.0.0.1", 404),
        ("/rapport.html", "127.0.0.1", 404),
        ("/etc/passwd", "127.0.0.1", 404),
    ],
)
def test_only_the_page_is_served_and_only_to_this_machine(path, host, status):
    with serving(Board("<p>"), 0) as address:
        assert Reader(address, []).fetch(path, Host=host)[0] == status


def test_another_port_is_taken_where_one_is_in_use():
    with serving(Board("a"), 0) as first, serving(Board("b"), urlsplit(first).port or 0) as second:
        assert Reader(first, []).fetch("/")[1] == "a"
        assert Reader(second, []).fetch("/")[1] == "b"
