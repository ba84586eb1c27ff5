"""The program run within this process, and a folder with two rounds that have nothing in them yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ehport.cli import main
from ehport.model.round import FILE
from ehport.rounds.find import SUBMISSIONS
from tests.source import ROOT

OLDER, NEWER = "2021-04", "2021-09"


class Ran(NamedTuple):
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., Ran]:
    """Return a function that runs the program with some arguments, within a folder."""

    def call(*arguments: str, within: Path | None = None, lang: str | None = None) -> Ran:
        if within:
            monkeypatch.chdir(within)
        monkeypatch.setattr("sys.argv", ["ehport", *arguments])
        monkeypatch.delenv("EHPORT_LANG", raising=False)
        if lang:
            monkeypatch.setenv("EHPORT_LANG", lang)
        with pytest.raises(SystemExit) as ended:
            main()
        return Ran(int(ended.value.code or 0), *capsys.readouterr())

    return call


@pytest.fixture
def home(tmp_path) -> Path:
    """Return a folder with two rounds, of which the newer is asked of all actors of the older but the last."""
    told = (ROOT / SUBMISSIONS / OLDER / FILE).read_text("utf-8")
    for round_id, text in ((OLDER, told), (NEWER, told[: told.rindex("[[actors]]")].replace(OLDER, NEWER))):
        folder = tmp_path / SUBMISSIONS / round_id
        folder.mkdir(parents=True)
        (folder / FILE).write_text(text, "utf-8")
    return tmp_path
