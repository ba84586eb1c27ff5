"""Many workbooks read at the same time, where that is sooner than one after another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.round import Round
from ehport.model.submission import Submission
from ehport.workbook.read import read_submission

Read = tuple[Submission | None, tuple[Diagnostic, ...]]
_WORTH_A_PROCESS = 3


def read_workbooks(
    paths: Sequence[Path], round_: Round, meanwhile: Callable[[], object] | None = None
) -> Iterator[Read]:
    """Yield what each workbook says, in the order of the paths; ``meanwhile`` is done while they are being read."""
    read = partial(read_submission, round_=round_)
    if len(paths) < _WORTH_A_PROCESS or not _can_fork():
        if meanwhile:
            meanwhile()
        yield from map(read, paths)
        return
    processes = min(len(paths), os.cpu_count() or 1)
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), initializer=_start_worker)
    try:
        found = [pool.submit(read, path) for path in paths]
        if meanwhile:
            meanwhile()
        yield from (each.result() for each in found)
    finally:
        pool.shutdown(cancel_futures=True)


def _can_fork() -> bool:
    """Tell whether processes start by fork, and safely: a spawned one would import longer than it reads."""
    return sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends the work
