"""A finished folder put in the place of the former one at once, and the temporary folder it is made in.

Everything a build writes lies in ``.NAME.tmp`` beside its folder until it is complete. Whoever breaks off a build, or
pulls the plug, leaves that folder behind and nothing else; the next build removes it. It is locked while in use.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ehport.lang.language import Text
from ehport.system.errors import UsageError

_LOCK, _MADE, _FORMER = "lock", "ny", "forrige"
_HERE, _EXCHANGE, _SWAP = -100, 2, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


@contextmanager
def staging_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to make a folder in; it goes again, and so does what an earlier build left there.

    Raises `UsageError` when the folder cannot be written, or another build is at it.
    """
    place = folder.parent / f".{folder.name}.tmp"
    try:
        if folder.is_file():
            raise UsageError(_IS_A_FILE.format(folder=folder))
        place.mkdir(parents=True, exist_ok=True)
        lock = FileLock(place / _LOCK)
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError(_BUSY.format(folder=folder)) from None
    except OSError as bad:
        raise UsageError(_NOT_WRITABLE.format(folder=folder, why=bad.strerror or "")) from bad
    try:
        _recover(place, folder)
        made = place / _MADE
        made.mkdir()
        yield made
    finally:
        _empty(place)
        lock.release()
        shutil.rmtree(place, ignore_errors=True)


def replace_folder(made: Path, folder: Path, *, dropped: Collection[str] = (), whole: bool) -> tuple[Path, ...]:
    """Put what was made in the place of the former folder and return the files that were made.

    A ``whole`` folder, one of this program's own, takes the former one's place at once; what else lay there goes
    along, but for the files that are ``dropped``. In any other folder file by file takes the former one's place.
    """
    names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    if whole:
        _take_along(made, folder, dropped)
        _exchange(made, folder)
    else:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(folder / name)
        for gone in set(dropped) - {name.as_posix() for name in names}:
            (folder / gone).unlink(missing_ok=True)
    return tuple(folder / name for name in names)


def _recover(place: Path, folder: Path) -> None:
    """Put a former folder back that a build was about to replace, and remove all else that it left behind."""
    if (place / _FORMER).is_dir() and not folder.exists():
        (place / _FORMER).replace(folder)
    _empty(place)


def _empty(place: Path) -> None:
    for each in place.iterdir() if place.is_dir() else ():
        if each.name != _LOCK:
            shutil.rmtree(each, ignore_errors=True)


def _take_along(made: Path, folder: Path, dropped: Collection[str]) -> None:
    """Link what the former folder has and the new one has not into the new one."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder)
        target = made / name
        if target.exists() or name.as_posix() in dropped or not path.is_file():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(path)
        except OSError:  # not on every file system
            shutil.copy2(path, target)


def _exchange(made: Path, folder: Path) -> None:
    """Give the new folder the former one's name, in one step where the system has one."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists():
        made.replace(folder)
    elif not _exchanged(made, folder):
        former = made.parent / _FORMER
        folder.replace(former)
        made.replace(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two folders; tell whether the system could."""
    first, second = os.fsencode(one), os.fsencode(other)
    arguments = {
        "linux": ("renameat2", _HERE, first, _HERE, second, _EXCHANGE),
        "darwin": ("renamex_np", first, second, _SWAP),
    }.get(sys.platform)
    if arguments is None:
        return False
    name, *given = arguments
    try:
        return int(getattr(ctypes.CDLL(None), str(name))(*given)) == 0
    except (OSError, AttributeError):  # an older C library
        return False


_IS_A_FILE = Text("{folder} er en fil, ikke en mappe.", "{folder} is a file, not a folder.")
_NOT_WRITABLE = Text(
    "Kan ikke skrive i {folder}: {why}. Velg en annen mappe med --out, for eksempel: --out rapport",
    "Cannot write in {folder}: {why}. Choose another folder with --out, for example: --out report",
)
_BUSY = Text(
    "Rapporten i {folder} lages allerede av en annen kjøring. Vent til den er ferdig, eller avbryt den.",
    "The report in {folder} is being built by another run already. Wait until it is done, or stop it.",
)
