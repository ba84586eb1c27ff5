"""A small round for tests that build a whole report, and the commands as a person runs them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from ehport.cli import main
from ehport.rounds.find import SUBMISSIONS
from tests.later_rounds import LATER, Draft, later_round
from tests.source import ROOT

ACTOR = "helse-nord"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """Everything it printed, on one line, as folded lines may break anywhere."""
        return " ".join(f"{self.out} {self.err}".split())


def only_one_actor(draft: Draft) -> None:
    """Leave one actor's projects in a round, and nothing adjusted."""
    draft.records = {ACTOR: draft.records[ACTOR]}
    kept = {each["id"] for each in draft.records[ACTOR]["projects"]}
    draft.register["projects"] = [each for each in draft.register["projects"] if each["id"] in kept]
    draft.register["adjustments"] = draft.register["adjustments"][:0]


def small_round(home: Path) -> Path:
    """Write the sample round and a small one after it below a folder, and return the small one's folder."""
    later_round(home, only_one_actor)
    return home / SUBMISSIONS / LATER


def command(
    *arguments: str | Path, within: Path, under: Mapping[str, str | None] | None = None, before: tuple[str, ...] = ()
) -> Ran:
    """Run a command without a terminal, under other conditions where some are given: ``None`` takes a variable away."""
    wanted = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "EHPORT_LANG": "", "COLUMNS": None, **(under or {})}
    known = {name: value for name, value in {**os.environ, **wanted}.items() if value}
    ran = subprocess.run(
        [*before, sys.executable, "-W", "error", "-m", "ehport", *map(str, arguments)],
        cwd=within,
        env=known,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    letters = known.get("PYTHONIOENCODING", "utf-8")
    return Ran(ran.returncode, ran.stdout.decode(letters), ran.stderr.decode(letters))


def command_here(*arguments: str | Path, within: Path, columns: int | None = None) -> Ran:
    """Run a command in this process, which is sooner: for what does not depend on how a process was started."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(within)
        patch.setenv("NO_COLOR", "1")
        patch.delenv("EHPORT_LANG", raising=False)
        if columns:
            patch.setenv("COLUMNS", str(columns))
        patch.setattr("sys.argv", ["ehport", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
    told, complained = (_told(each) for each in (out, err))
    return Ran(int(ended.value.code or 0), told, complained)


def _told(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
