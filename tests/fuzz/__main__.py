"""``python -m tests.fuzz [COUNT] [FIRST]``: read mutants, say which of them broke something, and end with 1 then."""

from __future__ import annotations

import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.fuzz.mutants import mutant
from tests.fuzz.reading import read_all
from tests.workbook.books import given, write

COUNT, SECONDS, MEMORY = 2_000, 5, 1 << 30


def main(count: int, first: int) -> int:
    """Read mutants one after the other, each within five seconds and all within a gigabyte."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _too_slow)
    broken, slowest, quiet = [], 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "helse-vest.xlsx"
        original = write(path, given(total_cost="ca. 12 mill")).read_bytes()
        for number in range(first, first + count):
            path.write_bytes(mutant(original, number))
            began = time.perf_counter()
            signal.alarm(SECONDS)
            try:
                quiet += read_all(path) == 0
            except BaseException:
                broken.append(number)
                print(f"{number}: {traceback.format_exc(limit=-4)}", file=sys.stderr)
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.perf_counter() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} mutants, {len(broken)} broke something {broken}, {quiet} gave no diagnostic.")
    print(f"The slowest took {slowest:.2f} s, all together {memory} MB.")
    return 1 if broken else 0


def _too_slow(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in (*sys.argv[1:], COUNT, 0)[:2])))
