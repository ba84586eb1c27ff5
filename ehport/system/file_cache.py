"""Files kept between builds, found again by the content they were made from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_LIMIT = 256 * 1024 * 1024


class FileCache:
    """A folder of made files; nothing in it is ever trusted, and all of it can be deleted."""

    def __init__(self, folder: Path, limit: int = _LIMIT) -> None:
        """Take the folder, and how many bytes it may hold after a build."""
        self._folder = folder
        self._limit = limit

    def find(self, key: str) -> bytes | None:
        """Return what is kept under the key, unless there is nothing or it was damaged."""
        path = self._folder / key
        try:
            digest, data = path.read_bytes().split(b"\n", 1)
            if digest.decode() != sha256(data).hexdigest():
                return None
            os.utime(path)  # the oldest are deleted first
        except (OSError, ValueError):
            return None
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Keep a file under its key, where that can be: what cannot be kept is made again."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / key, sha256(data).hexdigest().encode() + b"\n" + data)

    def trim(self) -> None:
        """Delete what was not used for longest until the folder is within its limit."""
        files = [(path.stat(), path) for path in self._folder.glob("*") if path.is_file()]
        files.sort(key=lambda item: item[0].st_mtime_ns)
        excess = sum(stat.st_size for stat, _ in files) - self._limit
        for stat, path in files:
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= stat.st_size


def key_of(texts: Iterable[str]) -> str:
    """Return the key for what is made from some texts, the program that makes it among them."""
    digest = sha256()
    for text in texts:
        data = text.encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def source_of(folder: Path) -> str:
    """Return what identifies the modules of a folder."""
    return digest_of(path.read_bytes() for path in sorted(folder.rglob("*.py")))


def digest_of(contents: Iterable[bytes]) -> str:
    """Return what identifies some contents together."""
    digest = sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()


def replace_file(target: Path, data: bytes) -> None:
    """Write a file completely or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
