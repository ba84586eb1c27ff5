from __future__ import annotations

import multiprocessing
import tempfile
from concurrent.futures import Future
from pathlib import Path

import pytest

from ehport.pdf import workers
from ehport.pdf.job import Job, Style
from ehport.pdf.layout import LaidOutPart
from ehport.pdf.resources import ForbiddenResourceError
from ehport.pdf.workers import Workshop
from ehport.system import assets
from tests.pdf.sample import STYLESHEET

STYLE = Style(STYLESHEET, "nb", assets.fonts())
LONG = "<p>ord</p>" * 300


def _jobs(count: int) -> list[Job]:
    return [Job(f"<h1>{number}</h1>{LONG if number == 2 else ''}") for number in range(count)]


def _made(jobs: list[Job], processes: int) -> list[LaidOutPart]:
    with Workshop(STYLE, processes) as workshop:
        coming: list[Future[LaidOutPart]] = [workshop.render(job) for job in jobs]
        return [each.result() for each in coming]


def test_every_job_comes_back_to_whom_asked_for_it():
    assert [part.layout.bookmarks[0].label for part in _made(_jobs(4), 2)] == ["0", "1", "2", "3"]


def test_processes_that_start_from_nothing_make_the_same_pages(monkeypatch):
    copied = _made(_jobs(3), 1)
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("spawn"))

    assert _made(_jobs(3), 2) == copied


def test_what_a_process_refuses_reaches_its_parent():
    with pytest.raises(ForbiddenResourceError, match=r"x\.png"):
        _made([*_jobs(3), Job('<img src="x.png" alt="">')], 2)


def test_what_keeps_a_process_from_laying_out_reaches_its_parent(tmp_path: Path):
    nothing_to_set_text_in = Style(STYLESHEET, "nb", tmp_path)

    with Workshop(nothing_to_set_text_in, 1) as workshop:
        workshop.warm_up()
        with pytest.raises(ForbiddenResourceError, match="SourceSans3"):
            workshop.render(Job("<p>ord</p>")).result()


def test_an_interrupted_build_leaves_neither_files_nor_processes(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(multiprocessing.active_children())

    started: set[multiprocessing.process.BaseProcess] = set()

    def interrupted() -> None:
        with Workshop(STYLE, 2) as workshop:
            first, *_others = [workshop.render(job) for job in _jobs(6)]
            first.result()
            started.update(set(multiprocessing.active_children()) - before)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert started
    assert not started & set(multiprocessing.active_children())
    assert not list(tmp_path.glob("ehport-*"))
