from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path

import pytest

from ehport.model import settings
from ehport.pdf import workers
from ehport.pdf.job import Job, Style
from ehport.pdf.resources import ForbiddenResourceError
from ehport.pdf.workers import Workshop
from tests.pdf.sample import STYLESHEET

STYLE = Style(STYLESHEET, "nb", settings.fonts())
LONG = "<p>ord</p>" * 4000


def _jobs(count: int) -> list[Job]:
    return [Job(f"<h1>{number}</h1>{LONG if number == 2 else ''}") for number in range(count)]


def _nothing() -> None:
    return None


def test_jobs_come_back_in_their_order_whoever_is_done_first():
    parts = Workshop(STYLE, 2).render(_jobs(4), _nothing)

    assert [part.layout.bookmarks[0].label for part in parts] == ["0", "1", "2", "3"]


def test_processes_that_start_from_nothing_make_the_same_pages(monkeypatch):
    alone = Workshop(STYLE, 1).render(_jobs(3), _nothing)
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("spawn"))

    assert Workshop(STYLE, 2).render(_jobs(3), _nothing) == alone


def test_what_a_process_refuses_reaches_its_parent():
    with pytest.raises(ForbiddenResourceError, match=r"x\.png"):
        Workshop(STYLE, 2).render([*_jobs(3), Job('<img src="x.png" alt="">')], _nothing)


def test_an_interrupted_build_leaves_neither_files_nor_processes(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def interrupt() -> None:
        raise KeyboardInterrupt

    workshop = Workshop(STYLE, 2)
    with pytest.raises(KeyboardInterrupt):
        workshop.render(_jobs(6), interrupt)

    assert not multiprocessing.active_children()
    assert not list(tmp_path.glob("ehport-*"))
