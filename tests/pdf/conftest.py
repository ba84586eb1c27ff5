from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ehport.pdf.document import Document, WrittenPdf
from tests.pdf.printing import write_pdf
from tests.pdf.reading import Reading
from tests.pdf.sample import a_document


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    written = write_pdf(a_document(), target, jobs=1)
    assert written.warnings == ()
    return target


@pytest.fixture(scope="session")
def sample(sample_path: Path) -> Reading:
    return Reading(sample_path)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Document], tuple[WrittenPdf, Reading]]:
    def written(document: Document) -> tuple[WrittenPdf, Reading]:
        target = tmp_path / "written.pdf"
        return write_pdf(document, target, jobs=1), Reading(target)

    return written
