from __future__ import annotations

from pikepdf import Array

from ehport.pdf.outline import OutlineEntry, nest


def _shape(entries: list[OutlineEntry]) -> list[object]:
    return [[entry.label, *_shape(entry.entries)] for entry in entries]


def test_entries_hang_below_the_last_of_a_higher_level():
    flat = [OutlineEntry(level, label, Array()) for level, label in [(1, "a"), (2, "b"), (3, "c"), (2, "d"), (1, "e")]]

    assert _shape(nest(flat)) == [["a", ["b", ["c"]], ["d"]], ["e"]]


def test_a_document_that_begins_at_a_deeper_level_still_has_an_outline():
    flat = [OutlineEntry(level, label, Array()) for level, label in [(3, "a"), (2, "b"), (1, "c"), (3, "d")]]

    assert _shape(nest(flat)) == [["a"], ["b"], ["c", ["d"]]]
