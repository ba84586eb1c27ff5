"""A canvas as SVG: plotted, or taken as it was plotted in an earlier build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ehport.figures.canvas import Canvas
from ehport.figures.style import palette
from ehport.system.file_cache import FileCache, key_of, source_of

_LIBRARIES = ("fonttools", "matplotlib")
_kept: ContextVar[FileCache | None] = ContextVar("kept", default=None)


@contextmanager
def cache_drawings(folder: Path | None) -> Iterator[None]:
    """Keep what is plotted meanwhile in a folder, if there is one."""
    before = _kept.set(FileCache(folder) if folder else None)
    try:
        yield
    finally:
        _kept.reset(before)


def svg(canvas: Canvas, *, name: str, title: str) -> str:
    """Return the finished drawing: a picture with its description first, in it."""
    kept = _kept.get()
    key = key_of([_program(), repr(palette()), repr(canvas), name, title]) if kept else ""
    known = kept.find(key) if kept else None
    if known is not None:
        return known.decode()
    # Loads matplotlib, which a drawing that is kept can do without.
    from ehport.figures.plotting import plot

    drawn = plot(canvas, name=name, title=title)
    if kept:
        kept.keep(key, drawn.encode())
    return drawn


@cache
def _program() -> str:
    return " ".join([source_of(Path(__file__).parent), *(f"{name} {version(name)}" for name in _LIBRARIES)])
