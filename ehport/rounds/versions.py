"""The earlier versions of a round's workbooks: kept in a folder of their own, under the time they are from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ehport.model.round import AskedActor, Round

EARLIER = ".earlier"
_TIME = "%Y-%m-%dT%H%M"


def read_saved_at(path: Path) -> datetime:
    """Return when a workbook was last saved, in the machine's time zone.

    The workbook itself knows, whereas the file's date is that of the latest copy of it; it counts where the workbook
    says nothing.
    """
    from ehport.workbook.package import read_saved

    return (read_saved(path) or datetime.fromtimestamp(path.stat().st_mtime, UTC)).astimezone()


def earlier_versions(round_: Round, actor: AskedActor) -> tuple[Path, ...]:
    """Return the kept versions of an actor's workbook, oldest first."""
    return tuple(sorted((round_.folder / EARLIER).glob(f"{actor.id}.*.xls[xm]")))


def keep_version(workbook: Path) -> Path:
    """Keep a workbook as it is now and return where; one that is kept already is found again, none is written over."""
    folder = workbook.parent / EARLIER
    folder.mkdir(exist_ok=True)
    for place in _places(folder, workbook):
        if not place.exists():
            return copy_file(workbook, place)
        if same_bytes(place, workbook):
            return place
    raise AssertionError  # there is always another number


def copy_file(source: Path, target: Path) -> Path:
    """Copy a file with its own date, completely or not at all, and return where it is."""
    beside = target.parent / f".{target.name}.tmp"
    try:
        shutil.copy2(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return target


def same_bytes(one: Path, other: Path) -> bool:
    """Tell whether two files have the same content."""
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _places(folder: Path, workbook: Path) -> Iterator[Path]:
    named = f"{workbook.stem.lower()}.{read_saved_at(workbook):{_TIME}}"
    yield folder / f"{named}{workbook.suffix.lower()}"
    for number in count(2):
        yield folder / f"{named}-{number}{workbook.suffix.lower()}"
