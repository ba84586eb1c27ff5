"""What all tests share: golden files, generated examples that repeat, the sample report, and no network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.sample_report import SampleReport

# The same examples in every run: a test that fails on one machine fails on all.
settings.register_profile("ehport", derandomize=True, database=None, deadline=None)
settings.load_profile("ehport")

_THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the only way to renew a golden file."""
    parser.addoption("--golden-update", action="store_true", help="write what the tests produce to the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name in ``golden/`` beside the test."""
    folder = request.path.parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--golden-update"):
            folder.mkdir(exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert file.is_file(), f"{name} has no golden file yet: pytest --golden-update"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def report_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the sample report is built in."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def built_report(report_home: Path) -> SampleReport:
    """Build the sample report once, for all tests that look at it."""
    from tests.sample_report import build_sample

    return build_sample(report_home)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves the machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in _THIS_MACHINE:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield
