"""What a workbook said when it was read before, found again by its bytes, also where its folder was moved or copied.

Readings are kept as pickles, and a pickle can ask for anything to be called. So these may name nothing but the
records and vocabularies of ehport, which do nothing when they are made.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from ehport.model.round import Round, files_of
from ehport.rounds.find import OUTPUT
from ehport.system.file_cache import FileCache, key_of
from ehport.system.fingerprint import program

T = TypeVar("T")
_CACHE = ".cache"
_RECORDS = ("ehport.diagnostics.", "ehport.form.", "ehport.lang.", "ehport.model.")


class ReadingCache:
    """Remembers what workbooks said; without a folder it remembers nothing."""

    def __init__(self, files: FileCache | None = None, reader: str = "") -> None:
        """Take the folder of kept files, and what identifies the program that reads and the round it reads for."""
        self._files = files
        self._reader = reader

    def find(self, path: Path) -> Any:
        """Return what the workbook said, nothing when it was never read as it is now."""
        data = self._files.find(key) if self._files and (key := self._key(path)) else None
        try:
            return _Unpickler(io.BytesIO(data), path.parent).load() if data else None
        except Exception:  # noqa: BLE001  # whatever is wrong with what was kept, the workbook can be read again
            return None

    def reading(self, path: Path, read: Callable[[Path], T]) -> T:
        """Read a workbook and remember what it says, unless it changed meanwhile."""
        key = self._key(path)
        said = read(path)
        if self._files and key and key == self._key(path):
            kept = io.BytesIO()
            _Pickler(kept, path.parent).dump(said)
            self._files.keep(key, kept.getvalue())
        return said

    def _key(self, path: Path) -> str:
        """Return the key of a workbook, or of a round's folder, as it is now; nothing when it cannot be read."""
        if self._files is None:
            return ""
        try:
            files = files_of(path) if path.is_dir() else (path,)
            if any(each.is_symlink() or not each.is_file() for each in files):
                return ""  # what a link leads to may be read in one place and refused in another
            named = (text for each in files for text in (each.name, sha256(each.read_bytes()).hexdigest()))
            return key_of([self._reader, *named])
        except OSError:
            return ""


@dataclass(frozen=True, slots=True)
class RoundsCache:
    """Remembers what the workbooks of every round said; without a folder it remembers nothing."""

    files: FileCache | None = None
    program: str = ""

    def of(self, round_: Round) -> ReadingCache:
        """Return what remembers the workbooks of one round."""
        return ReadingCache(self.files, f"{self.program} {replace(round_, folder=Path())!r}")


def cache_of(round_folder: Path) -> Path:
    """Return the folder that everything made of the rounds is kept in, below ``output/``."""
    return round_folder.resolve().parents[1] / OUTPUT / _CACHE


def rounds_cache(round_folder: Path) -> RoundsCache:
    """Return what remembers the workbooks of a round's folder and of those beside it, below ``output/``."""
    return RoundsCache(FileCache(cache_of(round_folder)), program())


class _Pickler(pickle.Pickler):
    """Writes readings; files in the folder are named as in it."""

    def __init__(self, file: io.BytesIO, folder: Path) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._folder = folder

    def persistent_id(self, value: object) -> str | None:
        if not isinstance(value, Path):
            return None
        return str(value.relative_to(self._folder) if value.is_relative_to(self._folder) else value)

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, Enum):
            return _member, (type(value), value.name)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Reads readings where the folder is now."""

    def __init__(self, file: io.BytesIO, folder: Path) -> None:
        super().__init__(file)
        self._folder = folder

    def persistent_load(self, name: str) -> Path:
        return self._folder / name

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (_member.__module__, _member.__name__):
            return _member
        found = getattr(import_module(module), name) if module.startswith(_RECORDS) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found


def _member(vocabulary: type[Enum], name: str) -> Enum:
    return vocabulary[name]
