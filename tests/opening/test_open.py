"""Rounds opened: from records, from the round before, and from nothing."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from ehport.lang.language import Lang
from ehport.opening.open import StartingPoint, fill, open_round, prepare, write_opening
from ehport.opening.text import format_opened, format_planned
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system.errors import UsageError
from ehport.workbook.read import read_submission

ROOT = Path(__file__).parents[2]
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


def test_a_file_that_is_there_is_not_written_over_and_named(tmp_path: Path) -> None:
    (tmp_path / "submissions" / "2021-09").mkdir(parents=True)
    returned = tmp_path / "submissions" / "2021-09" / "helse-vest.xlsx"
    returned.write_text("kommet inn", "utf-8")

    with pytest.raises(UsageError) as refused:
        open_round(tmp_path, "2021-09")

    assert "filene: helse-vest.xlsx." in refused.value.text.nb
    assert "--force" in refused.value.text.nb
    assert [path.name for path in returned.parent.iterdir()] == [returned.name]


def test_other_files_in_the_folder_do_not_keep_a_round_from_opening(tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-09"
    folder.mkdir(parents=True)
    (folder / "notater.txt").write_text("huskeliste", "utf-8")

    open_round(tmp_path, "2021-09")

    assert (folder / "notater.txt").read_text("utf-8") == "huskeliste"


def test_force_names_what_it_replaces_and_keeps_the_earlier_version(tmp_path: Path) -> None:
    open_round(tmp_path, "2021-09")
    returned = tmp_path / "submissions" / "2021-09" / "helse-vest.xlsx"
    returned.write_text("kommet inn", "utf-8")

    opened = write_opening(prepare(tmp_path, "2021-09", StartingPoint()), force=True)

    kept = {path: earlier for path, earlier in opened.written.items() if earlier}
    assert list(kept) == [returned]
    assert kept[returned].read_text("utf-8") == "kommet inn"
    assert f"2021-09/.earlier/{kept[returned].name}" in format_opened(opened, Lang.NB)


def test_a_dry_run_lists_what_is_new_and_what_is_there_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-09"
    folder.mkdir(parents=True)
    (folder / "helse-vest.xlsx").write_text("kommet inn", "utf-8")

    told = format_planned(prepare(tmp_path, "2021-09", StartingPoint()), Lang.NB)

    listed = {" ".join(line.split()) for line in told.splitlines()}
    assert {"ny round.toml", "ny ks.xlsx uten svar", "finnes fra før helse-vest.xlsx uten svar"} <= listed
    assert "--force" in told
    assert [path.name for path in folder.iterdir()] == ["helse-vest.xlsx"]


def test_a_round_is_taken_from_one_place_only(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--fill"):
        prepare(tmp_path, "2021-09", StartingPoint("2021-04", MATERIAL))


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


def test_filling_a_workbook_of_a_round_again_keeps_the_one_that_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-04"
    open_round(tmp_path, "2021-04")
    returned = folder / "helse-nord.xlsx"
    returned.write_text("kommet inn", "utf-8")
    record = MATERIAL / "submissions" / "helse-nord.json"

    with pytest.raises(UsageError, match="--force"):
        fill(record, returned, root=tmp_path)
    kept = fill(record, returned, root=tmp_path, force=True)

    assert kept is not None
    assert kept.read_text("utf-8") == "kommet inn"
    assert fill(record, tmp_path / "helse-nord.xlsx", root=tmp_path) is None
