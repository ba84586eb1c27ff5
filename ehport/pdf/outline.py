"""The outline of a PDF: headings of all parts, nested by their level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, String


@dataclass(slots=True)
class Entry:
    """A line of the outline, with the lines below it."""

    level: int
    label: str
    destination: Array
    entries: list[Entry] = field(default_factory=list)


def nested(entries: Iterable[Entry]) -> list[Entry]:
    """Return the uppermost entries, each with those of deeper level that follow it."""
    top: list[Entry] = []
    open_entries: list[Entry] = []
    for entry in entries:
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].entries if open_entries else top).append(entry)
        open_entries.append(entry)
    return top


def write_outline(pdf: pikepdf.Pdf, entries: Iterable[Entry]) -> None:
    """Write the outline, with only its uppermost level unfolded."""
    top = nested(entries)
    if not top:
        return
    root = pdf.make_indirect(Dictionary(Type=pikepdf.Name.Outlines))
    _write_level(pdf, root, entries=top)
    root.Count = len(top)
    pdf.Root.Outlines = root


def _write_level(pdf: pikepdf.Pdf, parent: pikepdf.Object, *, entries: list[Entry]) -> None:
    items = [
        pdf.make_indirect(Dictionary(Title=String(entry.label), Dest=entry.destination, Parent=parent))
        for entry in entries
    ]
    parent.First, parent.Last = items[0], items[-1]
    for item, following in pairwise(items):
        item.Next, following.Prev = following, item
    for item, entry in zip(items, entries, strict=True):
        if entry.entries:
            _write_level(pdf, item, entries=entry.entries)
            item.Count = -len(entry.entries)
