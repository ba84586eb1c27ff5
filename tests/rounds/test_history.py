from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ehport.diagnostics.code import Code
from ehport.diagnostics.wording import message, remedy
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang
from ehport.model.remembering import remember
from ehport.model.round import FILE, Round
from ehport.rounds import collect as collecting
from ehport.rounds import history as past
from ehport.rounds.find import find_round, usable
from ehport.rounds.history import check_previous_named, earlier_rounds
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import rounds_cache
from ehport.system.errors import UsageError
from ehport.system.progress import Progress
from tests.builders import a_later_round
from tests.later_rounds import later_portfolio, later_round, sample_portfolio
from tests.source import ROOT


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
    found = read_round(find_round(ROOT, "2021-04")).portfolio

    assert (found.previous, found.memories) == (None, ())


def test_workbooks_and_records_are_remembered_alike(tmp_path):
    read = read_round(later_round(tmp_path)).portfolio

    assert remember(read).projects == remember(later_portfolio()).projects
    assert read.memories[0].projects == remember(sample_portfolio()).projects


def test_a_project_is_remembered_with_the_values_that_its_report_printed():
    known = remember(sample_portfolio()).project("11")

    assert known is not None
    assert known.budget == 48_600  # adjusted in the register
    assert [(each.name, each.planned_text) for each in known.deliverables[:2]] == [
        ("Identifikasjon av risikopopulasjon for vaksinering mot SARS-CoV-2", "2021"),
        ("Integrasjon mot elektronisk MSIS-melding", "2021"),
    ]


def test_what_is_remembered_is_not_read_again(tmp_path, monkeypatch):
    third = later_round(tmp_path, round_id="2022-01", previous=later_round(tmp_path).id)
    kept = rounds_cache(third.folder)
    first = read_round(third, cache=kept).portfolio

    read = []

    def collect_round(round_: Round, progress: Progress, **given: Any) -> object:
        read.append(round_.id)
        return collecting.collect_round(round_, progress, **given)

    monkeypatch.setattr(past, "collect_round", collect_round)
    second = read_round(third, cache=kept).portfolio

    assert read == ["2021-09"]
    assert second.memories == first.memories


@pytest.mark.slow
def test_a_changed_workbook_of_an_older_round_is_read_anew(tmp_path):
    later_round(tmp_path)
    third = later_round(tmp_path, round_id="2022-01", previous="2021-09")
    kept = rounds_cache(third.folder)
    read_round(third, cache=kept)
    (third.folder.parent / "2021-04" / "helse-vest.xlsx").unlink()

    found = read_round(third, cache=kept).portfolio

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


def without_previous(round_: Round) -> Round:
    """Take the line about the round before out of a round's settings, and return the round."""
    settings = round_.folder / FILE
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("previous")), "utf-8")
    return usable(round_.folder)


def not_named(round_: Round) -> list[tuple[str, str]]:
    """Return what is told about a round before that is not named, with its remedy."""
    found = [each for each in read_round(round_).diagnostics if each.code is Code.PREVIOUS_NOT_NAMED]
    return [(message(each, Lang.NB), remedy(each, Lang.NB)) for each in found]


def test_an_older_round_beside_one_that_names_none_is_told_with_the_line_to_write(tmp_path):
    round_ = without_previous(later_round(tmp_path))

    ((told, what_to_do),) = not_named(round_)

    assert told == "round.toml nevner ingen forrige runde, men 2021-04 ligger ved siden av"
    assert what_to_do.startswith('skriv previous = "2021-04" øverst i round.toml')


@pytest.mark.parametrize("previous", ["", " "])
def test_an_empty_previous_round_is_none_and_the_newest_of_the_older_rounds_is_told(tmp_path, previous):
    for other in ("2021-01", "2022-01", "2021-08-kopi"):
        (tmp_path / other).mkdir()
        (tmp_path / other / FILE).write_text("", "utf-8")
    (tmp_path / "2021-08").mkdir()

    (told,) = check_previous_named(a_later_round(folder=tmp_path / "2021-09", previous=previous))

    assert (told.at.file, told.facts) == (FILE, {"round": "2021-01"})


@pytest.mark.parametrize("previous", ["2021-04", "2021-01"])
def test_nothing_is_told_of_a_round_that_names_another_with_or_without_a_folder(tmp_path, previous):
    assert not_named(replace(later_round(tmp_path), previous=previous)) == []


def test_the_first_of_the_rounds_that_there_are_may_name_none(tmp_path):
    first = without_previous(usable(later_round(tmp_path).folder.parent / "2021-04"))

    assert check_previous_named(first) == ()


def test_the_office_may_accept_that_two_rounds_are_not_compared(tmp_path):
    def accept(draft):
        accepted = {"code": "F125", "reason": "Ny strategi.", "last_round": "2021-09"}
        draft.register["exemptions"] = [*draft.register.get("exemptions", []), accepted]

    found = read_round(without_previous(later_round(tmp_path, accept))).diagnostics

    assert [each.settled for each in found if each.code is Code.PREVIOUS_NOT_NAMED] == ["Ny strategi."]


def test_a_previous_round_without_quotation_marks_is_told_as_the_wrong_form(tmp_path):
    round_ = later_round(tmp_path)
    settings = round_.folder / FILE
    settings.write_text(settings.read_text("utf-8").replace('previous = "2021-04"', "previous = 202104"), "utf-8")

    with pytest.raises(UsageError, match=r"line 7: «previous» is the number 202104, but should be text"):
        usable(round_.folder)
