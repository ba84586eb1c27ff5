"""What a tag says about its content: the scope of a head, the alternative of a figure, the text of a link."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from ehport.pdf.structure import Node

_SVG = "{http://www.w3.org/2000/svg}"
_POINTS = 0.75  # points in a CSS pixel
_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


def describe_cell(box: Any, node: Node) -> None:
    """Say which cells a head belongs to, and how many columns and rows a cell spans."""
    facts: dict[str, object] = {"O": "/Table"}
    if node.role == "TH":
        inside_head = node.nearest("THead") is not None
        scope = (box.element.get("scope") or "").lower()
        facts["Scope"] = _SCOPES.get(scope, "/Column" if inside_head else "/Row")
    if box.colspan != 1:
        facts["ColSpan"] = box.colspan
    if box.rowspan != 1:
        facts["RowSpan"] = box.rowspan
    if len(facts) > 1:
        node.attributes["A"] = pydyf.Dictionary(facts)


def describe_figure(box: Any, node: Node, *, height: float) -> bool:
    """Say where on a page of some height a figure is, and what it shows; return whether that is known."""
    element: Element = box.element
    alternatives = (element.get("alt"), element.get("aria-label"), element.findtext(f"{_SVG}title"))
    alternative = next((" ".join(text.split()) for text in alternatives if text), "")
    left, top = box.content_box_x() * _POINTS, height - box.content_box_y() * _POINTS
    corners = (left, top - box.height * _POINTS, left + box.width * _POINTS, top)
    node.attributes["Alt"] = pydyf.String(alternative)
    node.attributes["A"] = pydyf.Dictionary(
        {"O": "/Layout", "BBox": pydyf.Array(round(corner, 2) for corner in corners)}
    )
    return bool(alternative)


def link_text(element: Element) -> str:
    """Return what a link is called where its text alone is read."""
    text = " ".join("".join(element.itertext()).split())
    return element.get("aria-label") or element.get("title") or text or element.get("href") or ""
