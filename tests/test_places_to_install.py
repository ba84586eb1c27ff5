"""Where people install: the action, the hook and the container do what the project does elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
import yaml

from tests.command_line.conftest import run  # noqa: F401 it is a fixture
from tests.source import ROOT
from tests.test_build_servers import in_readme

CONTAINER = (ROOT / "Containerfile").read_text("utf-8")
SETUP = (ROOT / ".ci" / "setup").read_text("utf-8")


def _steps(steps):
    return [each["run"].strip() for each in steps if "run" in each]


def test_the_action_does_the_steps_of_the_readme():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    base = action["inputs"]["base"]["default"].replace("${{ github.base_ref }}", "$GITHUB_BASE_REF")

    done = [each.replace("$BASE...", f"{base}...") for each in _steps(action["runs"]["steps"])]

    shown = _steps(in_readme("name: runde")["jobs"]["runde"]["steps"])
    assert [each.replace('"$GITHUB_ACTION_PATH"', ".") for each in done] == shown
    assert all("shell" in each for each in action["runs"]["steps"] if "run" in each)


@pytest.mark.parametrize(
    ("path", "is_checked"),
    [
        ("submissions/2021-09/helse-vest.xlsx", True),
        ("submissions/2021-09/ks.xlsm", True),
        ("submissions/2021-09/register.xlsx", False),
        ("submissions/2021-09/.earlier/ks.xlsx", False),
        ("output/2021-09/feedback/ks.tilbakemelding.xlsx", False),
    ],
)
def test_the_hook_checks_the_workbooks_of_actors(path, is_checked):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert (bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)) is is_checked


def test_the_hook_runs_a_command_that_tells_errors_by_its_exit_code(run, tmp_path):  # noqa: F811 the fixture
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (tmp_path / "feil.xlsx").write_text("ingen arbeidsbok", "utf-8")

    program, *command = hook["entry"].split()
    ran = run(*command, "feil.xlsx", within=tmp_path)

    assert (program, ran.code) == ("ehport", 1)
    assert "Neste" not in ran.out + ran.err


def test_the_container_is_set_up_by_the_script_that_make_uses_and_runs_where_there_is_a_builder():
    builder = next((each for each in ("podman", "docker") if _works(each)), "")
    if builder:
        subprocess.run([builder, "build", "--tag", "ehport-test", str(ROOT)], check=True, timeout=900)
        ran = subprocess.run([builder, "run", "--rm", "ehport-test", "doctor"], check=False, timeout=60)
        assert ran.returncode == 0

    assert "COPY . /ehport" in CONTAINER
    assert "RUN cd /ehport && VENV=/opt/ehport sh .ci/setup" in CONTAINER
    assert "ENV PATH=/opt/ehport/bin:$PATH" in CONTAINER
    assert not re.search(r"apt-get install|pip install", CONTAINER), "the script knows what is needed"


def _works(builder):
    there = shutil.which(builder)
    return bool(there) and subprocess.run([there, "info"], capture_output=True, check=False).returncode == 0


def test_everything_that_is_told_to_be_installed_is_what_the_script_installs():
    (listed,) = re.findall(r"for package in ([^;]+);", SETUP)
    texts = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "action.yml"]
    told = [
        line for path in texts for line in re.findall(r"apt-get install (?:-\S+ )*([^&`\n]+)", path.read_text("utf-8"))
    ]

    assert told
    assert {tuple(each.split()) for each in told} == {tuple(listed.split())}


class _Windows:
    """The module `os` as it is there, for who asks for its name."""

    name = "nt"

    def __getattr__(self, name):
        return getattr(os, name)


def test_a_star_is_expanded_where_the_shell_does_not(run, tmp_path, monkeypatch):  # noqa: F811 the fixture
    monkeypatch.setattr("typer.core.os", _Windows())
    for name in ("ks", "helse-nord"):
        shutil.copy(ROOT / "submissions" / "2021-04" / f"{name}.xlsx", tmp_path)

    ran = run("check", "*.xlsx", "--format", "json", within=tmp_path)

    assert ran.code in (0, 1)
    assert '"ks.xlsx"' in ran.out
    assert '"helse-nord.xlsx"' in ran.out
