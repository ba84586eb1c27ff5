"""``python -m tests.fuzz.rounds [COUNT] [FIRST]``: build invented rounds, and end with 1 when one breaks or says wrong.

Each round is built whole, in one language; one in ten with the workbook of its open data.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from pathlib import Path

from ehport.lang.language import Lang
from tests.worlds.building import not_plotted
from tests.worlds.held import ALL, Made, wrong_with
from tests.worlds.inventing import invented, sort_of

COUNT = 5_000
_SHOWN = 5


def main(count: int, first: int) -> int:
    """Build rounds one after the other, and tell what is wrong with each by its number."""
    broken: list[int] = []
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, not_plotted():
        for number in range(first, first + count):
            found = _wrong(number, Path(folder))
            if found:
                broken.append(number)
                print(f"{number}: {sort_of(number)}", *found[:_SHOWN], sep="\n  ", file=sys.stderr)
    spent = time.process_time() - began
    print(f"{count} rounds in {spent:.0f} s, {len(broken)} broke something or say what is wrong {broken}.")
    return 1 if broken else 0


def _wrong(number: int, folder: Path) -> list[str]:
    made = ALL | Made.WORKBOOK if number % 10 == 0 else ALL
    try:
        return wrong_with(invented(sort_of(number)), folder, list(Lang)[number % 2], made)
    except Exception:
        return [traceback.format_exc(limit=-4)]


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in (*sys.argv[1:], COUNT, 0)[:2])))
