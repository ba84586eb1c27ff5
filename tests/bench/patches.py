"""What each patch of WeasyPrint saves, weighed on all pages of the report in one process."""

from __future__ import annotations

import gc
import time
from collections.abc import Collection, Iterator, Sequence

from ehport.building.options import BuildOptions
from ehport.building.outputs import prepare, render
from ehport.building.pdf import pages_of
from ehport.pdf.job import Job, Style
from ehport.pdf.rendering import Renderer
from ehport.pdf.weasyprint_patches.patches import NAMES
from ehport.report.style import stylesheet
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system import assets
from ehport.system.progress import Progress
from tests.bench.row import Remark, Row, Told
from tests.bench.run import ROOT, ROUND

LEAST = 2.0  # per cent; a patch that saves less is not worth its lines


def measure() -> Iterator[Told]:
    """Lay out the report with none, and with each left out between two runs with all: a machine changes its pace."""
    options, progress = BuildOptions(), Progress()
    _, parts = render(prepare(read_round(find_round(ROOT, ROUND)), options, progress), options, progress)
    jobs = [Job(page.html) for page in pages_of(parts)]
    _seconds(jobs[:3], NAMES)  # what is loaded at the first use counts for nobody
    plain, patched = _seconds(jobs, ()), _seconds(jobs, NAMES)
    yield Remark(f"All pages: {plain:.1f} s of processor without patches, {patched:.1f} s with all of them.")
    for name in NAMES:
        without, after = _seconds(jobs, [each for each in NAMES if each != name]), _seconds(jobs, NAMES)
        saved = 100 * (without - (patched + after) / 2) / plain
        patched = after
        yield Row(
            what=f"without «{name}» alone",
            measured=f"{without:.1f} s of processor, so that it saves {saved:.1f} % of the time without patches",
            yardstick=f"what is worth its lines: {LEAST} %",
            value=LEAST - saved,
            target=0,
        )


def _seconds(jobs: Sequence[Job], patches: Collection[str]) -> float:
    """Return the processor time of laying out the jobs with these patches."""
    renderer = Renderer(Style(stylesheet(), "nb", assets.fonts()), patches=patches)
    gc.collect()
    before = time.process_time()
    for job in jobs:
        renderer.render(job)
    return time.process_time() - before
