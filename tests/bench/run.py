"""One run of a command: how long it took, what it cost, and what it said."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUND = "2021-04"
ROUND_FOLDER = ROOT / "submissions" / ROUND

Command = tuple[str | Path, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A command that ran: seconds on the clock, processor seconds of it and its children, and what it printed."""

    seconds: float
    cpu: float
    printed: str


def python(*arguments: str | Path) -> Command:
    """Return a command of this very Python."""
    return (sys.executable, *arguments)


def ehport(*arguments: str | Path) -> Command:
    """Return a command of ehport."""
    return python("-m", "ehport", *arguments)


def run(*command: str | Path, codes: tuple[int, ...] = (0,)) -> Run:
    """Run a command from the project's folder and wait for it.

    Raises `RuntimeError`, with what was printed, when the exit code is none of those expected.
    """
    with tempfile.TemporaryFile() as printed:
        environment = os.environ | {"PYTHONUTF8": "1"}
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    if process.returncode not in codes:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, text)


def in_turns(times: int, *measured: Callable[[], Run]) -> list[tuple[Run, ...]]:
    """Run what is compared one after the other, several times over, so that a slow moment falls on all of them."""
    return [tuple(each() for each in measured) for _ in range(times)]
