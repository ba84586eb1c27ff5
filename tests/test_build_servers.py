"""What the README tells GitHub and GitLab to do, done: its very commands, in a repository with changed workbooks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from ehport.rounds.find import SUBMISSIONS
from tests.later_rounds import LATER
from tests.small_round import ACTOR, small_round
from tests.source import ROOT

BOOK = f"{SUBMISSIONS}/{LATER}/{ACTOR}.xlsx"
IDENTITY = ("-c", "user.name=Kontoret", "-c", "user.email=kontoret@example.org", "-c", "commit.gpgsign=false")


def in_readme(beginning: str) -> Any:
    """Return what a code block of the README says that begins so."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return yaml.safe_load(next(each for each in blocks if each.startswith(beginning)))


def is_setup(command: str) -> bool:
    return "pip install" in command


class Repository:
    """A repository whose branch has workbooks that the main branch has not."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin = folder, folder.parent / "bin"
        self.bin.mkdir()
        (self.bin / "ehport").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ehport "$@"\n', "utf-8")
        (self.bin / "ehport").chmod(0o755)

    def git(self, *arguments: str) -> str:
        command = ["git", *IDENTITY, *arguments]
        return subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True).stdout.strip()

    def run(self, shell: str, **variables: str) -> subprocess.CompletedProcess[str]:
        known = {
            **{name: value for name, value in os.environ.items() if name not in ("COLUMNS", "EHPORT_LANG")},
            **variables,
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        }
        command = ["bash", "-e", "-o", "pipefail", "-c", shell]
        return subprocess.run(command, cwd=self.folder, env=known, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    found = Repository(tmp_path_factory.mktemp("bygg") / "runder")
    small_round(found.folder)
    book, register = found.folder / BOOK, (found.folder / BOOK).with_name("register.xlsx")
    sent, listed = book.read_bytes(), register.read_bytes()
    book.unlink()
    register.write_bytes(listed + b"\0")  # still a workbook, by other bytes
    (found.folder / ".gitignore").write_text("output/\n", "utf-8")
    found.git("init", "--quiet", "--initial-branch=main")
    found.git("add", "--all")
    found.git("commit", "--quiet", "--message=Runden")
    found.git("update-ref", "refs/remotes/origin/main", "main")
    found.git("switch", "--quiet", "--create=innmelding")
    book.write_bytes(sent)
    register.write_bytes(listed)
    found.git("add", "--all")
    found.git("commit", "--quiet", "--message=Innmeldingen")
    return found


def test_what_github_is_told_marks_the_changed_workbook_and_builds_a_draft(repository):
    steps = [each for each in in_readme("name: runde")["jobs"]["runde"]["steps"] if "run" in each]

    summary = repository.folder.parent / "summary.md"
    known = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}

    ran = [repository.run(each["run"], **known) for each in steps if not is_setup(each["run"])]

    check, draft = ran
    assert check.returncode != 0, "the workbook has an error"
    assert f"::error file={BOOK}" in check.stdout
    assert "register.xlsx" not in check.stdout
    assert f"{ACTOR}.xlsx" in summary.read_text("utf-8")
    assert draft.returncode == 0, draft.stderr
    assert (repository.folder / "output" / LATER / "rapport.pdf").is_file()


def test_what_gitlab_is_told_reports_the_changed_workbook_and_builds_a_draft(repository):
    told = in_readme("runde:")["runde"]

    ran = repository.run("\n".join(told["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA=repository.git("rev-parse", "main"))

    report = JUnitXml.fromfile(str(repository.folder / told["artifacts"]["reports"]["junit"]))
    assert ran.returncode != 0, "the workbook has an error"
    assert report.failures + report.errors > 0
    assert (repository.folder / "output" / LATER / "rapport.pdf").is_file(), ran.stderr
    assert all(map(is_setup, told["before_script"][1:]))


def test_nothing_is_checked_where_no_workbook_has_changed(repository):
    steps = in_readme("name: runde")["jobs"]["runde"]["steps"]
    check = next(each["run"] for each in steps if "ehport check" in each.get("run", ""))
    repository.git("update-ref", "refs/remotes/origin/same", "innmelding")

    ran = repository.run(check, GITHUB_BASE_REF="same")

    assert (ran.returncode, ran.stdout) == (0, "")
