"""README and the guides: short enough to be read, and every command in them is one that the program takes."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from ehport.cli import app
from ehport.lang.language import Lang
from ehport.rounds.find import SUBMISSIONS
from tests.command_line.conftest import run  # noqa: F401 it is a fixture
from tests.source import ROOT

README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"
GUIDES = (README, *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`(ehport [^`]+)`")


def commands(path):
    """Return the commands that a text shows, without what it says about them."""
    text = path.read_text("utf-8").replace("ehport\n", "ehport ").replace("verify\n", "verify ")
    lines = [line for block in _BLOCK.findall(text) for line in block.splitlines()]
    shown = [*lines, *_INLINE.findall(_BLOCK.sub("", text))]
    return [shlex.split(line, comments=True)[1:] for line in map(str.strip, shown) if line.startswith("ehport ")]


SHOWN = [(path.name, command) for path in GUIDES for command in commands(path)]


def test_the_readme_is_short_and_leads_on_to_the_guides():
    text = README.read_text("utf-8")

    assert len(text.splitlines()) <= 120
    assert [path.name for path in GUIDES[1:] if f"docs/{path.name}" not in text] == []


def test_every_link_between_them_leads_somewhere():
    links = [(path, link) for path in GUIDES for link in re.findall(r"\]\((?!http)([^)#]+)\)", path.read_text("utf-8"))]

    assert links
    assert [link for path, link in links if not (path.parent / link).is_file()] == []


def test_the_pictures_are_what_the_script_made():
    """None is drawn by hand, and none is from an older script."""
    made = json.loads((PICTURES / "made.json").read_text("utf-8"))
    shown = {Path(each).name for path in GUIDES for each in re.findall(r"!\[.*?\]\((.*?)\)", path.read_text("utf-8"))}

    assert made["script"] == _digest(ROOT / ".ci" / "pictures.py"), "run make pictures"
    assert made["pictures"] == {path.name: _digest(path) for path in PICTURES.glob("*.png")}
    assert shown == made["pictures"].keys()
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 400_000


def _digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(("name", "command"), SHOWN, ids=lambda each: each if isinstance(each, str) else " ".join(each))
def test_every_command_that_is_shown_is_one_and_has_the_options_that_are_shown(name, command):
    program = get_command(app)
    of_all = {"-h", "--help", *(option for each in program.params for option in each.opts)}
    known = {
        each.name: {option for param in each.params for option in param.opts} for each in program.commands.values()
    }

    first, *rest = command
    options = {word.partition("=")[0] for word in command if re.match(r"--?[a-z]", word)}

    assert first in known or first in of_all or first == "COMMAND"
    assert options <= of_all | known.get(first, set())
    if first in known and rest and not options & {"--help"}:
        with program.make_context("ehport", list(command)) as context:
            required = [each for each in program.commands[first].params if each.required]
            if len([word for word in rest if not word.startswith("-")]) >= len(required) and not options:
                program.commands[first].make_context(first, rest, parent=context)


LAYS_OUT = ("build-report", "verify", "trace", "doctor", "checker", "--help", "facts")
GOES_ON = ("watch",)
CHANGES_WHAT_IS_THERE = ("project", "actor")


@pytest.mark.slow
def test_what_happens_to_projects_and_actors_can_be_done_in_the_sample_round_as_told(run, tmp_path):  # noqa: F811
    shutil.copytree(ROOT / SUBMISSIONS / "2021-04", tmp_path / SUBMISSIONS / "2021-04")
    told = [each for each in commands(ROOT / "docs" / "kontor.md") if each[0] in CHANGES_WHAT_IS_THERE]

    ran = [(each, run(*each, "--dry-run", within=tmp_path, lang=Lang.NB)) for each in told]

    assert len(told) >= 10
    assert [(each, done.err) for each, done in ran if done.code] == []


def test_the_round_of_the_office_runs_as_its_guide_says_from_an_empty_folder(run, tmp_path):  # noqa: F811 the fixture
    """All but what lays out pages or goes on until it is stopped, which other tests do."""
    ends = {"status": (0, 1), "check": (0, 1)}
    for command in commands(ROOT / "docs" / "kontor.md"):
        name = command[0]
        if name in (*LAYS_OUT, *GOES_ON, *CHANGES_WHAT_IS_THERE):
            continue
        if name == "receive":
            shutil.copy(tmp_path / SUBMISSIONS / "2022-01" / command[1], tmp_path)

        ran = run(*command, within=tmp_path, lang=Lang.NB)

        assert ran.code in ends.get(name, (0,)), (command, ran.err)
