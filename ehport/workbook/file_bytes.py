"""The bytes of a file from outside: of an ordinary file, of a bearable size, and all from the same moment."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from ehport.diagnostics.code import Code
from ehport.model.round import leads_out_of_its_round
from ehport.workbook.other_files import FOLDER, NO_ORDINARY_FILE
from ehport.workbook.unreadable import UnreadableFileError

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
_IN_USE = 32  # ERROR_SHARING_VIOLATION of Windows: Excel has it open


def read_bytes(path: Path) -> bytes:
    """Return the content of a file.

    Raises `UnreadableFileError` for what is no ordinary file with something in it, and for one that is being written.
    """
    if path.name.startswith("~$"):
        raise UnreadableFileError(Code.OPEN_ELSEWHERE)
    try:
        _assert_ordinary(path)
        with path.open("rb") as file:
            data = _content(file)
    except FileNotFoundError:
        raise UnreadableFileError(Code.FILE_MISSING) from None
    except PermissionError as bad:
        locked = getattr(bad, "winerror", None) == _IN_USE
        raise UnreadableFileError(Code.OPEN_ELSEWHERE if locked else Code.NO_PERMISSION) from None
    except (OSError, ValueError) as bad:  # a name that no file can have, a broken disk or share
        raise UnreadableFileError(Code.FILE_MISSING) from bad
    if not data:
        raise UnreadableFileError(Code.EMPTY_FILE)
    return data


def too_large(size: int, limit: int) -> UnreadableFileError:
    """Return what tells that so many bytes are too many."""
    return UnreadableFileError(Code.TOO_LARGE, size=_megabytes(size), limit=_megabytes(limit))


def _assert_ordinary(path: Path) -> None:
    """Refuse what is no file before it is opened: opening a queue waits until somebody writes to it."""
    if leads_out_of_its_round(path):
        raise UnreadableFileError(Code.LINK_OUT)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise FOLDER.refusal()
    if not stat.S_ISREG(mode):
        raise NO_ORDINARY_FILE.refusal()


def _content(file: BinaryIO) -> bytes:
    before = os.fstat(file.fileno())
    if before.st_size > LARGEST_FILE:
        raise too_large(before.st_size, LARGEST_FILE)
    data = file.read(LARGEST_FILE + 1)
    after = os.fstat(file.fileno())
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or len(data) != after.st_size:
        raise UnreadableFileError(Code.CHANGED_MEANWHILE)
    return data


def _megabytes(size: int) -> str:
    return f"{max(1, size // MEGABYTE)} MB"
