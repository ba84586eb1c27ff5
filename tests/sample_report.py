"""The report of the sample round, as a build makes it."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from ehport.building.build import Built, build_report
from ehport.building.options import PDF, BuildOptions
from ehport.pdf.document import Document
from ehport.pdf.write import Press
from ehport.rounds.find import SUBMISSIONS, find_round
from ehport.rounds.reading_cache import cache_of
from ehport.system.progress import Progress
from tests.source import ROOT

ROUND = "2021-04"


@dataclass(frozen=True, slots=True)
class SampleReport:
    """A built report, and the document that was laid out for it."""

    folder: Path
    built: Built
    document: Document

    @property
    def pdf(self) -> Path:
        """The printed report."""
        return self.folder / PDF


def a_copy(home: Path, to: Path) -> Path:
    """Copy the round, and what is kept of its builds, to a folder; what is kept is never written to, only replaced."""
    shutil.copytree(ROOT / SUBMISSIONS / ROUND, to / SUBMISSIONS / ROUND)
    kept = cache_of(home / SUBMISSIONS / ROUND)
    shutil.copytree(kept, cache_of(to / SUBMISSIONS / ROUND), copy_function=os.link)
    return to


def sample_built_once(home: Path, **options: Any) -> SampleReport:
    """Return the report, built by the first process of the tests that asks for it; two never build in one folder."""
    made = home / f"{_name(options)}.pickle"
    with FileLock(home / "report.lock"):
        if not made.is_file():
            made.write_bytes(pickle.dumps(_build_sample(home, **options)))
    report: SampleReport = pickle.loads(made.read_bytes())
    return report


def _name(options: Mapping[str, object]) -> str:
    return "-".join(["report", *options])


def _build_sample(home: Path, **options: Any) -> SampleReport:
    """Build the report from a copy of the round; a second build in the same folder reuses what it can."""
    documents: list[Document] = []

    write = Press.write

    def keep(press: Press, document: Document, target: Path, **options: Any) -> Any:
        documents.append(document)
        return write(press, document, target, **options)

    shutil.copytree(ROOT / SUBMISSIONS / ROUND, home / SUBMISSIONS / ROUND, dirs_exist_ok=True)
    folder = home / _name(options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Press, "write", keep)
        built = build_report(home, find_round(home, ROUND), BuildOptions(out=folder, **options), Progress())
    return SampleReport(folder, built, documents[-1])  # the case paper, where it is made, comes before the report
