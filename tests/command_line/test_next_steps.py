"""What can be done next: one line after each command of a round, for people alone, and not where it is not wanted."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from ehport.building.build import Built, format_outcome, suggest_next
from ehport.building.options import BuildOptions, Output
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang, Text
from ehport.rounds.find import SUBMISSIONS


@pytest.fixture
def opened(run, tmp_path):
    """Return a folder with a round that was just opened."""
    assert run("open-round", "2021-09", "-q", within=tmp_path).code == 0
    return tmp_path


def next_of(ran):
    return [line for line in ran.out.splitlines() if line.startswith(("Neste: ", "Next: "))]


def test_each_command_of_a_round_names_the_next(run, tmp_path):
    opened = run("open-round", "2021-09", within=tmp_path)
    shutil.copy(tmp_path / SUBMISSIONS / "2021-09" / "ks.xlsx", tmp_path / "svar.xlsx")
    received = run("receive", "svar.xlsx", within=tmp_path)
    status = run("status", within=tmp_path)
    checked = run("check", "2021-09", within=tmp_path)

    assert ["ehport receive" in line for line in next_of(opened)] == [True]
    assert ["ehport status 2021-09" in line for line in next_of(received)] == [True]
    assert ["--letters" in line for line in next_of(status)] == [True]
    assert ["ehport build-report 2021-09" in line for line in next_of(checked)] == [True]


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "-q"],
        ["status", "--format", "json"],
        ["status", "--format", "csv"],
        ["check", "ks", "--quiet"],
        *(["check", "ks", "--format", form] for form in ("json", "sarif", "github", "junit")),
        ["check", "ks", "--out", "found.txt"],
    ],
)
def test_it_is_not_told_when_it_is_not_wanted_or_a_program_reads(arguments, run, opened):
    ran = run(*arguments, within=opened)

    assert "Neste" not in ran.out + ran.err
    if "json" in arguments:
        json.loads(ran.out)


def test_an_actor_is_told_what_to_do_with_the_workbook(run, opened):
    checked = run("check", "ks", "--lang", "en", within=opened)

    (line,) = next_of(checked)
    assert ("--annotate" in line) is (checked.code == 1)


def a_build(tmp_path, **more):
    names = ("rapport.pdf", "rapport.html", "data/a.csv", "feedback/ks.md", "manifest.json")
    files = tuple(tmp_path / "output" / "2021-09" / name for name in names)
    return Built(tmp_path / "output" / "2021-09", files, 12, counts={Severity.WARNING: 275}, **more)


@pytest.mark.parametrize(
    ("more", "said", "following"),
    [
        ({}, "Alt kan publiseres unntatt feedback/", "ehport verify output/2021-09"),
        ({"is_unchanged": True}, "Alt kan publiseres unntatt feedback/", "ehport verify"),
        ({"options": BuildOptions(draft=True)}, "utkast som ikke skal publiseres", "uten --draft"),
        ({"failure": Text("Ingen PDF.", "No PDF.")}, "ikke klar til å publiseres", None),
    ],
)
def test_a_build_ends_with_one_relative_folder_and_what_may_be_published(more, said, following, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    built = a_build(tmp_path, **more)

    line = format_outcome(built, Lang.NB).splitlines()[-1]
    step = suggest_next(built, built.options, "2021-09")

    assert "output/2021-09 (rapport.pdf (12 sider), rapport.html, data, feedback)." in line
    assert str(tmp_path) not in line
    assert said in line
    assert following in step.nb if following else step is None


def test_after_a_part_of_a_report_nothing_is_next(tmp_path):
    built = replace(a_build(tmp_path), options=BuildOptions(only=Output.DATA))

    assert suggest_next(built, built.options, "2021-09") is None
