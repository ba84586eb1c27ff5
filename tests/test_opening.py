"""Rounds opened: from records, from the round before, and from nothing."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from ehport.carrying import a_year_on, skeleton
from ehport.form.answers import Answers
from ehport.opening import open_round
from ehport.pipeline import read_round
from ehport.rounds import UsageError, find_round
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register

ROOT = Path(__file__).parent.parent
MATERIAL = ROOT / "tests" / "rounds" / "2021-04"
COMMITTED = ROOT / "submissions" / "2021-04"


def content(path: Path) -> object:
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_making_the_sample_round_again_gives_the_committed_files(tmp_path: Path) -> None:
    written = open_round(tmp_path, "2021-04", folder=MATERIAL)

    made = {path.relative_to(tmp_path / "submissions" / "2021-04").as_posix(): content(path) for path in written}

    committed = {
        path.relative_to(COMMITTED).as_posix(): content(path) for path in COMMITTED.rglob("*") if path.is_file()
    }
    assert made == committed


def test_a_first_round_has_a_workbook_for_each_actor_that_can_be_read(tmp_path: Path) -> None:
    open_round(tmp_path, "2021-09")

    opened = find_round(tmp_path, "2021-09")
    assert len(opened.actors) == 8
    assert {read_submission(opened.workbook(actor), opened)[0].actor_id for actor in opened.actors} == {
        actor.id for actor in opened.actors
    }
    assert (opened.cutoff.isoformat(), opened.published, opened.budget_year) == ("2021-09-30", "2021-10", 2021)


def test_a_following_round_has_the_last_answers_and_the_register_carried_over(tmp_path: Path) -> None:
    open_round(tmp_path, "2021-04", folder=MATERIAL)
    open_round(tmp_path, "2021-09", previous="2021-04")

    before, after = (read_round(find_round(tmp_path, each)) for each in ("2021-04", "2021-09"))
    register, _ = read_register(after.round.register)

    assert [each.answers() for each in after.portfolio.submissions[0].projects] == [
        each.answers() for each in before.portfolio.submissions[0].projects
    ]
    assert after.round.previous == "2021-04"
    assert register is not None
    assert {each.record.id for each in register.rows["projects"]} == {
        member.id for member in before.portfolio.members if member.id not in ("112", "138", "139", "170")
    }
    assert not register.rows.get("adjustments")


def test_a_round_in_the_next_year_has_its_money_under_the_same_years() -> None:
    given = Answers(
        rows={"financing": ({"source": "HOD", "previous_year": "1", "budget_year": "2", "next_year": "3"},)}
    )

    moved = a_year_on(given, 1)

    assert moved.rows["financing"] == ({"source": "HOD", "previous_year": "2", "budget_year": "3"},)


def test_a_chapter_carried_over_keeps_headings_and_blocks_and_hides_the_old_text() -> None:
    carried = skeleton("# Status\n\nGammel tekst -- her.\n\n{{ figure: status }}\n")

    assert carried.startswith("# Status\n\n{{ figure: status }}\n\n<!--")
    assert carried.count("--") == 2


def test_an_open_round_is_not_written_over(tmp_path: Path) -> None:
    open_round(tmp_path, "2021-09")

    with pytest.raises(UsageError):
        open_round(tmp_path, "2021-09")


def test_a_folder_of_records_alone_makes_a_round_with_a_register_of_their_projects(tmp_path: Path) -> None:
    open_round(tmp_path, "2021-04", folder=MATERIAL / "submissions")

    read = read_round(find_round(tmp_path, "2021-04"))

    assert len(read.portfolio.submissions) == 8
    assert len(read.portfolio.members) == 44


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"round": 3}', '{"round": "2021-04", "actor": {}, "projects": [{}]}']
)
def test_a_file_that_is_no_record_is_told_by_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "helse-vest.json").write_text(text, "utf-8")

    with pytest.raises(UsageError, match=r"helse-vest\.json"):
        open_round(tmp_path, "2021-04", folder=tmp_path)
