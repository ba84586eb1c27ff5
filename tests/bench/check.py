"""A check of the largest workbook against openpyxl doing nothing but loading it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from ehport.model.round import REGISTER
from tests.bench.row import Remark, Row, Told, compared
from tests.bench.run import ROUND_FOLDER, ehport, in_turns, python, run
from tests.bench.watched import watched

TARGET = 1.2
PAIRS = 7
NEVER_LOADED = ("matplotlib", "weasyprint")
MAY_FIND_ERRORS = (0, 1)
_LOAD = "import openpyxl; openpyxl.load_workbook({name!r})"


def measure() -> Iterator[Told]:
    """Compare whole processes, and look at what a check loads."""
    workbook = max(_workbooks(), key=lambda path: (_sheets(path), path.name))
    pairs = in_turns(
        PAIRS,
        lambda: run(*ehport("check", workbook), codes=MAY_FIND_ERRORS),
        lambda: run(*python("-c", _LOAD.format(name=str(workbook)))),
    )
    yield compared(f"ehport check {workbook.name}", "openpyxl.load_workbook", pairs, target=TARGET)
    with tempfile.TemporaryDirectory() as folder:
        ran, libraries = watched(Path(folder) / "loaded.json", "check", workbook, codes=MAY_FIND_ERRORS)
    loaded = [name for name in NEVER_LOADED if name in libraries]
    yield Row(
        what="libraries of the report that a check loads",
        measured=" and ".join(loaded) or "none",
        yardstick=" and ".join(NEVER_LOADED),
        value=len(loaded),
        target=0,
    )
    yield Remark(f"A check takes {ran.own:.0f} MB of memory at most.")


def _workbooks() -> Iterator[Path]:
    return (path for path in ROUND_FOLDER.glob("*.xlsx") if path.name != REGISTER)


def _sheets(workbook: Path) -> int:
    with ZipFile(workbook) as package:
        return sum(name.startswith("xl/worksheets/sheet") for name in package.namelist())
