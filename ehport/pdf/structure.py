"""The tag tree of a PDF: nodes with roles, written as structure elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pydyf

CELLS = frozenset({"TH", "TD"})


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of marked content: its number on its page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Target:
    """The sensitive rectangle of a link on a page."""

    page: int
    annotation: pydyf.Dictionary

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """The left, lowest, right and highest edge."""
        x1, y1, x2, y2 = self.annotation["Rect"]
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def is_empty(self) -> bool:
        """Return whether there is nothing to click on."""
        left, low, right, high = self.corners
        return left == right or low == high

    def covers(self, other: Target) -> bool:
        """Return whether the other rectangle lies within this one."""
        left, low, right, high = self.corners
        other_left, other_low, other_right, other_high = other.corners
        slack = 0.5
        return (
            self.page == other.page
            and left - slack <= other_left
            and low - slack <= other_low
            and other_right <= right + slack
            and other_high <= high + slack
        )


@dataclass(slots=True, eq=False)
class Node:
    """One element of the tag tree."""

    role: str
    page: int
    parent: Node | None = None
    attributes: dict[str, object] = field(default_factory=dict)
    kids: list[Node | MarkedContent | Target] = field(default_factory=list)

    def add(self, role: str, page: int, **attributes: object) -> Node:
        """Return a new last child."""
        node = Node(role, page, self, attributes)
        self.kids.append(node)
        return node

    def has(self, role: str) -> bool:
        """Return whether a child has the role."""
        return any(isinstance(kid, Node) and kid.role == role for kid in self.kids)

    def nearest(self, role: str) -> Node | None:
        """Return the node itself or the closest node above it that has the role."""
        node: Node | None = self
        while node is not None and node.role != role:
            node = node.parent
        return node

    def prune(self) -> bool:
        """Drop what holds no content, but for empty cells, and return whether anything is left."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.role in CELLS


class StructureWriter:
    """Writes a tag tree into the objects of a PDF and keeps the way back from content to tag."""

    def __init__(self, pdf: pydyf.PDF, marks: Mapping[int, int]) -> None:
        """Take the number of marks on each page."""
        self._pdf = pdf
        self._pages: tuple[bytes, ...] = pdf.page_references
        self._owners: dict[int, list[object]] = {page: ["null"] * count for page, count in marks.items()}
        self._targets: list[tuple[pydyf.Dictionary, bytes]] = []

    def write(self, document: Node) -> None:
        """Write the tree under its document node and name it in the catalogue."""
        document.prune()
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        root["K"] = pydyf.Array([self._element(document, root.reference)])
        tree = pydyf.Dictionary({"Nums": pydyf.Array(self._numbers())})
        self._pdf.add_object(tree)
        root["ParentTree"] = tree.reference
        self._pdf.catalog["StructTreeRoot"] = root.reference
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _element(self, node: Node, parent: bytes) -> bytes:
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{node.role}", "P": parent, "Pg": self._pages[node.page]}
        )
        element.update(node.attributes)
        self._pdf.add_object(element)
        element["K"] = pydyf.Array([self._kid(kid, node, parent=element.reference) for kid in node.kids])
        reference: bytes = element.reference
        return reference

    def _kid(self, kid: Node | MarkedContent | Target, node: Node, *, parent: bytes) -> object:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        page = self._pages[kid.page]
        if isinstance(kid, Target):
            self._targets.append((kid.annotation, parent))
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page})
        self._owners[kid.page][kid.number] = parent
        if kid.page == node.page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid.number})

    def _numbers(self) -> Iterator[object]:
        for page, owners in self._owners.items():
            yield from (page, pydyf.Array(owners))
        for number, (annotation, owner) in enumerate(self._targets, start=len(self._pages)):
            annotation["StructParent"] = number
            yield from (number, owner)
