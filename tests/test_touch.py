"""To change X, touch Y: the last table of CONTRIBUTING tells the truth, and a change is where one looks for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import PACKAGE, ROOT
from tests.touched import CHANGES, DICTIONARY, Change

MOST = 4
_HEADING = "## To change X, touch Y"
_ROW = re.compile(r"^\| (?P<what>[^|`]+) \| (?P<files>[^|]+) \|$", re.MULTILINE)


def rows() -> dict[str, set[str]]:
    """Return the files that the table names for each change."""
    _, table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split(_HEADING)
    found = {row["what"]: set(re.findall(r"`([^`]+)`", row["files"])) for row in _ROW.finditer(table)}
    return {what: files for what, files in found.items() if files}


def test_every_row_of_the_table_is_proved_with_the_files_it_names() -> None:
    assert rows() == {what: set(change.files) for what, change in CHANGES.items()}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_touches_few_files_and_is_seen(what: str, tmp_path: Path) -> None:
    change = CHANGES[what]
    _copy_with(change, tmp_path)

    told = _told(change.shows or DICTIONARY, tmp_path)

    assert len(change.files) <= MOST
    assert [words for words in change.told if words not in told] == []


def _copy_with(change: Change, folder: Path) -> None:
    """Copy the product and make the change in the copy."""
    shutil.copytree(PACKAGE, folder / "ehport", ignore=shutil.ignore_patterns("__pycache__", "runtime"))
    (folder / "templates").symlink_to(ROOT / "templates")
    for name, edits in change.edits.items():
        path = folder / "ehport" / name
        text = path.read_text("utf-8")
        for old, new in edits:
            assert old in text, f"{name} has no {old}"
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
    for name, text in (change.new or {}).items():
        path = folder / "ehport" / name
        assert not path.exists()
        path.write_text(text, "utf-8")


def _told(script: str, folder: Path) -> str:
    """Return what a script prints that uses the copy."""
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=paths, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_every_path_in_contributing_leads_somewhere() -> None:
    told, _ = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split(_HEADING)
    named = set(re.findall(r"`([\w/.]+(?:/|\.py))`", told))

    places = (ROOT, PACKAGE, PACKAGE / "diagnostics", ROOT / "tests" / "worlds")

    assert {each for each in named if not any((place / each).exists() for place in places)} <= {"golden/"}
