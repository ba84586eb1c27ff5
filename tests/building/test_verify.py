from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions
from ehport.building.verify import format_result, verify
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from ehport.system.progress import Progress
from tests.small_round import small_round


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("laget")
    small_round(home)
    found = build_report(home, find_round(home, "2021-09"), BuildOptions(draft=True, jobs=1), Progress())
    assert found.failure is None
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "hjem", ignore=shutil.ignore_patterns(".cache"))
    return tmp_path / "hjem"


def test_a_report_that_nobody_touched_is_sound(home):
    found = verify(home / "output" / "2021-09")

    assert found.is_sound
    assert f"de {len(found.manifest.inputs)} filene den er laget av, er de samme" in format_result(found, Lang.NB)


def test_a_changed_and_a_missing_file_are_named(home):
    folder = home / "output" / "2021-09"
    (folder / "rapport.html").write_text("noe annet", "utf-8")
    (folder / "data" / "projects.csv").unlink()

    found = verify(folder)

    assert (found.changed, found.missing, found.inputs) == (("rapport.html",), ("data/projects.csv",), ())
    assert "rapport.html" in format_result(found, Lang.NB)


def test_a_round_that_has_changed_since_is_told(home):
    rounds = home / "submissions"
    (rounds / "2021-09" / "ny.xlsx").write_bytes(b"ny")
    (rounds / "2021-09" / "register.xlsx").unlink()
    (rounds / "2021-04" / "ks.xlsx").write_bytes(b"endret")

    assert verify(home / "output" / "2021-09").inputs == ("2021-04/ks.xlsx", "ny.xlsx", "register.xlsx")


def test_a_report_that_was_moved_is_held_against_its_own_files_alone(home, tmp_path):
    shutil.move(home / "output" / "2021-09", tmp_path / "sendt")

    found = verify(tmp_path / "sendt")

    assert found.is_sound
    assert "er ikke sammenlignet" in format_result(found, Lang.NB)
    assert "er de samme" not in format_result(found, Lang.NB)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1}', '{"outputs": 3}', "[" * 100_000])
def test_a_manifest_that_is_none_is_told(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, "utf-8")

    with pytest.raises(UsageError, match="manifest"):
        verify(tmp_path)


def test_the_manifest_names_its_round_and_counts_adjustments(home):
    known = json.loads((home / "output" / "2021-09" / "manifest.json").read_text("utf-8"))

    assert (known["round_id"], known["adjustments"]) == ("2021-09", 0)
    assert sum(known["diagnostics"].values()) > 0
