"""Completion as the shells ask for it: through the variables that their scripts set, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from ehport.cli import COMMANDS
from tests.command_line.conftest import NEWER, OLDER
from tests.source import ROOT

pytestmark = pytest.mark.slow

SHELLS = ("bash", "zsh", "fish")


def completed(shell, line, within, **more):
    """Return the words that a shell is offered for a line, and what else was printed."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }
    ran = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv = ['ehport']; from ehport.cli import main; main()"],
        cwd=within,
        env={**os.environ, "PYTHONPATH": str(ROOT), "_EHPORT_COMPLETE": f"complete_{shell}", **asked[shell], **more},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stderr == ""
    if shell == "zsh":
        return dict(re.findall(r'"([^"]*)"(?::"([^"]*)")?', ran.stdout))
    return dict(each.partition("\t")[::2] for each in ran.stdout.splitlines() if each)


@pytest.mark.parametrize("shell", SHELLS)
def test_all_commands_are_offered_also_where_there_are_no_rounds(shell, tmp_path):
    assert list(completed(shell, "ehport ", tmp_path)) == [each.name for each in COMMANDS]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("ehport stat", ["status"]),
        ("ehport status ", [NEWER, OLDER]),
        ("ehport check 2021-0", [NEWER, OLDER]),
        ("ehport check helse-v", ["helse-vest"]),
        ("ehport questions 2021-04 --actor k", ["ks"]),
        ("ehport questions 2021-09 --actor k", []),
        ("ehport build-report 2021-09 --late helse-n", ["helse-nord"]),
        ("ehport open-round 2022-01 --from ", [NEWER, OLDER]),
        ("ehport check ks.xlsx --fo", ["--format"]),
        ("ehport check ks.xlsx --format j", ["json", "junit"]),
        ("ehport explain C20", [f"C20{digit}" for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9)]),
        ("ehport check submissions/", [f"submissions/{OLDER}/", f"submissions/{NEWER}/"]),
    ],
)
def test_rounds_actors_options_codes_and_paths_are_offered(shell, line, offered, home):
    found = list(completed(shell, line, home))

    assert found == offered or (line.endswith("C20") and set(found) <= set(offered) and found)


@pytest.mark.parametrize("line", ["ehport status ", "ehport questions 2021-04 --actor ", "ehport preview x"])
def test_nothing_fails_where_there_is_nothing_to_offer(line, tmp_path):
    assert completed("bash", line, tmp_path) == {}


def test_nothing_fails_where_a_round_cannot_be_read(home):
    (home / "submissions" / NEWER / "round.toml").write_text("id = [", "utf-8")

    assert list(completed("bash", "ehport status ", home)) == [NEWER, OLDER]
    assert completed("bash", "ehport check he", home) == {}


def test_what_is_offered_is_explained_in_the_language_that_is_asked_for(tmp_path):
    english = completed("fish", "ehport ", tmp_path, EHPORT_LANG="en")
    norwegian = completed("fish", "ehport ", tmp_path, EHPORT_LANG="")

    assert english == {each.name: each.does.en for each in COMMANDS}
    assert norwegian == {each.name: each.does.nb for each in COMMANDS}
    assert completed("fish", "ehport check --al", tmp_path, EHPORT_LANG="en") == {
        "--all": "Show all notes too.",
        "--alle": "Show all notes too.",
    }


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_a_shell_is_printed(shell, tmp_path, run, monkeypatch):
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, shell))

    shown = run("--show-completion", within=tmp_path)

    assert shown.code == 0
    assert f"_EHPORT_COMPLETE=complete_{shell}" in shown.out


def test_completion_is_installed_and_told_in_norwegian(tmp_path, run, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("fish", "fish"))

    told = run("--install-completion", within=tmp_path)

    assert told.code == 0
    assert told.out.startswith("Fullføring i fish er lagt i ")
    assert (tmp_path / ".config" / "fish" / "completions" / "ehport.fish").is_file()


def test_a_shell_that_is_not_known_is_told(tmp_path, run, monkeypatch):
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("ksh", "ksh"))

    for option in ("--show-completion", "--install-completion"):
        refused = run(option, within=tmp_path)

        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith("feil: Skallet ble ikke kjent igjen.")
