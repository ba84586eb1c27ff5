"""The open data about the national portfolio of an invented September round, from its workbooks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions, Output
from ehport.system.progress import Progress
from tests.export.conftest import assert_valid
from tests.later_rounds import Draft, later_round

pytestmark = pytest.mark.slow

JOURNAL, HELSENORGE = "Kjernejournal", "Helsenorge"


def edited(draft: Draft) -> None:
    """Let three projects answer: 165 in the register's way, 196 too late for the estimates, 47 unknown to them."""
    projects = draft.projects
    projects["165"] |= {
        "criterion_digital": "Ja",
        "criterion_coordination": "Delvis",
        "segment": "Samstyre",
        "solutions": {HELSENORGE: {"operating_cost": "12,5", "from_year": "2022", "consulted": "Ja"}},
        "roadmap": [{"activity": "Digital dialog med hjemmetjenesten", "planned": "Q2 2022"}],
    }
    projects["196"]["solutions"] = {JOURNAL: {"operating_cost": "4", "from_year": "2023", "consulted": "Ja"}}
    projects["47"]["solutions"] = {"HelseID": {"operating_cost": "0,5", "from_year": "2022", "consulted": "Ja"}}
    draft.registered("165")["segment"] = "Koordinere"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("national")
    round_ = later_round(home, edited)
    build_report(home, round_, BuildOptions(out=home / "out", only=Output.DATA, draft=True), Progress())
    return home / "out" / "data"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_is_valid_to_frictionless(data: Path) -> None:
    assert_valid(data)


def test_the_answers_are_exported_with_the_project_and_as_lists_of_their_own(data: Path) -> None:
    (project,) = (each for each in rows(data, "projects") if each["id"] == "165")
    names = ("criterion_digital", "criterion_coordination", "segment", "submitted_segment")
    assert [project[name] for name in names] == ["yes", "partly", "coordinate", "govern"]

    solutions = [(each["project_id"], each["solution"], each["operating_cost"]) for each in rows(data, "solutions")]
    assert solutions == [
        ("47", "helseid", "500"),
        ("165", "helsenorge", "12500"),
        ("196", "summary_record", "4000"),
    ]
    (activity,) = rows(data, "roadmap")
    assert (activity["activity"], activity["planned_text"]) == ("Digital dialog med hjemmetjenesten", "Q2 2022")


def test_the_reconciliation_sets_the_answers_beside_the_register_s_estimates_of_2022(data: Path) -> None:
    found = {
        each["solution"]: [each[name] for name in ("year", "reported", "estimated", "difference", "reported_by")]
        for each in rows(data, "reconciliation")
    }

    assert found == {
        "E-resept": ["2022", "", "0", "0", ""],
        JOURNAL: ["2022", "0", "6000", "-6000", ""],
        HELSENORGE: ["2022", "12500", "38000", "-25500", "165"],
        "Grunndata": ["2022", "", "6000", "-6000", ""],
        "HelseID": ["2022", "500", "2000", "-1500", "47"],
    }


def test_the_projects_that_the_register_has_and_that_report_nothing_are_named(data: Path) -> None:
    lacking = {each["solution"]: each["not_reported_by"].split(";") for each in rows(data, "reconciliation")}

    assert lacking[JOURNAL] == ["160", "194"]
    assert "165" not in lacking[HELSENORGE]
    assert len(lacking[HELSENORGE]) == 9


def test_the_trace_has_the_cells_of_workbook_and_register_behind_the_sum(data: Path) -> None:
    found = [each for each in rows(data, "trace") if each["name"] == "reconciliation.2022.all.difference.total"]

    assert {each["exact"].removeprefix("'") for each in found} == {"-39000"}
    files = [each["file"] for each in found]
    assert (files.count("ks.xlsx"), files.count("register.xlsx")) == (2, 7)
