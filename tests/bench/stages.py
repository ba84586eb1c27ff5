"""The stages of a build from nothing: pages a second, and the share of each."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import pikepdf

from ehport.lang.language import Lang
from tests.bench.row import Remark, Told
from tests.bench.run import ROUND, Run, ehport, run

FROM_NOTHING = ("build-report", ROUND, "--only", "pdf", "--no-cache", "--timings", "--lang", Lang.EN.value)
PDF = "rapport.pdf"
RUNS = 3
_START = "starting and ending"
_SECONDS = re.compile(r"(?P<stage>\D+?) +(?P<seconds>[\d.]+) s .*")


def measure() -> Iterator[Told]:
    """Build the PDF from nothing a few times; what no stage covers is starting and ending.

    Pages are laid out from when the project pages are written, beside all stages that follow.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        builds = [run(*ehport(*FROM_NOTHING, "--out", out)) for _ in range(RUNS)]
        pages = pages_of(out / PDF)
    shares = [_shares(each) for each in builds]
    seconds, cpu = median(each.seconds for each in builds), median(each.cpu for each in builds)
    yield Remark(f"{pages / seconds:.1f} pages a second: {pages} in {seconds:.1f} s, {cpu:.1f} s of processor.")
    yield Remark("Shares: " + ", ".join(f"{stage} {_middle(shares, stage):.1f} %" for stage in shares[0]) + ".")


def pages_of(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def _shares(build: Run) -> Mapping[str, float]:
    """Return what each stage took of a build, in per cent."""
    lines = filter(None, map(_SECONDS.fullmatch, build.printed.splitlines()))
    stages = {line["stage"]: float(line["seconds"]) for line in lines}
    stages[_START] = build.seconds - sum(stages.values())
    return {stage: 100 * seconds / build.seconds for stage, seconds in stages.items()}


def _middle(shares: list[Mapping[str, float]], stage: str) -> float:
    return median(each[stage] for each in shares)
