"""Ten times the round: how time and memory of a build from nothing grow. Takes a quarter of an hour."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.multiplied import write_round
from tests.bench.row import Remark, Row, Told
from tests.bench.run import Run, ehport, run
from tests.bench.stages import FROM_NOTHING, PDF, pages_of

TIMES = 10
TARGET, MEMORY = 11.0, 1.5
JOINER = 1024.0  # MB


def measure() -> Iterator[Told]:
    """Build the round, ten times the round, and the round again."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "1", Path(folder) / str(TIMES)
        write_round(one, 1)
        write_round(many, TIMES)
        before, ours, after = _build(one), _build(many), _build(one)
        yield _grown(ours, before, after)
        pages = pages_of(many / PDF), pages_of(one / PDF)
        yield Remark(f"{pages[0]} pages against {pages[1]}: {pages[0] / pages[1]:.1f} times as many.")
        yield from _remembered(ours, after)


def _grown(ours: Run, *yardsticks: Run) -> Row:
    seconds = min(each.seconds for each in yardsticks)  # the stricter, should the machine have been busy in one
    return Row(
        what=f"the PDF of {TIMES} times the round from nothing",
        measured=f"{ours.seconds:.1f} s, {ours.cpu:.1f} s of processor",
        yardstick=f"the round before and after: {', '.join(f'{each.seconds:.1f} s' for each in yardsticks)}",
        value=ours.seconds / seconds,
        target=TARGET,
    )


def _remembered(ours: Run, theirs: Run) -> Iterator[Told]:
    yield Row(
        what="memory of the largest worker",
        measured=f"{ours.largest:.0f} MB",
        yardstick=f"the round: {theirs.largest:.0f} MB",
        value=ours.largest / theirs.largest,
        target=MEMORY,
    )
    yield Row(
        what="memory of the process that reads and joins",
        measured=f"{ours.own:.0f} MB, {ours.own / theirs.own:.1f} times that of the round",
        yardstick="what a small machine has",
        value=ours.own,
        target=JOINER,
        unit=" MB",
    )


def _build(root: Path) -> Run:
    return run(*ehport(*FROM_NOTHING, "--root", root, "--out", root))
