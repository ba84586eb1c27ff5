"""Thirty rounds against two: what comparing and the chapter on trends cost when earlier rounds are remembered.

Writing the rounds takes some minutes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.row import Told, compared
from tests.bench.run import Command, Run, ehport, in_turns, run
from tests.later_rounds import FIRST, Draft, later_round

MANY, FEW, RUNS, TARGET = 30, 2, 3, 2.0
MONTHS_BETWEEN = 3
_COLOURS = ("Grønn", "Gul", "Rød")
_CLEAN_OR_NOT = (0, 1)


def measure() -> Iterator[Told]:
    """Measure both with everything read once before."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_rounds(Path(folder) / str(count), count) for count in (FEW, MANY))
        for what, arguments in {
            "compare": lambda ids: ("compare", *ids[-2:]),
            "the chapter on trends": lambda ids: ("build-report", ids[-1], "--draft", "--chapter", "8"),
        }.items():
            pairs = in_turns(1 + RUNS, lambda a=arguments: _run(many, a), lambda a=arguments: _run(few, a))
            yield compared(f"{what} after {MANY} rounds", f"after {FEW}", pairs[1:], target=TARGET)


def _run(home: tuple[Path, list[str]], arguments: Callable[[list[str]], Command]) -> Run:
    root, ids = home
    return run(*ehport(*arguments(ids), "--root", root), codes=_CLEAN_OR_NOT)


def _rounds(home: Path, count: int) -> tuple[Path, list[str]]:
    """Write rounds that follow each other, in each of which a few projects change colour, end and money."""
    ids = [FIRST]
    for number in range(1, count):
        month = int(FIRST[-2:]) - 1 + MONTHS_BETWEEN * number
        ids.append(f"{int(FIRST[:4]) + month // 12}-{month % 12 + 1:02}")
        later_round(home, lambda draft, at=number: _changed(draft, at), ids[-1], ids[-2])
    return home, ids


def _changed(draft: Draft, number: int) -> None:
    for place, project in enumerate(draft.projects.values()):
        if (place + number) % 5 == 0:
            project["status"] = _COLOURS[(place + number) % len(_COLOURS)]
            project["ends"] = f"12.{2022 + number // 4}"
            project["total_cost"] = str(50 + place + number)
