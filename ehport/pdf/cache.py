"""Rendered parts kept between builds, found again by the content they were made from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ehport.pdf.layout import LaidOutPart, Layout
from ehport.system.file_cache import FileCache, key_of, source_of

_LIBRARIES = ("fonttools", "pikepdf", "pydyf", "weasyprint")


class Cache:
    """Keeps parts in a folder."""

    def __init__(self, files: FileCache) -> None:
        """Take the folder of kept files."""
        self._files = files

    def find(self, key: str) -> LaidOutPart | None:
        """Return the part kept under the key, unless there is none or it was damaged."""
        data = self._files.find(key)
        try:
            facts, pdf = (data or b"").split(b"\n", 1)
            return LaidOutPart(pdf, Layout.from_json(facts.decode()))
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, part: LaidOutPart) -> None:
        """Keep a part under its key."""
        self._files.keep(key, part.layout.to_json().encode() + b"\n" + part.pdf)

    def trim(self) -> None:
        """Delete the oldest files beyond the folder's limit."""
        self._files.trim()


def part_key(texts: Iterable[str]) -> str:
    """Return the key for what is made from some texts by this program."""
    return key_of([_program(), *texts])


@cache
def _program() -> str:
    """Return what identifies the program that renders: its own source and the libraries below it."""
    return " ".join([source_of(Path(__file__).parent), *(f"{name} {version(name)}" for name in _LIBRARIES)])
