"""The wheel in a virtual environment of its own, where no source tree is near."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_round import ACTOR
from tests.source import ROOT

Ehport = Callable[..., subprocess.CompletedProcess[str]]
FIRST, NEXT = "2021-04", "2021-09"


def run(*command: str | Path, within: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "EHPORT", "COLUMNS"))}
    return subprocess.run(list(map(str, command)), cwd=within, env=clean, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def ehport(tmp_path_factory: pytest.TempPathFactory) -> Ehport:
    """The command of the wheel; the libraries are those of the tests, as there is no network to fetch them by."""
    made, place = tmp_path_factory.mktemp("hjul"), tmp_path_factory.mktemp("bart") / "env"
    pip = [sys.executable, "-m", "pip", "--quiet"]
    built = run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", made, ROOT, within=made)
    assert built.returncode == 0, built.stderr
    venv.create(place, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(place), "platbase": str(place)})
    Path(paths["purelib"], "libraries.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    python = Path(paths["scripts"], "python")
    installed = run(*pip, "--python", python, "install", "--no-deps", "--no-index", *made.glob("*.whl"), within=made)
    assert installed.returncode == 0, installed.stderr
    return lambda *arguments, within: run(Path(paths["scripts"], "ehport"), *arguments, within=within)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("en tom mappe")


def test_the_wheel_makes_a_report_in_an_empty_folder(ehport, empty):
    record = ROOT / "tests" / "rounds" / FIRST / "submissions" / f"{ACTOR}.json"
    (empty / "svar").mkdir()
    shutil.copy(record, empty / "svar")

    opened = ehport("open-round", FIRST, "--fill", "svar", within=empty)
    following = ehport("open-round", NEXT, "--from", FIRST, within=empty)
    checked = ehport("check", f"submissions/{FIRST}/{ACTOR}.xlsx", "--format", "json", within=empty)
    listed = ehport("status", FIRST, within=empty)
    compared = ehport("compare", FIRST, NEXT, within=empty)
    built = ehport("build-report", FIRST, "--draft", within=empty)
    verified = ehport("verify", f"output/{FIRST}", within=empty)

    assert [each.returncode for each in (opened, following, compared, built, verified)] == [0] * 5, built.stderr
    assert json.loads(checked.stdout)["counts"]["warning"] > 0
    assert "1 av 1 aktør har levert" in listed.stdout
    assert (empty / "output" / FIRST / "rapport.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_wheel_is_what_runs(ehport, empty):
    told = ehport("doctor", within=empty)

    assert told.returncode == 0
    assert str(ROOT / "ehport") not in told.stdout
