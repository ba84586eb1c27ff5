"""What all tests share: golden files, generated examples that repeat, the sample report, and no network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from ehport.model.round import Round
    from tests.sample_report import SampleReport

# The same examples in every run: a test that fails on one machine fails on all.
settings.register_profile("ehport", derandomize=True, database=None, deadline=None)
settings.load_profile("ehport")

# What takes longer than all the rest together: `make test` leaves it out, `.ci/run` and `make test-all` do not.
_SLOW_FILES = {"test_installed.py", "test_build_servers.py", "test_same_bytes.py", "test_standards.py"}
_SLOW_FIXTURES = {"browser", "draft", "draft_reading"}

# Whole files go to the processes, and one that begins last would keep all others waiting: these begin, longest first.
_FIRST = (
    "test_build_servers.py",
    "test_same_bytes.py",
    "worlds/test_rounds.py",
    "test_installed.py",
    "test_output_folder.py",
    "test_odd_places.py",
    "test_history.py",
    "test_build.py",
    "test_cli.py",
)

_THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the only way to renew a golden file."""
    parser.addoption("--golden-update", action="store_true", help="write what the tests produce to the golden files")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what builds a wheel, drives a browser, runs a build server's steps or prints a report once more.

    What takes longest goes first.
    """
    for item in items:
        if item.path.name in _SLOW_FILES or _SLOW_FIXTURES & _fixtures_of(item):
            item.add_marker(pytest.mark.slow)
    items.sort(key=_turn)


def _fixtures_of(item: pytest.Item) -> set[str]:
    """Return the fixtures of a test, also those that it asks for by a parameter's value."""
    parameters = (
        item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    )
    return {*getattr(item, "fixturenames", ()), *(each for each in parameters if isinstance(each, str))}


def _turn(item: pytest.Item) -> int:
    path = item.path.as_posix()
    return next((turn for turn, end in enumerate(_FIRST) if path.endswith(f"/{end}")), len(_FIRST))


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
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this run of the tests share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def built_report(shared_folder: Path) -> SampleReport:
    """Build the sample report once, for all tests in all processes that look at it."""
    from tests.sample_report import sample_built_once

    return sample_built_once(shared_folder)


@pytest.fixture
def warm_root(built_report: SampleReport, tmp_path: Path) -> Path:
    """Return a folder with the sample round and with all that is kept of the build of its report."""
    from tests.sample_report import a_copy

    return a_copy(built_report.folder.parent, tmp_path)


@pytest.fixture(autouse=True, scope="session")
def read_once(shared_folder: Path) -> Iterator[None]:
    """Keep what any test reads of a round's workbooks for all tests, where the program was told to keep nothing."""
    from ehport.rounds.reading_cache import ReadingCache, RoundsCache
    from ehport.system.file_cache import FileCache

    shared, of = RoundsCache(FileCache(shared_folder / "readings")), RoundsCache.of

    def shared_of(kept: RoundsCache, round_: Round) -> ReadingCache:
        return of(kept if kept.files else shared, round_)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RoundsCache, "of", shared_of)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_terminal() -> Iterator[None]:
    """Let no test know how wide the terminal is that the tests were started from, or said to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COLUMNS", raising=False)
        yield


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
