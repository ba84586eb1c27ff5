"""A child process: ehport's command line, with what it loaded and its peak memory written to a file.

``python -m tests.bench.watched FACTS.json check helse-vest.xlsx``
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.run import Run, python, run

_A_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # macOS counts in bytes


@dataclass(frozen=True, slots=True)
class Facts:
    """What a command loaded, and the most memory that it and any of its workers took, in MB."""

    loaded: tuple[str, ...]
    own: float
    worker: float


def watched(facts: Path, *arguments: str | Path, codes: tuple[int, ...] = (0,)) -> tuple[Run, Facts]:
    """Run ehport and return how that went and the facts, which are written to a file on the way."""
    ran = run(*python("-m", "tests.bench.watched", facts, *arguments), codes=codes)
    found = json.loads(facts.read_text("utf-8"))
    return ran, Facts(tuple(found["loaded"]), found["own"], found["worker"])


def main() -> None:
    """Run ehport in this process."""
    facts = Path(sys.argv.pop(1))
    from ehport.cli import main as ehport

    try:
        ehport()
    finally:
        loaded = sorted({name.partition(".")[0] for name in sys.modules})
        found = Facts(tuple(loaded), _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN))
        facts.write_text(json.dumps(asdict(found)), "utf-8")


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * _A_KILOBYTE / 1e6


if __name__ == "__main__":
    main()
