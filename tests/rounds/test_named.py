"""Rounds, actors and workbooks as people name them: by id, by name, by path, with and without a slash behind."""

from __future__ import annotations

import pytest

from ehport.lang.likeness import alike, did_you_mean
from ehport.model.round import FILE
from ehport.rounds.find import SUBMISSIONS
from ehport.rounds.named import (
    actor_named,
    names_a_round,
    report_named,
    round_named,
    workbook_named,
    workbooks_named,
)
from ehport.system.errors import UsageError
from tests.source import ROOT

OLDER, NEWER = "2021-04", "2021-09"


@pytest.fixture
def home(tmp_path, monkeypatch):
    told = (ROOT / SUBMISSIONS / OLDER / FILE).read_text("utf-8")
    for round_id in (OLDER, NEWER):
        folder = tmp_path / SUBMISSIONS / round_id
        folder.mkdir(parents=True)
        (folder / FILE).write_text(told.replace(OLDER, round_id), "utf-8")
        for actor in ("ks", "helse-vest"):
            (folder / f"{actor}.xlsx").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["{}", "{}/", "./{}", *(f"submissions/{{}}{end}" for end in ("", "/", "/round.toml"))])
@pytest.mark.parametrize("round_id", [OLDER, NEWER])
def test_a_round_is_named_by_its_id_or_its_folder(name, round_id, home):
    said = name.format(round_id)

    assert names_a_round(said)
    assert round_named(said, None).id == round_id
    assert round_named(str(home / SUBMISSIONS / round_id), None).id == round_id


def test_without_a_name_the_newest_round_is_meant(home):
    assert round_named(None, None).id == NEWER


def test_within_a_round_the_dot_is_that_round(home, monkeypatch):
    monkeypatch.chdir(home / SUBMISSIONS / OLDER)

    assert names_a_round(".")
    assert round_named(".", None).id == OLDER


def test_the_folder_of_a_round_of_another_root_is_that_round_and_no_other(home, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert round_named(str(home / SUBMISSIONS / OLDER), None).folder == home / SUBMISSIONS / OLDER
    with pytest.raises(UsageError):
        round_named(f"other/{SUBMISSIONS}/{OLDER}", home)


@pytest.mark.parametrize(
    ("said", "round_id", "file"),
    [
        ("ks", NEWER, "ks"),
        ("KS", NEWER, "ks"),
        ("Helse Vest RHF", NEWER, "helse-vest"),
        ("2021-04/ks", OLDER, "ks"),
        ("2021-04/ks.xlsx", OLDER, "ks"),
        ("submissions/2021-04/helse-vest", OLDER, "helse-vest"),
        ("submissions/2021-04/helse-vest.xlsx", OLDER, "helse-vest"),
    ],
)
def test_a_workbook_is_named_by_its_actor_or_its_path(said, round_id, file, home):
    found = workbook_named(said, None, None)

    assert found.resolve() == home / SUBMISSIONS / round_id / f"{file}.xlsx"


def test_an_actor_is_looked_up_in_the_round_that_is_named(home):
    assert workbook_named("ks", OLDER, None) == home / SUBMISSIONS / OLDER / "ks.xlsx"


def test_a_file_here_goes_before_an_actor(home):
    (home / "ks").touch()

    assert str(workbook_named("ks", None, None)) == "ks"


def test_actors_after_a_round_are_those_of_it(home):
    found = workbooks_named([OLDER, "ks", "helse-vest"], None)

    assert [(path.parent.name, path.stem) for path in found] == [(OLDER, "ks"), (OLDER, "helse-vest")]


def test_a_folder_is_all_its_workbooks(home):
    (home / "inn").mkdir()
    for name in ("b.xlsx", "a.xlsm", "~$b.xlsx", "c.pdf"):
        (home / "inn" / name).touch()

    assert [path.name for path in workbooks_named(["inn/"], None)] == ["a.xlsm", "b.xlsx"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["kss"], "«ks»"),
        (["2021-04/helse-vst"], "«helse-vest»"),
        ([OLDER, NEWER], "Ta én runde om gangen"),
        (["submissions"], f"{OLDER}, {NEWER}"),
        (["2021-14"], "2021-14"),
    ],
)
def test_what_names_nothing_is_told_with_what_was_meant(said, told, home):
    is_round = len(said) == 1 and names_a_round(said[0])

    with pytest.raises(UsageError) as refused:
        round_named(said[0], None) if is_round else workbooks_named(said, None)

    assert told in refused.value.text.nb


def test_an_actor_is_named_by_id_or_name_and_near_ones_are_told(home):
    round_ = round_named(OLDER, None)

    assert actor_named(round_, "helse vest rhf").id == "helse-vest"
    with pytest.raises(UsageError) as refused:
        actor_named(round_, "helse-vets")
    assert "«helse-vest»" in refused.value.text.en


def test_a_report_is_named_by_its_folder_or_its_round(home):
    (home / "output" / OLDER).mkdir(parents=True)

    assert report_named(OLDER, None) == home / "output" / OLDER
    assert report_named(f"output/{OLDER}/", None).resolve() == home / "output" / OLDER
    assert report_named(f"{SUBMISSIONS}/{OLDER}", None) == home / "output" / OLDER


def test_names_that_are_near_are_told_best_first_and_few_of_them():
    assert alike("chek", ["compare", "check", "trace"]) == ("check",)
    assert alike("HELSE-V", ["helse-vest", "ks"])[0] == "helse-vest"
    assert alike("144", ["14", "1444", "114", "7"]) == ("114",)
    assert did_you_mean("x", ["check"]).nb == ""
    assert did_you_mean("chek", ["check"]).en == " Did you mean «check»?"
