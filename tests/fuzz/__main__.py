"""``python -m tests.fuzz [COUNT] [FIRST]``: read mutants, say which of them broke something, and end with 1 then."""

from __future__ import annotations

import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ehport.model.round import FILE
from ehport.rounds.find import SUBMISSIONS, usable
from tests.fuzz import originals
from tests.fuzz.mutants import mutant, mutant_text
from tests.fuzz.reading import read_all, read_chapter, read_record, read_settings
from tests.fuzz.settings import mutated
from tests.source import ROOT

COUNT, SECONDS, MEMORY = 2_000, 5, 1 << 30
SETTINGS = 5  # files of settings for each workbook, which takes as much longer to read


def main(count: int, first: int) -> int:
    """Read mutants one after the other, each within five seconds and all within a gigabyte."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _too_slow)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "helse-vest.xlsx"
        books = list(originals.workbooks(Path(folder)).values())
        record, chapters = originals.record(), list(originals.chapters().items())
        written = replace(usable(originals.ROUND), folder=Path(folder))
        written.editorial.mkdir()
        sound = (ROOT / SUBMISSIONS / "2021-04" / FILE).read_text("utf-8")

        def read_workbook(number: int) -> bool:
            path.write_bytes(mutant(books[number % len(books)], number))
            return read_all(path) > 0

        def read_file_of_settings(number: int) -> bool:
            return read_settings(Path(folder) / "2021-04", mutated(sound, number)) is not None

        def read_json(number: int) -> bool:
            (Path(folder) / "svar.json").write_bytes(mutant_text(record, number))
            return read_record(Path(folder) / "svar.json")

        def read_text(number: int) -> bool:
            name, sound = chapters[number % len(chapters)]
            (written.editorial / name).write_bytes(mutant_text(sound, number))
            return read_chapter(written, name)

        broken = _read(read_workbook, range(first, first + count), "mutants")
        of_settings = range(first, first + SETTINGS * count)
        broken += _read(read_file_of_settings, of_settings, "mutants of round.toml")
        broken += _read(read_json, of_settings, "mutants of a record")
        broken += _read(read_text, of_settings, "mutants of chapters")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"All together {memory} MB.")
    return 1 if broken else 0


def _read(read: Callable[[int], bool], numbers: range, of: str) -> list[int]:
    broken, slowest, quiet = [], 0.0, 0
    for number in numbers:
        began = time.perf_counter()
        signal.alarm(SECONDS)
        try:
            quiet += not read(number)
        except BaseException:
            broken.append(number)
            print(f"{number}: {traceback.format_exc(limit=-4)}", file=sys.stderr)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{len(numbers)} {of}, {len(broken)} broke something {broken}, {quiet} gave no diagnostic.")
    print(f"The slowest took {slowest:.2f} s.")
    return broken


def _too_slow(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in (*sys.argv[1:], COUNT, 0)[:2])))
