"""What a fresh install is made from: every dependency locked by hash, from nowhere in particular."""

from __future__ import annotations

import os
import re
import subprocess
from hashlib import sha256

import pytest

from ehport.system.assets import fonts
from tests.source import ROOT, pyproject

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
FONTS = {  # as Google Fonts publishes version 3.052
    "SourceSans3[wght].ttf": "042fe2cc0b933e328410d7acbd0aa6a1873dca5aef81875f4bc214b08825c7b9",
    "SourceSans3-Italic[wght].ttf": "39e3ab05ccd7cb94907c31005bb5bec1d5432f0b096a2b782976e217a540eb6c",
}
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


def test_the_typeface_is_the_published_one_with_its_licence():
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in fonts().glob("SourceSans3*.ttf")}

    assert found == FONTS
    assert "SIL Open Font License, Version 1.1" in (fonts() / "OFL.txt").read_text("utf-8")


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
