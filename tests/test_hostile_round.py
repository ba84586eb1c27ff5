"""A round's folder full of hostile and broken files: every command says what they are, and none of them breaks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ehport.lang.folding import slug
from tests.source import ROOT
from tests.workbook.books import write
from tests.workbook.hostile_files import FILES, hostile

pytestmark = pytest.mark.slow

ROUND = ROOT / "submissions" / "2021-04"
ACTOR = "helse-nord.xlsx"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a round of one sound workbook and every hostile file, and the same files in ``mail``."""
    home = tmp_path_factory.mktemp("runde")
    folder, mail = home / "submissions" / "2021-04", home / "mail"
    folder.mkdir(parents=True)
    mail.mkdir()
    for name in ("round.toml", "register.xlsx", ACTOR):
        shutil.copy(ROUND / name, folder / name)
    shutil.copytree(ROUND / "editorial", folder / "editorial")
    original = write(home / "helse-vest.xlsx").read_bytes()
    for name in FILES:
        hostile(folder / f"{slug(name)}.xlsx", name, original)
        hostile(mail / f"{slug(name)}.xlsx", name, original)
    (folder / "helse-vest.xlsx").symlink_to(home / "helse-vest.xlsx")
    return home


def ehport(*arguments: object, within: Path) -> subprocess.CompletedProcess[str]:
    """Run a command; one that waits for something is ended."""
    return subprocess.run(
        [sys.executable, "-m", "ehport", *map(str, arguments)],
        cwd=within,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(within), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "codes", "word"),
    [
        (("check", "2021-04"), {1}, "helse-nord.xlsx › 167"),
        (("status", "2021-04"), {1}, "Helse Nord"),
        (("build-report", "2021-04", "--draft", "--only", "data"), {0}, "data"),
    ],
    ids=["check", "status", "build-report"],
)
def test_a_round_with_hostile_files_is_told_of(arguments, codes, word, home):
    ran = ehport(*arguments, within=home)

    assert "Traceback" not in ran.stdout + ran.stderr
    assert ran.returncode in codes, ran.stderr
    assert word in ran.stdout


def test_every_hostile_file_in_the_folder_is_named_with_what_it_is(home):
    told = ehport("check", "2021-04", within=home).stdout

    assert [name for name in FILES if f"{slug(name)}.xlsx" not in told] == []
    assert "feil[F124]: «helse-vest.xlsx» i rundens mappe er en lenke" in told


def test_no_hostile_file_is_received(home):
    mail = sorted((home / "mail").iterdir())
    before = sorted((home / "submissions" / "2021-04").iterdir())

    ran = ehport("receive", *mail, "--round", "2021-04", within=home)

    assert "Traceback" not in ran.stderr
    assert ran.returncode == 1
    assert all(each.name in ran.stdout + ran.stderr for each in mail)
    assert sorted((home / "submissions" / "2021-04").iterdir()) == before


@pytest.mark.parametrize("name", ["a queue", "a billion laughs", "an OpenDocument spreadsheet", "a device", "a folder"])
def test_no_hostile_file_is_previewed(name, home):
    ran = ehport("preview", f"mail/{slug(name)}.xlsx", "--out", "side.html", within=home)

    assert "Traceback" not in ran.stderr
    assert ran.returncode == 2
    assert f"{slug(name)}.xlsx" in ran.stderr
    assert not (home / "side.html").exists()
