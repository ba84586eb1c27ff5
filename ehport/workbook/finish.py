"""A workbook written so that the same content gives the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

_ZIP_BEGINS = 1980


def finish(workbook: Workbook, path: Path, stamp: datetime) -> None:
    """Write a workbook so that the same content gives the same bytes, and rows keep growing with their text."""
    workbook.properties.created = workbook.properties.modified = stamp
    saved = io.BytesIO()
    workbook.save(saved)
    path.write_bytes(_rewritten(saved.getvalue(), lambda name, data: _finished(name, data, stamp), stamp))


def _finished(name: str, data: bytes, stamp: datetime) -> bytes:
    if name == "docProps/core.xml":
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
    if name.startswith("xl/worksheets/sheet"):
        return data.replace(b' customHeight="1"', b"")  # a fixed height would never grow with its text
    return data


def _rewritten(data: bytes, change: Callable[[str, bytes], bytes], stamp: datetime) -> bytes:
    written = io.BytesIO()
    day = stamp.timetuple()[:6] if stamp.year >= _ZIP_BEGINS else (_ZIP_BEGINS, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, change(name, old.read(name)), compresslevel=6)
    return written.getvalue()
