"""Many workbooks read at the same time, where that is sooner than one after another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.register import Register
from ehport.model.round import Round
from ehport.model.submission import Entry, Submission
from ehport.rounds.reading_cache import ReadingCache
from ehport.system.processes import end_with_parent

Told = tuple[Diagnostic, ...]
Read = tuple[Submission | None, Told]


def read_workbooks(
    paths: Sequence[Path], round_: Round, cache: ReadingCache, warm_up: Callable[[], object] | None = None
) -> Iterator[Read]:
    """Yield what each workbook says, in the order of the paths; ``warm_up`` is done while they are being read."""
    known = {path: found for path in paths if (found := cache.find(path)) is not None}
    missing = [path for path in paths if path not in known]
    with ExitStack() as stack:
        coming = _begun(missing, round_, cache, stack) if warm_up or len(missing) > 1 else {}
        if warm_up:
            warm_up()
        for path in paths:
            if path in known:
                yield known[path]
            elif path in coming:
                yield coming[path].result()
            else:
                yield _read(path, round_, cache)


def read_register(path: Path, cache: ReadingCache, areas: tuple[str, ...] = ()) -> tuple[Entry[Register] | None, Told]:
    """Return what the office's register says in a round with some focus areas, and everything to say about it."""
    known: tuple[Entry[Register] | None, Told] | None = cache.find(path)
    if known is not None:
        return known
    # Loads openpyxl, which workbooks that were read before can do without.
    from ehport.workbook import register

    return cache.reading(path, partial(register.read_register, areas=areas))


def _begun(paths: Sequence[Path], round_: Round, cache: ReadingCache, stack: ExitStack) -> Mapping[Path, Future[Read]]:
    """Return what workbooks say, to come from processes of their own; nothing where those would not pay."""
    if not paths or not _can_fork():
        return {}
    processes = min(len(paths), os.cpu_count() or 1)
    if len(paths) > processes:
        import ehport.workbook.read  # noqa: F401  # once, for all processes; for a few it would keep this one waiting

    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), initializer=_start_worker)
    stack.callback(pool.shutdown, cancel_futures=True)
    return {path: pool.submit(_read, path, round_, cache) for path in paths}


def _read(path: Path, round_: Round, cache: ReadingCache) -> Read:
    from ehport.workbook.read import read_submission

    return cache.reading(path, partial(read_submission, round_=round_))


def _can_fork() -> bool:
    """Tell whether processes start by fork, and safely: a spawned one would import longer than it reads."""
    return sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _start_worker() -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends the work
