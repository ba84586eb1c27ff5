"""A hundred times the round: everything but the pages, and the power of the number of projects that time grows with."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from statistics import linear_regression

from tests.bench.multiplied import write_round
from tests.bench.row import Remark, Row, Told
from tests.bench.run import ROUND, Run, ehport, run

TIMES = (1, 10, 100)
PROJECTS = 45
TARGET = 180.0


def measure() -> Iterator[Told]:
    """Read, check, collect, compute, draw, write the parts and export, at three sizes."""
    with tempfile.TemporaryDirectory() as folder:
        builds = [_build(Path(folder) / str(times), times) for times in TIMES]
    yield Row(
        what=f"{PROJECTS * TIMES[-1]} projects, everything but the pages",
        measured=f"{builds[-1].cpu:.1f} s of processor",
        yardstick="the clock",
        value=builds[-1].seconds,
        target=TARGET,
        unit=" s",
    )
    sizes = (f"{PROJECTS * times} projects {each.seconds:.1f} s" for times, each in zip(TIMES, builds, strict=True))
    yield Remark(f"Time grows with the number of projects to the power of {_exponent(builds):.2f}: {', '.join(sizes)}.")
    yield Remark(f"Of the largest:\n{builds[-1].printed}")


def _build(root: Path, times: int) -> Run:
    write_round(root, times)
    return run(*ehport("build-report", ROUND, "--only", "data", "--timings", "--root", root, "--out", root / "out"))


def _exponent(builds: Sequence[Run]) -> float:
    """Return the slope of time over size, both as logarithms."""
    return linear_regression([log(times) for times in TIMES], [log(each.seconds) for each in builds]).slope
