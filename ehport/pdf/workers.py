"""Many parts laid out at the same time, in processes of their own."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from ehport.pdf.job import Job, Style
from ehport.pdf.layout import Font, LaidOutPart
from ehport.pdf.libraries import load_renderer
from ehport.system.processes import end_with_parent

if TYPE_CHECKING:
    from ehport.pdf.rendering import Renderer

_PRELOADED = "ehport.pdf.preloaded"
_COMMANDS = {"ehport.cli"}  # a worker loads what its parent was started with
_PARTS_BETWEEN_COLLECTIONS = 25  # what they leave behind stays below a hundred megabytes
_LARGE = 200_000  # characters of a part that needs the room itself


class Workshop:
    """Lays out jobs in one style; leaving it ends all work and deletes what was left over."""

    def __init__(self, style: Style, jobs: int | None, scratch: Path | None = None) -> None:
        """Take the most processes to use, as many as there are processors unless told otherwise."""
        self._scratch = tempfile.TemporaryDirectory(prefix="ehport-", dir=scratch)
        self._pool = ProcessPoolExecutor(
            jobs if jobs is not None else os.cpu_count() or 1,
            mp_context=_context(),
            initializer=_start_worker,
            initargs=(style, self._scratch.name),
        )

    def __enter__(self) -> Workshop:
        """Return the workshop; its processes start with the first job."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End all work at once; a process that tidied up after itself would take longer than a page."""
        for process in self._processes:
            process.terminate()
        self._pool.shutdown(cancel_futures=True)
        self._scratch.cleanup()

    @property
    def _processes(self) -> tuple[multiprocessing.process.BaseProcess, ...]:
        known: Mapping[int, multiprocessing.process.BaseProcess] | None = self._pool._processes
        return tuple((known or {}).values())

    @staticmethod
    def warm_up() -> None:
        """Start the process that the others are copied from, so that it is ready when the first job comes."""
        if not _can_copy():
            return
        from multiprocessing import forkserver  # only where there is one

        can_ignore = threading.current_thread() is threading.main_thread()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN) if can_ignore else None  # it has it from its parent
        try:
            _context()
            forkserver.ensure_running()
        finally:
            if can_ignore:
                signal.signal(signal.SIGINT, before)

    def render(self, job: Job) -> Future[LaidOutPart]:
        """Return the pages of a fragment, to come."""
        return self._pool.submit(_render, job)

    def sheet(self, fonts: Mapping[str, Font], text: str) -> Future[LaidOutPart]:
        """Return the page that embeds the fonts, to come."""
        return self._pool.submit(_sheet, fonts, text)


_style: Style | None = None
_renderer: Renderer | None = None
_rendered = 0


def _start_worker(style: Style, scratch: str) -> None:
    global _style
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends the work
    tempfile.tempdir = scratch  # the parent deletes it, however a worker ends
    _style = style


def _render(job: Job) -> LaidOutPart:
    global _rendered
    renderer = _opened()
    if _rendered >= _PARTS_BETWEEN_COLLECTIONS or len(job.html) > _LARGE:
        gc.collect()
        _rendered = 0
    _rendered += 1
    return renderer.render(job)


def _sheet(fonts: Mapping[str, Font], text: str) -> LaidOutPart:
    return _opened().sheet(fonts, text)


def _opened() -> Renderer:
    """Return the renderer of this process, made for its first job."""
    global _renderer
    if _renderer is None:
        if _style is None:
            raise RuntimeError("the process was not started as a worker")
        _renderer = load_renderer()(_style)  # nobody but a worker needs it
        gc.freeze()  # what is there now stays; a part leaves next to nothing that could be given back sooner
        gc.disable()
    return _renderer


def _can_copy() -> bool:
    """Tell whether the system can start processes as copies of one that has loaded everything."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def _context() -> multiprocessing.context.BaseContext:
    """Return how to start processes."""
    if not _can_copy():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED, *(_COMMANDS & sys.modules.keys())])
    return context
