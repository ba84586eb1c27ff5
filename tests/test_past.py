from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ehport import past
from ehport.diagnostics.code import Code
from ehport.form.vocabulary import Rating
from ehport.kept_readings import kept_rounds
from ehport.model.remembering import remember
from ehport.model.round import FILE, Round
from ehport.past import earlier_rounds
from ehport.pipeline import read_round
from ehport.rounds import find_round
from tests.later_rounds import later_portfolio, later_round, sample_portfolio


def test_a_round_knows_the_whole_round_before_it_and_remembers_all_of_them(tmp_path):
    def turn_red(draft):
        draft.projects["161"]["status"] = "Rød"

    later_round(tmp_path, turn_red)
    third = later_round(tmp_path, round_id="2022-01", previous="2021-09")

    found = read_round(third).portfolio

    assert found.previous is not None
    assert found.previous.round.id == "2021-09"
    assert [each.round_id for each in found.memories] == ["2021-04", "2021-09"]
    assert [each.project("161").status for each in found.memories] == [Rating.YELLOW, Rating.RED]


def test_a_round_without_a_folder_before_it_knows_none():
    found = read_round(find_round(Path(__file__).parents[1], "2021-04")).portfolio

    assert (found.previous, found.memories) == (None, ())


def test_workbooks_and_records_are_remembered_alike(tmp_path):
    read = read_round(later_round(tmp_path)).portfolio

    assert remember(read).projects == remember(later_portfolio()).projects
    assert read.memories[0].projects == remember(sample_portfolio()).projects


def test_a_project_is_remembered_with_the_values_that_its_report_printed():
    known = remember(sample_portfolio()).project("11")

    assert known is not None
    assert known.budget == 48_600  # adjusted in the register
    assert [(each.name, each.planned_text) for each in known.deliverables[:1]] != []


def test_what_is_remembered_is_not_read_again(tmp_path, monkeypatch):
    third = later_round(tmp_path, round_id="2022-01", previous=later_round(tmp_path).id)
    kept = kept_rounds(third.folder)
    first = read_round(third, kept=kept).portfolio

    def refuse(round_: Round, *_: object) -> None:
        raise AssertionError(f"{round_.id} is read again")

    monkeypatch.setattr(past, "collected", lambda round_, kept: refuse(round_) if round_.id == "2021-04" else first)
    second = read_round(third, kept=kept).portfolio

    assert second.memories[0] == first.memories[0]


def test_a_changed_workbook_of_an_older_round_is_read_anew(tmp_path):
    later_round(tmp_path)
    third = later_round(tmp_path, round_id="2022-01", previous="2021-09")
    kept = kept_rounds(third.folder)
    read_round(third, kept=kept)
    (third.folder.parent / "2021-04" / "helse-vest.xlsx").unlink()

    found = read_round(third, kept=kept).portfolio

    assert found.memories[0].project("161").status is None


@pytest.mark.parametrize("previous", ["", "2021-01", "2021-09", "2022-01", "../2021-04", "april"])
def test_a_previous_round_that_is_no_earlier_folder_leads_nowhere(tmp_path, previous):
    round_ = replace(later_round(tmp_path), previous=previous)

    assert earlier_rounds(round_) == ((), ())


def test_a_previous_round_that_cannot_be_read_is_told(tmp_path):
    round_ = later_round(tmp_path)
    (round_.folder.parent / "2021-04" / FILE).write_text("title = ", "utf-8")

    read = read_round(round_)

    assert read.portfolio.previous is None
    assert [each.at.file for each in read.diagnostics if each.code.value == "F120"] == [FILE]


@pytest.mark.parametrize(("file", "is_known"), [("register.xlsx", False), ("ks.xlsx", True)])
def test_a_file_of_the_previous_round_that_cannot_be_read_is_told_and_no_project_is_new(tmp_path, file, is_known):
    round_ = later_round(tmp_path)
    (round_.folder.parent / "2021-04" / file).write_text("ikke en arbeidsbok", "utf-8")

    read = read_round(round_)

    told = [str(each.facts["why"]) for each in read.diagnostics if each.code is Code.EARLIER_ROUND_UNREADABLE]
    assert [file in each for each in told] == [True]
    assert (read.portfolio.previous is not None, len(read.portfolio.memories)) == (is_known, int(is_known))
