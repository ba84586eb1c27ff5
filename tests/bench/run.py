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

from tests.bench.processes import Processes

ROOT = Path(__file__).parents[2]
ROUND = "2021-04"
ROUND_FOLDER = ROOT / "submissions" / ROUND

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # a program that is used compiles its modules once

Command = tuple[str | Path, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A command that ran: seconds on the clock, processor seconds of it and all below it, and what it printed.

    ``own`` and ``largest`` are the most memory that it and any process below it took, in MB.
    """

    seconds: float
    cpu: float
    printed: str
    own: float
    largest: float


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
        environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE} | {"PYTHONUTF8": "1"}
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        processes = Processes(process.pid)
        processes.start()
        process.wait()
        seconds = time.perf_counter() - began
        processes.stop()
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    if process.returncode not in codes:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text[-2000:]}")
    return Run(seconds, processes.cpu, text, processes.own, processes.largest)


def in_turns(times: int, *measured: Callable[[], Run]) -> list[tuple[Run, ...]]:
    """Run what is compared one after the other, several times over, so that a slow moment falls on all of them."""
    return [tuple(each() for each in measured) for _ in range(times)]
