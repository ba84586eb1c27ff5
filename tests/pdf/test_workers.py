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
LONG = "<p>ord</p>" * 300


@pytest.fixture(autouse=True)
def every_job_is_worth_a_process(monkeypatch):
    monkeypatch.setattr(workers, "_WORTH_A_PROCESS", 10)


def _jobs(count: int) -> list[Job]:
    return [Job(f"<h1>{number}</h1>{LONG if number == 2 else ''}") for number in range(count)]


def _labels(results) -> list[tuple[int, str]]:
    return sorted((position, part.layout.bookmarks[0].label) for position, part in results)


def test_every_job_comes_back_with_its_position():
    results = Workshop(STYLE, 2).render(_jobs(4))

    assert _labels(results) == [(0, "0"), (1, "1"), (2, "2"), (3, "3")]


def test_processes_that_start_from_nothing_make_the_same_pages(monkeypatch):
    alone = dict(Workshop(STYLE, 1).render(_jobs(3)))
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("spawn"))

    assert dict(Workshop(STYLE, 2).render(_jobs(3))) == alone


def test_what_a_process_refuses_reaches_its_parent():
    with pytest.raises(ForbiddenResourceError, match=r"x\.png"):
        list(Workshop(STYLE, 2).render([*_jobs(3), Job('<img src="x.png" alt="">')]))


def test_an_interrupted_build_leaves_neither_files_nor_processes(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    results = Workshop(STYLE, 2).render(_jobs(6))
    next(results)
    started = multiprocessing.active_children()

    results.close()

    assert started
    assert not multiprocessing.active_children()
    assert not list(tmp_path.glob("ehport-*"))
