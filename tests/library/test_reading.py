"""The library: a round read in a script, and the page that describes it."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

import ehport
from ehport.export.many_rounds import joined
from ehport.export.table import ExportColumn, ExportTable, Type
from ehport.lang.language import same
from tests.command_line.conftest import run  # noqa: F401 it is a fixture
from tests.source import ROOT

BLOCKS = re.findall(
    r"^```python\n(.*?)^```", (ROOT / "docs" / "python.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("hjemme")
    shutil.copytree(ROOT / "submissions" / "2021-04", place / "submissions" / "2021-04")
    return place


@pytest.fixture(scope="session")
def spring(home) -> ehport.ReadRound:
    return ehport.read_round(home / "submissions" / "2021-04")


def test_the_page_runs_as_it_stands(home, monkeypatch, capsys):
    monkeypatch.chdir(home)

    exec(compile("\n".join(BLOCKS), "python.md", "exec"), {})

    out = capsys.readouterr().out
    assert len(BLOCKS) > 5
    assert re.search(r"print\(share.value\) +# (\d+)", BLOCKS[1]).group(1) == out.splitlines()[0]


def test_the_frame_has_the_rows_and_values_of_the_open_data(spring, built_report):
    with (built_report.folder / "data" / "projects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert list(spring.projects.columns) == list(rows[0])
    assert list(spring.projects.id) == [row["id"] for row in rows]
    active = [row for row in rows if row["is_active"] == "true"]
    assert int(spring.projects[spring.projects.is_active].budget_year.sum()) == sum(
        int(row["budget_year"] or 0) for row in active
    )


def test_a_share_is_what_the_projects_say(spring):
    active = spring.projects[spring.projects.is_active]
    rated = active.status.dropna()

    share = spring.facts["status.yellow.share"].value

    assert abs(share - 100 * (rated == "yellow").sum() / len(rated)) < 1


def test_messages_are_those_of_the_check(spring, home, run):  # noqa: F811 the fixture
    told = json.loads(run("check", "2021-04", "--format", "json", "--all", within=home).out)["diagnostics"]

    kept = [each for each in told if each["file"].endswith(".xlsx")]
    found = spring.messages("nb")
    assert len(spring.diagnostics) == len(found)
    assert {(each["code"], each["cell"]) for each in kept} <= set(zip(found.code, found.cell, strict=True))


@pytest.mark.parametrize("place", ["nothing", "submissions/1999-01", "submissions", "", "\0"])
def test_what_is_no_round_is_told_and_ends_nothing(place, home, monkeypatch):
    monkeypatch.chdir(home)

    with pytest.raises(ehport.UsageError) as told:
        ehport.read_round(place)

    assert told.value.text.nb != told.value.text.en


def test_a_folder_without_rounds_is_told(tmp_path):
    with pytest.raises(ehport.UsageError, match="No folder «submissions»"):
        ehport.rounds(tmp_path)


def test_a_round_without_a_register_is_told(home, tmp_path):
    shutil.copytree(home / "submissions", tmp_path / "submissions")
    (tmp_path / "submissions" / "2021-04" / "register.xlsx").unlink()

    with pytest.raises(ehport.UsageError, match="register of round 2021-04"):
        ehport.read_round(tmp_path / "submissions" / "2021-04")


def test_rounds_with_other_columns_are_one_table():
    old, new = _table({"a": "1", "gone": "2"}), _table({"a": "3", "came": "4"})

    table = joined([("2021-04", [old]), ("2021-09", [new])])["x"]

    assert table.names == ("round", "a", "came", "gone")
    assert table.rows == (("2021-04", "1", None, "2"), ("2021-09", "3", "4", None))
    assert [each.always for each in table.columns] == [True, True, False, False]


def test_export_writes_the_same_as_plain_files(home, run, tmp_path):  # noqa: F811 the fixture
    ran = run("export", "--all-rounds", "--out", str(tmp_path / "tall"), "--lang", "en", within=home)

    assert ran.code == 0, ran.err
    with (tmp_path / "tall" / "projects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    frame = ehport.rounds(home)
    assert [row["round"] for row in rows] == list(frame["round"])
    assert [row["budget_year"] for row in rows] == list(frame.budget_year.astype("string").fillna(""))
    sheets = load_workbook(tmp_path / "tall" / "portfolio.xlsx", read_only=True)
    assert sum(1 for _ in sheets["Projects"].rows) == len(rows) + 1


def test_importing_it_loads_next_to_nothing_and_offers_its_names():
    loaded = "print(sorted(each for each in sys.modules if each.startswith('ehport')))"
    code = f"import sys, ehport; {loaded}; print(dir(ehport))"

    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    loaded, offered = map(eval, ran.stdout.splitlines())
    assert loaded == ["ehport"]
    assert {"read_round", "rounds", "UsageError"} <= set(offered)
    assert all(hasattr(ehport, each) for each in offered)


def test_the_function_and_the_package_of_one_name_are_both_there():
    from ehport.rounds import find

    assert ehport.rounds.find is find
    assert callable(ehport.rounds)
    with pytest.raises(AttributeError, match="round_s"):
        _ = ehport.round_s


@pytest.mark.slow
def test_mypy_knows_the_types_of_a_script(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import ehport\nn: int = ehport.read_round('x').projects\nehport.rounds('.').shape\nehport.rounds(1)\n"
    )

    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", script],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=False,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
    )

    assert (ROOT / "ehport" / "py.typed").is_file()
    assert re.findall(r"script.py:(\d+)", ran.stdout) == ["2", "4"], ran.stdout


def _table(row: dict[str, str]) -> ExportTable:
    columns = tuple(ExportColumn(name=name, type=Type.TEXT, title=same(name), always=True) for name in row)
    return ExportTable(
        name="x", title=same("x"), help=same(""), columns=columns, rows=(tuple(row.values()),), key=("a",)
    )
