"""A part after layout: its PDF, and what the joined document must know about its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a part: its page, counted from 0, and its height over the foot of that page in points."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading, as the outline of the document shows it."""

    level: int
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign of a font: its number, its width in thousandths of the size, the text it stands for."""

    number: int
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Font:
    """One weight and slope of the report's typeface, with the glyphs in use."""

    weight: int
    italic: bool
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What layout found out about a part."""

    pages: int
    anchors: dict[str, Place]
    bookmarks: tuple[Bookmark, ...]
    headings: tuple[int, ...]
    fonts: dict[str, Font]
    warnings: tuple[str, ...]

    def to_json(self) -> str:
        """Return the layout as one line of text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Layout:
        """Return the layout a line of text was made from."""
        read: dict[str, Any] = json.loads(text)
        return cls(
            pages=read["pages"],
            anchors={name: Place(**place) for name, place in read["anchors"].items()},
            bookmarks=tuple(Bookmark(b["level"], b["label"], Place(**b["place"])) for b in read["bookmarks"]),
            headings=tuple(read["headings"]),
            fonts={
                name: Font(font["weight"], font["italic"], tuple(Glyph(**glyph) for glyph in font["glyphs"]))
                for name, font in read["fonts"].items()
            },
            warnings=tuple(read["warnings"]),
        )


@dataclass(frozen=True, slots=True)
class LaidOutPart:
    """The pages of one part, and their layout."""

    pdf: bytes
    layout: Layout


def first_pages(parts: Sequence[LaidOutPart]) -> Iterator[tuple[int, LaidOutPart]]:
    """Yield each part with the number of pages before it."""
    before = 0
    for part in parts:
        yield before, part
        before += part.layout.pages


def page_numbers(parts: Sequence[LaidOutPart]) -> dict[str, int]:
    """Return the printed page number of every element with an id."""
    return {
        name: before + place.page + 1
        for before, part in first_pages(parts)
        for name, place in part.layout.anchors.items()
    }
