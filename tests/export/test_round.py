"""The open data of the sample round as a build writes it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions, Output
from ehport.rounds.find import find_round
from ehport.system.progress import Progress
from tests.export.conftest import assert_valid
from tests.source import ROOT


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("round")
    build_report(ROOT, find_round(ROOT, "2021-04"), BuildOptions(out=folder, only=Output.DATA), Progress())
    return folder / "data"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_of_the_round_is_valid_to_frictionless(data: Path) -> None:
    assert_valid(data)


def test_the_dependencies_lead_to_the_projects_of_the_round(data: Path) -> None:
    found = {(each["project_id"], each["needed_project_id"]) for each in rows(data, "dependencies")}

    assert {("47", "111"), ("102", "47"), ("184", "111")} <= found
    assert len([needed for _, needed in found if needed]) == 12


def test_every_figure_of_the_round_has_its_numbers_with_type_and_unit(data: Path) -> None:
    found = rows(data, "figures")

    figures = json.loads((data / "portfolio.json").read_text("utf-8"))["figures"]
    assert {each["figure"] for each in found} == set(figures)
    assert {each["unit"] for each in found if each["column"] == "budget"} == {"tkr"}
    assert {each["type"] for each in found if each["column"] == "budget"} == {"integer"}
