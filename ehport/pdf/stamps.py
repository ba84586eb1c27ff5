"""Running heads, page numbers and the draft stamp, drawn on finished pages and kept out of the tag tree."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from ehport.pdf.document import Document
from ehport.pdf.layout import Font
from ehport.pdf.typeface import REGULAR, SEMIBOLD

_MM = 72 / 25.4
_SIDE = 20 * _MM  # the margins of @page in the style sheet
_HEAD = 14.6 * _MM  # from the edges of the paper to the base lines
_FOOT = 11.4 * _MM
_GAP = 6 * _MM
_SMALL, _NUMBER = 7.4, 8.2
_SOFT, _INK, _PALE = "0.302 0.353 0.4", "0.106 0.153 0.2", "0.906 0.918 0.929"
_STAMP_SHARE = 0.92  # of the diagonal of the text area


@dataclass(frozen=True, slots=True)
class Face:
    """A font of the document that running text can be set in."""

    name: str
    glyphs: Mapping[str, tuple[int, int]]  # number and width of each character

    def width(self, text: str, size: float) -> float:
        """Return how wide a text gets."""
        return sum(self.glyphs[character][1] for character in text if character in self.glyphs) * size / 1000

    def shortened(self, text: str, size: float, *, limit: float) -> str:
        """Return the text, cut with an ellipsis if it is wider than the limit."""
        if self.width(text, size) <= limit:
            return text
        while text and self.width(text + "…", size) > limit:
            text = text[:-1].rstrip()
        return text + "…"

    def draw(self, text: str, size: float, *, at: str, colour: str) -> str:
        """Return the operators that show the text; ``at`` is a text matrix."""
        known = [character for character in text if character in self.glyphs]
        numbers = "".join(f"{self.glyphs[character][0]:04x}" for character in known)
        return f"BT {colour} rg /{self.name} {size:.2f} Tf {at} Tm <{numbers}> Tj ET"


def faces(fonts: Mapping[str, Font]) -> dict[int, Face]:
    """Return the upright fonts by weight."""
    found = {}
    for name, font in fonts.items():
        if not font.italic:
            glyphs = {glyph.text: (glyph.number, glyph.width) for glyph in font.glyphs}
            found[font.weight] = Face(name, glyphs)
    return found


def running_text(document: Document) -> str:
    """Return all characters that the stamps of a document may need."""
    texts = [document.head, document.foot, document.page_text, document.stamp, "0123456789…"]
    return "".join([*texts, *(part.running for part in document.parts)])


class Stamper:
    """Draws the running text of a document on its pages."""

    def __init__(self, pdf: pikepdf.Pdf, document: Document, *, fonts: Mapping[str, Font]) -> None:
        """Take the pages and the fonts that draw on them."""
        self._pdf = pdf
        self._document = document
        found = faces(fonts)
        if not {REGULAR, SEMIBOLD} <= found.keys():
            raise LookupError("the style sheet does not set the text in the fonts of ehport")
        self._regular, self._semibold = found[REGULAR], found[SEMIBOLD]

    def stamp(self, page: pikepdf.Page, number: int, *, running: str, bare: bool) -> None:
        """Draw what belongs on one page, below its content."""
        width, height = (float(page.mediabox[i]) - float(page.mediabox[i - 2]) for i in (2, 3))
        drawn = []
        if self._document.stamp:
            drawn.append(_artifact("Watermark", self._diagonal(width, height)))
        if not bare:
            drawn.append(_artifact("Header", self._head(width, height, running=running)))
            drawn.append(_artifact("Footer", self._foot(width, number)))
        if drawn:
            # Before the page's own content, which begins by turning the coordinates upside down.
            page.contents_add(self._pdf.make_stream("\n".join(drawn).encode()), prepend=True)

    def _head(self, width: float, height: float, *, running: str) -> str:
        left = self._document.head
        room = width - 2 * _SIDE - self._regular.width(left, _SMALL) - _GAP
        right = self._semibold.shortened(running, _SMALL, limit=room)
        start = width - _SIDE - self._semibold.width(right, _SMALL)
        return (
            self._regular.draw(left, _SMALL, at=_upright(_SIDE, height - _HEAD), colour=_SOFT)
            + " "
            + self._semibold.draw(right, _SMALL, at=_upright(start, height - _HEAD), colour=_SOFT)
        )

    def _foot(self, width: float, number: int) -> str:
        total = len(self._pdf.pages)
        right = self._document.page_text.format(n=number, total=total)
        start = width - _SIDE - self._semibold.width(right, _NUMBER)
        return (
            self._regular.draw(self._document.foot, _SMALL, at=_upright(_SIDE, _FOOT), colour=_SOFT)
            + " "
            + self._semibold.draw(right, _NUMBER, at=_upright(start, _FOOT), colour=_INK)
        )

    def _diagonal(self, width: float, height: float) -> str:
        text, face = self._document.stamp, self._semibold
        run = math.hypot(width - 2 * _SIDE, height - 2 * _SIDE) * _STAMP_SHARE
        size = min(run / max(face.width(text, 1), 0.1), 160.0)
        angle = math.atan2(height, width)
        cos, sin = math.cos(angle), math.sin(angle)
        back, down = face.width(text, size) / 2, size / 3
        x = width / 2 - back * cos + down * sin
        y = height / 2 - back * sin - down * cos
        matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f}"
        return face.draw(text, size, at=matrix, colour=_PALE)


def _upright(x: float, y: float) -> str:
    return f"1 0 0 1 {x:.2f} {y:.2f}"


def _artifact(kind: str, operators: str) -> str:
    return f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC q {operators} Q EMC"
