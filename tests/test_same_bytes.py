"""The same input gives the same bytes: wherever, whenever and with however many processes a report is built."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from ehport.rounds.find import OUTPUT, SUBMISSIONS
from tests.later_rounds import LATER
from tests.small_round import ACTOR, command, small_round

A_DAY_IN_2020 = 1_577_836_800
BOOK = Path(SUBMISSIONS, LATER, f"{ACTOR}.xlsx")
ELSEWHERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "77", "LC_ALL": "C"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("her")
    small_round(home)
    return home


def moved(home: Path, to: Path) -> Path:
    """Copy the rounds to another folder, with every file from another day."""
    shutil.copytree(home / SUBMISSIONS, to / SUBMISSIONS)
    for path in to.rglob("*"):
        os.utime(path, (A_DAY_IN_2020, A_DAY_IN_2020))
    return to


def digests(folder: Path) -> Mapping[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def dates_in(folder: Path, report: str) -> tuple[str, str, set[int]]:
    """Return when the PDF and the data say that they are made, and the years of the parts of the workbooks."""
    with pikepdf.open(folder / report) as pdf:
        printed = str(pdf.docinfo["/CreationDate"])[:16]
    described = json.loads((folder / "data" / "datapackage.json").read_text("utf-8"))
    years: set[int] = set()
    for book in (folder / "data").glob("*.xlsx"):
        with zipfile.ZipFile(book) as parts:
            years |= {each.date_time[0] for each in parts.infolist()}
    return printed, described["created"], years


def test_a_report_has_the_same_bytes_elsewhere_later_and_with_other_processes(home, tmp_path):
    there = moved(home, tmp_path / "et annet sted, æøå")

    assert command("build-report", LATER, "--draft", "--jobs", "1", within=home).code == 0
    first = digests(home / OUTPUT / LATER)
    shutil.rmtree(home / OUTPUT / LATER)
    assert command("build-report", LATER, "--draft", "--jobs", "2", within=home).code == 0
    from_cache = digests(home / OUTPUT / LATER)
    anew = command("build-report", LATER, "--draft", "--jobs", "2", "--no-cache", within=there, under=ELSEWHERE)
    assert anew.code == 0

    assert {"rapport.pdf", "rapport.html", "manifest.json", "data/datapackage.json"} < set(first)
    assert from_cache == first
    assert digests(there / OUTPUT / LATER) == first
    assert dates_in(there / OUTPUT / LATER, "rapport.pdf") == ("D:20210930000000", "2021-09-30T00:00:00Z", {2021})


@pytest.mark.parametrize(("epoch", "day", "zipped"), [(A_DAY_IN_2020, "2020-01-01", 2020), (0, "1970-01-01", 1980)])
def test_the_date_in_the_files_is_the_one_asked_for(home, tmp_path, epoch, day, zipped):
    dated = {"SOURCE_DATE_EPOCH": str(epoch)}

    data = command("build-report", LATER, "--draft", "--only", "data", "--out", tmp_path, within=home, under=dated)
    page = command("build-report", LATER, "--draft", "--project", "168", "--out", tmp_path, within=home, under=dated)

    assert (data.code, page.code) == (0, 0)
    assert dates_in(tmp_path, "utdrag.pdf") == (f"D:{day.replace('-', '')}000000", f"{day}T00:00:00Z", {zipped})


@pytest.mark.parametrize("asked", [("--from", LATER), ()])
def test_a_round_that_is_opened_twice_has_the_same_bytes(home, tmp_path, asked):
    there = moved(home, tmp_path / "der")

    here = moved(home, tmp_path / "her")
    opened = [
        command("open-round", "2021-11", *asked, within=here),
        command("open-round", "2021-11", *asked, within=there, under=ELSEWHERE),
    ]

    assert [each.code for each in opened] == [0, 0]
    assert digests(here / SUBMISSIONS / "2021-11") == digests(there / SUBMISSIONS / "2021-11")


def test_a_workbook_that_is_handed_back_twice_has_the_same_bytes(home, tmp_path):
    there = moved(home, tmp_path / "der")

    command("check", BOOK, "--annotate", tmp_path / "en", within=home)
    command("check", BOOK, "--annotate", tmp_path / "to", within=there, under=ELSEWHERE)
    command("check", BOOK, "--format", "xlsx", "--out", tmp_path / "en" / "liste.xlsx", within=home)
    command("check", BOOK, "--format", "xlsx", "--out", tmp_path / "to" / "liste.xlsx", within=there, under=ELSEWHERE)

    assert set(digests(tmp_path / "en")) == {f"{ACTOR}.tilbakemelding.xlsx", "liste.xlsx"}
    assert digests(tmp_path / "en") == digests(tmp_path / "to")
