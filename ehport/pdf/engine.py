"""The conditions WeasyPrint works under."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint

VERSION = "70.0"  # ehport replaces private functions of this very version
_CLOCK = "SOURCE_DATE_EPOCH"
# The style of a shape in an SVG is read twice: by the SVG itself, and by the page, which does not know these.
_NOISE = re.compile(r"Ignored `(fill|stroke|text-anchor|dominant-baseline|clip-|marker|stop-|paint-order|shape-)[^`]*`")


def check_version() -> None:
    """Raise where another WeasyPrint is installed than the one ehport extends."""
    if weasyprint.__version__ != VERSION:
        raise RuntimeError(f"pages are laid out by WeasyPrint {VERSION}, not {weasyprint.__version__}")


@contextmanager
def replace_members(place: object, **members: object) -> Iterator[None]:
    """Let a module or class have these members instead of its own."""
    originals = {name: getattr(place, name) for name in members}
    for name, member in members.items():
        setattr(place, name, member)
    try:
        yield
    finally:
        for name, member in originals.items():
            setattr(place, name, member)


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint complains about."""
    collector = _Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    try:
        yield collector.found
    finally:
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not _NOISE.match(message):
            self.found.append(message)


@contextmanager
def timeless_fonts() -> Iterator[None]:
    """Let fontTools put the same date into every font, so that the same document has the same bytes."""
    before = os.environ.get(_CLOCK)
    os.environ[_CLOCK] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Hold back the collector, which costs a seventh of the time and finds next to nothing in a part."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
