"""A child process: ehport's command line, with the libraries it loaded written to a file.

``python -m tests.bench.watched LOADED.json check helse-vest.xlsx``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.run import Run, python, run


def watched(loaded: Path, *arguments: str | Path, codes: tuple[int, ...] = (0,)) -> tuple[Run, tuple[str, ...]]:
    """Run ehport and return how that went and what it loaded, which is written to a file on the way."""
    ran = run(*python("-m", "tests.bench.watched", loaded, *arguments), codes=codes)
    return ran, tuple(json.loads(loaded.read_text("utf-8")))


def main() -> None:
    """Run ehport in this process."""
    loaded = Path(sys.argv.pop(1))
    from ehport.cli import main as ehport

    try:
        ehport()
    finally:
        loaded.write_text(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), "utf-8")


if __name__ == "__main__":
    main()
