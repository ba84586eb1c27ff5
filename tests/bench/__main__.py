"""``python -m tests.bench [NAME…]``: measure, say what was found, and end with 1 when a target was not met."""

from __future__ import annotations

import sys
from importlib import import_module

from tests.bench.row import Row

QUICK = ("check", "stages", "instead", "chromium", "writing", "patches")
LONG = ("growth", "rounds", "scale")


def main(names: list[str]) -> int:
    """Run the benchmarks named, or those that take less than ten minutes together."""
    unknown = sorted(set(names) - {*QUICK, *LONG})
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(QUICK + LONG)}", file=sys.stderr)
        return 2
    missed = 0
    for name in names or QUICK:
        module = import_module(f"tests.bench.{name}")
        print(f"{name}: {module.__doc__}")
        for told in module.measure():
            print(told, flush=True)
            missed += isinstance(told, Row) and not told.is_met
    if not names:
        print(f"Not run, because they take long: {', '.join(LONG)}. Run them by name: python -m tests.bench NAME")
    print(f"{missed} targets not met." if missed else "All targets met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
