"""The outline of a PDF: headings of all parts, nested by their level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, String


@dataclass(slots=True)
class OutlineEntry:
    """A line of the outline, with the lines below it."""

    level: int
    label: str
    destination: Array
    entries: list[OutlineEntry] = field(default_factory=list)


def nest(entries: Iterable[OutlineEntry]) -> list[OutlineEntry]:
    """Return the uppermost entries, each with those of deeper level that follow it."""
    top: list[OutlineEntry] = []
    open_entries: list[OutlineEntry] = []
    for entry in entries:
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].entries if open_entries else top).append(entry)
        open_entries.append(entry)
    return top


def write_outline(pdf: pikepdf.Pdf, entries: Iterable[OutlineEntry]) -> None:
    """Write the outline, with only its uppermost level unfolded."""
    top = nest(entries)
    if not top:
        return
    root = pdf.make_indirect(Dictionary(Type=pikepdf.Name.Outlines))
    _write_level(pdf, root, entries=top)
    root.Count = len(top)
    pdf.Root.Outlines = root


def _write_level(pdf: pikepdf.Pdf, parent: pikepdf.Object, *, entries: list[OutlineEntry]) -> None:
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
