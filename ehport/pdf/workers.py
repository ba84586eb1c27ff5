"""Many parts laid out at the same time, in processes of their own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from ehport.pdf.job import Job, Style
from ehport.pdf.layout import RenderedPart
from ehport.pdf.rendering import Renderer

Results = Generator[tuple[int, RenderedPart], None, None]
_WORTH_A_PROCESS = 30_000  # characters of HTML; less is laid out sooner than a process starts


class Workshop:
    """Lays out jobs in one style, with as many processes as are worth their start."""

    def __init__(self, style: Style, jobs: int | None) -> None:
        """Take the most processes to use: as many as there are processors unless told otherwise."""
        self.renderer = Renderer(style)
        self._processes = jobs if jobs is not None else os.cpu_count() or 1

    def render(self, jobs: Sequence[Job]) -> Results:
        """Yield the jobs laid out as they get ready, each with its position; closing ends all work."""
        size = sum(len(job.html) for job in jobs)
        processes = min(self._processes, len(jobs), 1 + size // _WORTH_A_PROCESS)
        return self._in_turn(jobs) if processes < 2 else self._in_parallel(jobs, processes)

    def _in_turn(self, jobs: Sequence[Job]) -> Results:
        for index, job in enumerate(jobs):
            yield index, self.renderer.render(job)

    def _in_parallel(self, jobs: Sequence[Job], processes: int) -> Results:
        # The longest first, so that no process is left alone with one at the end.
        order = sorted(range(len(jobs)), key=lambda index: -len(jobs[index].html))
        others = set(multiprocessing.active_children())
        with tempfile.TemporaryDirectory(prefix="ehport-") as scratch:
            pool = ProcessPoolExecutor(
                processes,
                mp_context=_context(),
                initializer=_start_worker,
                initargs=(_Inherited(self.renderer), scratch),
            )
            try:
                futures = {pool.submit(_work, jobs[index]): index for index in order}
                for future in as_completed(futures):
                    yield futures[future], future.result()
            except BaseException:
                for process in set(multiprocessing.active_children()) - others:
                    process.terminate()
                raise
            finally:
                pool.shutdown(cancel_futures=True)


class _Inherited:
    """A renderer that a forked process takes over as it is, and a spawned one builds again."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer

    def __reduce__(self) -> tuple[Callable[[Style], _Inherited], tuple[Style]]:
        return _built_again, (self.renderer.style,)


def _built_again(style: Style) -> _Inherited:
    return _Inherited(Renderer(style))


_renderer: Renderer | None = None


def _start_worker(inherited: _Inherited, scratch: str) -> None:
    global _renderer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends the work
    tempfile.tempdir = scratch  # the parent deletes it, however a worker ends
    _renderer = inherited.renderer


def _work(job: Job) -> RenderedPart:
    if _renderer is None:
        raise RuntimeError("the process was not started as a worker")
    return _renderer.render(job)


def _context() -> multiprocessing.context.BaseContext:
    """Return how to start processes: by fork where that is safe, for a spawned one imports all anew."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")
