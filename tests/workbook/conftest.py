"""A sound workbook, written once and copied for every test that edits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbook.books import write


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write(tmp_path_factory.mktemp("sound") / "helse-vest.xlsx").read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    """Return the workbook of an actor with one project, answered without a fault."""
    copy = tmp_path / "helse-vest.xlsx"
    copy.write_bytes(sound)
    return copy
