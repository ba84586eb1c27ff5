"""What a fresh install is made from: every dependency locked by hash, from nowhere in particular."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from tests.source import ROOT, pyproject

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)((?: ;[^\\\n]*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def test_every_dependency_is_locked_with_its_hashes():
    locked = {name for name, _, _, hashes in LOCKED.findall(LOCK) if hashes}

    asked = [*pyproject()["project"]["dependencies"], *pyproject()["dependency-groups"]["dev"]]

    assert {re.match(r"[\w-]+", each)[0] for each in asked} <= locked


def test_the_exact_versions_of_the_project_are_those_of_the_lock():
    locked = {(name, version) for name, version, _, _ in LOCKED.findall(LOCK)}

    exact = {tuple(each.split("==")) for each in pyproject()["project"]["dependencies"] if "==" in each}

    assert exact
    assert exact <= locked


def test_the_lock_holds_only_names_versions_and_hashes():
    rest = [line for line in LOCKED.sub("", LOCK).splitlines() if line and not line.lstrip().startswith("#")]

    assert rest == []
    assert "://" not in LOCK
    assert "file:" not in LOCK


@pytest.mark.skipif(os.name == "nt", reason="make and sh are for other systems than Windows")
def test_a_python_that_is_missing_is_skipped_with_a_sentence():
    under = {**os.environ, "VERSIONS": "3.98 3.99"}

    ran = subprocess.run(
        ["sh", ".ci/test-all"],
        cwd=ROOT,
        env=under,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )

    told = [line for line in ran.stdout.splitlines() if "is not on this machine, and was skipped" in line]
    assert [re.findall(r"Python (3\.\d+)", each) for each in told] == [["3.98"], ["3.99"]]
