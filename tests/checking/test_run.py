from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ehport.checking.run import View, check_files, check_round, render, write_annotated
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system.errors import UsageError
from tests.later_rounds import later_round
from tests.small_round import command_here, only_one_actor
from tests.source import ROOT
from tests.workbook.books import given, write

NB = View(Lang.NB)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return write(tmp_path / "helse-vest.xlsx", given(total_cost="ukjent"))


def test_a_marked_copy_lies_in_the_folder_that_was_named(workbook, tmp_path):
    (line,) = write_annotated(check_files([workbook]), tmp_path / "til aktørene", NB)

    copy = tmp_path / "til aktørene" / "helse-vest.tilbakemelding.xlsx"
    assert line == f"Merket kopi: {copy}"
    assert load_workbook(copy).sheetnames[0] == "Tilbakemelding"


@pytest.mark.parametrize("arguments", [("--annotate",), ("--annotate", "."), ("--annotate", "--lang", "nb")])
def test_without_a_folder_the_copy_lies_where_one_stands(workbook, tmp_path, arguments):
    ran = command_here("check", "helse-vest.xlsx", *arguments, within=tmp_path)

    assert (tmp_path / "helse-vest.tilbakemelding.xlsx").is_file()
    assert ran.err.strip() == "Merket kopi: helse-vest.tilbakemelding.xlsx"


def test_the_option_may_stand_before_the_workbook(workbook, tmp_path):
    command_here("check", "--annotate", "helse-vest.xlsx", within=tmp_path)

    assert (tmp_path / "helse-vest.tilbakemelding.xlsx").is_file()


def test_a_marked_copy_in_a_rounds_folder_is_not_read(tmp_path):
    round_ = later_round(tmp_path, only_one_actor)
    before = read_round(round_).diagnostics

    lines = list(write_annotated(check_round(round_), round_.folder, NB))

    assert len(lines) == len(round_.actors)
    assert read_round(round_).diagnostics == before


def test_a_file_that_is_no_workbook_gets_no_copy(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    path.write_bytes(b"%PDF-1.7")

    assert list(write_annotated(check_files([path]), tmp_path, NB)) == []
    assert [each.name for each in tmp_path.iterdir()] == ["helse-vest.xlsx"]


def test_a_copy_never_takes_the_place_of_the_workbook_it_is_of(tmp_path):
    path = write(tmp_path / "helse-vest.tilbakemelding.xlsx", given())
    (tmp_path / "helse-vest.tilbakemelding.tilbakemelding.xlsx").symlink_to(path)

    with pytest.raises(UsageError):
        list(write_annotated(check_files([path]), tmp_path, NB))


def test_a_flat_list_has_a_row_for_each_diagnostic_and_no_formula(workbook, tmp_path):
    checked = check_files([workbook])
    checked = replace(checked, found=tuple(replace(each, found="=1+1") for each in checked.found))
    target = tmp_path / "meldinger.xlsx"

    assert render(checked, DiagnosticFormat.XLSX, NB, target) == str(target)
    sheet = load_workbook(target).active
    assert sheet.max_row == len(checked.found) + 1
    assert [cell.value for cell in sheet[1]][:3] == ["Kode", "Alvor", "Fil"]
    typed = [cell for row in sheet.iter_rows() for cell in row if "=1+1" in str(cell.value)]
    assert len(typed) >= len(checked.found) > 0
    assert {cell.data_type for cell in typed} == {"s"}


def test_a_flat_list_needs_a_name(workbook):
    with pytest.raises(UsageError, match="--out"):
        render(check_files([workbook]), DiagnosticFormat.XLSX, NB)


def test_what_is_written_to_a_file_is_what_would_be_printed(workbook, tmp_path):
    checked = check_files([workbook])

    render(checked, DiagnosticFormat.SARIF, NB, tmp_path / "ny mappe" / "funn.sarif")

    written = (tmp_path / "ny mappe" / "funn.sarif").read_text("utf-8")
    assert json.loads(written) == json.loads(render(checked, DiagnosticFormat.SARIF, NB))


def test_files_are_named_from_the_working_directory(monkeypatch):
    monkeypatch.chdir(ROOT)
    found = json.loads(render(check_round(find_round(ROOT, "2021-04")), DiagnosticFormat.SARIF, NB))["runs"][0][
        "results"
    ]

    files = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in found}
    assert "submissions/2021-04/helse-vest.xlsx" in files
    assert all((ROOT / each).exists() for each in files)


def test_a_folder_that_cannot_be_made_is_told(workbook):
    with pytest.raises(UsageError, match="cannot be written"):
        list(write_annotated(check_files([workbook]), workbook / "kopier", NB))
