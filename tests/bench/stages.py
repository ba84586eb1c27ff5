"""The stages of a build from nothing: pages a second, and the share of each."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import pikepdf

from ehport.lang.language import Lang
from ehport.progress import Stage
from tests.bench.row import Remark, Row, Told
from tests.bench.run import ROUND, Run, ehport, run

FROM_NOTHING = ("build-report", ROUND, "--only", "pdf", "--no-cache", "--timings", "--lang", Lang.EN.value)
PDF = "rapport.pdf"
TARGET = 15.0
RUNS = 3
_START = "starting"
_AFTERWARDS = {each.value.en for each in (Stage.LAY_OUT, Stage.WRITE)}
_SECONDS = re.compile(r"(?P<stage>\D+?) +(?P<seconds>[\d.]+) s .*")


def measure() -> Iterator[Told]:
    """Build the PDF from nothing a few times; what comes before the first stage counts as starting."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        builds = [run(*ehport(*FROM_NOTHING, "--out", out)) for _ in range(RUNS)]
        pages = pages_of(out / PDF)
    shares = [_shares(each) for each in builds]
    before = [sum(share for stage, share in each.items() if stage not in _AFTERWARDS) for each in shares]
    yield Row(
        what="everything before the pages are laid out",
        measured=f"{min(before):.1f} to {max(before):.1f} % in {RUNS} builds",
        yardstick="the whole build",
        value=median(before),
        target=TARGET,
        unit=" %",
    )
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
