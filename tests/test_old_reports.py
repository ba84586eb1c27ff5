"""An earlier round's report when later rounds have been added."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions
from ehport.pdf.document import Document, WrittenPdf
from ehport.rounds.find import SUBMISSIONS, find_round
from ehport.system.progress import Progress
from tests.later_rounds import FIRST, later_round
from tests.september import all_edits
from tests.source import ROOT

pytestmark = pytest.mark.slow


def built(home: Path, name: str, patch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], Document]:
    """Build the report of the first round in a folder of its own; return its files, and what the PDF is made of."""
    documents: list[Document] = []

    def write(_press: object, document: Document, target: Path, **_: object) -> WrittenPdf:
        documents.append(document)
        target.write_bytes(b"%PDF-1.7")
        return WrittenPdf(1, 1, 0, ())

    patch.setattr("ehport.pdf.write.Press.write", write)
    patch.setattr("ehport.pdf.write.Press.begin", lambda *_: None)
    folder = home / name
    build_report(home, find_round(home, FIRST), BuildOptions(out=folder, cached=False), Progress())
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}, documents[-1]


def test_an_earlier_round_gives_the_same_report_when_a_later_one_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(ROOT / SUBMISSIONS / FIRST, tmp_path / SUBMISSIONS / FIRST)
    files, document = built(tmp_path, "before", monkeypatch)

    later_round(tmp_path, all_edits)
    again, same = built(tmp_path, "after", monkeypatch)

    assert [name for name in files if files[name] != again.get(name)] == []
    assert files.keys() == again.keys() >= {"rapport.html", "data/trace.csv"}
    assert same == document
