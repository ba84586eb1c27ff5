"""Hostile and broken files: each is told by one diagnostic within seconds and half a gigabyte."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ehport.diagnostics import text as rendering
from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.workbook import file_bytes
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from tests.source import ROOT
from tests.workbook.books import ROUND, given, read, texts
from tests.workbook.corpus import patch_sheet, with_raw_answers
from tests.workbook.hostile_files import FILES, KINDS, hostile

pytestmark = pytest.mark.slow

SECONDS, MEMORY = 5, 512 * 1024 * 1024


def _held() -> None:
    """Hold a command to five seconds of work and half a gigabyte."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _ehport(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ehport", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=_held,
        capture_output=True,
        text=True,
        timeout=90,  # of a busy machine; the work is held to five seconds
        check=False,
    )


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gives_one_diagnostic_in_five_seconds_and_half_a_gigabyte(name, tmp_path, sound):
    path = hostile(tmp_path / "helse-vest.xlsx", name, sound)

    ran = _ehport("check", path, "--format", "json")

    found: list[dict[str, Any]] = json.loads(ran.stdout)["diagnostics"]
    assert [each["code"] for each in found] == [Code[FILES[name][0]].value]
    assert KINDS.get(name, "") in found[0]["message"]
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_in_the_place_of_a_register_is_told_by_its_name_with_what_to_do(name, tmp_path, sound):
    path = hostile(tmp_path / "helse-vest.xlsx", name, sound)

    register, told = read_register(path)
    shown = [rendering.report(told, lang) for lang in Lang]

    assert register is None
    assert [each.code.name for each in told] == [FILES[name][0]]
    assert all("helse-vest.xlsx" in each and ("hjelp: " in each or "help: " in each) for each in shown)


def test_the_file_is_the_same_afterwards_and_nothing_lies_beside_it(tmp_path, sound):
    path = hostile(tmp_path / "helse-vest.xlsx", "a name that leads out", sound)
    before = path.read_bytes()

    _ehport("check", path, "--annotate", tmp_path / "kopier")

    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} <= {"helse-vest.xlsx", "kopier"}
    assert not list((tmp_path / "kopier").glob("*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file; the test of a refused opening stands beside")
def test_a_file_without_read_access_is_told(path):
    path.chmod(0)

    _, told = read_submission(path, ROUND)

    assert [each.code for each in told] == [Code.NO_PERMISSION]


def test_a_file_that_changes_while_it_is_read_is_not_read_by_halves(path, monkeypatch):
    whole, opened = path.read_bytes(), Path.open

    class Growing:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Growing:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def fileno(self) -> int:
            return int(self.file.fileno())

        def read(self, size: int) -> bytes:
            found = bytes(self.file.read(size))
            with opened(path, "ab") as other:
                other.write(b"more")
            return found

    monkeypatch.setattr(Path, "open", lambda self, mode: Growing(opened(self, mode)))

    _, told = read_submission(path, ROUND)

    assert [each.code for each in told] == [Code.CHANGED_MEANWHILE]
    assert path.stat().st_size == len(whole) + 4


def test_a_link_is_followed_where_its_user_names_it_and_refused_in_the_folder_of_a_round(path, tmp_path):
    link = tmp_path / "annet.xlsx"
    link.symlink_to(path)
    folder = tmp_path / "2021-04"
    folder.mkdir()
    (folder / "round.toml").write_text("")
    (folder / "helse-vest.xlsx").symlink_to(path)
    (folder / "innenfor.xlsx").symlink_to("vest.xlsx")
    (folder / "vest.xlsx").write_bytes(path.read_bytes())

    followed, inside = read(link)[0], read(folder / "innenfor.xlsx")[0]
    refused, told = read_submission(folder / "helse-vest.xlsx", ROUND)

    assert texts(followed) == texts(inside) == [given()]
    assert refused is None
    assert [each.code for each in told] == [Code.LINK_OUT]


def test_a_text_that_looks_like_a_declaration_is_a_text(path):
    typed = '<c r="{at}"{style} t="inlineStr"><is><t><![CDATA[<!DOCTYPE html> og <row r="1"/>]]></t></is></c>'

    submission, told = read(with_raw_answers(path, {"purpose": typed}))

    assert (submission.projects[0].text("purpose"), told) == ('<!DOCTYPE html> og <row r="1"/>', [])


@pytest.mark.parametrize(
    "merge",
    [
        '<mergeCell ref="A1:XFD1048576"/>',
        '<mergeCell ref="D1:I1048576"/>',
        "<mergeCell ref='D1:I1048576'/>",
        '<mergeCell ref = "D1:I1048576" />',
        '<mergeCell ref="$D$1:$I$1048576"></mergeCell>',
        '<mergeCell ref="d1:i1048576"/>',
        '<mergeCell ref="D1&#58;I1048576"/>',
        '<mergeCell ref="D:I"/>',
        '<mergeCell ref="D900:I1899"/>' * 10_000,
    ],
    ids=["all", "plain", "apostrophes", "spaces", "an end", "small", "a number of a sign", "no rows", "many"],
)
def test_merges_over_whole_columns_cost_nothing(path, merge):
    patch_sheet(path, lambda text: text.replace("</sheetData>", f"</sheetData><mergeCells>{merge}</mergeCells>"))

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])


def test_links_over_whole_columns_cost_nothing_and_are_no_answers(path):
    links = "<hyperlinks><hyperlink location='Aktør!B1' ref='D1:I1048576'/></hyperlinks>"
    patch_sheet(path, lambda text: text.replace("<pageMargins", f"{links}<pageMargins", 1))

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])


def test_the_largest_file_is_larger_than_any_filled_form(path):
    assert path.stat().st_size * 50 < file_bytes.LARGEST_FILE
