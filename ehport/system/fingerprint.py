"""Fingerprints: of files, and of the program itself."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ehport.system import assets

_PROGRAM = Path(__file__).parents[1]
_LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "matplotlib", "openpyxl", "pandas", "jinja2", "markdown-it-py")


def digests(paths: Iterable[Path], folder: Path) -> dict[str, str]:
    """Return the SHA-256 of files by their path in a folder, in order."""
    files = sorted(path for path in paths if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def program() -> str:
    """Return a digest of the program itself: its modules, its templates, and the libraries that decide the bytes."""
    found = sha256()
    for folder in (_PROGRAM, assets.templates()):
        for name, digest in digests(_sources(folder), folder).items():
            found.update(f"{name} {digest}\n".encode())
    for library in _LIBRARIES:
        found.update(f"{library} {_version(library)}\n".encode())
    return found.hexdigest()


def _sources(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if "__pycache__" not in path.parts)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
