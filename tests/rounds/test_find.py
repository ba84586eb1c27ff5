"""Rounds found below a root: those that are called like rounds."""

from __future__ import annotations

import shutil

from typer.testing import CliRunner

from ehport.cli import app
from ehport.rounds.find import passed_over, round_ids
from tests.source import ROOT


def test_a_copy_of_a_round_is_no_round_and_is_passed_over_with_a_word(tmp_path):
    april = ROOT / "submissions" / "2021-04"
    for name in ("2021-04", "2021-04 - Kopi", "gamle", "2021-04(1)"):
        shutil.copytree(april, tmp_path / "submissions" / name)

    ran = CliRunner().invoke(app, ["status", "--root", str(tmp_path), "--format", "json"])

    assert round_ids(tmp_path) == ("2021-04",)
    assert passed_over(tmp_path) == ("2021-04 - Kopi", "2021-04(1)", "gamle")
    assert "«" not in ran.stdout[:1]
    assert ran.stdout.startswith("{")
    assert "2021-04 - Kopi" in ran.stderr
