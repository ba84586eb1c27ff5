"""From laid-out boxes to the tag tree.

WeasyPrint tags every box by itself, so that a table over two pages becomes two tables, a repeated table head is
read twice and a cell has no scope. Here a tag belongs to an element of the HTML: all its boxes, on whatever page,
go there.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure import boxes

from ehport.pdf.attributes import describe_cell, describe_figure, link_text
from ehport.pdf.structure import CELLS, MarkedContent, Node, StructureWriter, Target

_ROLES = {
    "article": "Art",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "dl": "L",
    "figcaption": "Caption",
    "figure": "Div",
    "main": "Part",
    "ol": "L",
    "p": "P",
    "pre": "P",
    "section": "Sect",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
} | {f"h{level}": f"H{level}" for level in range(1, 7)}
_GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
_MAY_HOLD_PARAGRAPHS = _GROUPS | {"TH", "TD", "LBody", "Caption", "Note"}


class _Page(NamedTuple):
    number: int
    entry: pydyf.Dictionary
    marks: dict[Any, dict[str, Any]]
    decoration: set[int]


class TagTree:
    """The tags of one part; `add_tags` takes the place of WeasyPrint's function of that name."""

    def __init__(self, root: Element, *, lang: str, prefix: str) -> None:
        """Take the HTML of the part, and a prefix that makes the names of its notes unique."""
        self.warnings: list[str] = []
        self.headings: list[int] = []
        self._lang = lang
        self._prefix = prefix
        self._document = Node("Document", 0)
        self._content: dict[tuple[int, str], Node] = {}
        self._contents_lists = _lists_of_contents(root)
        self._link_texts: dict[Node, str] = {}
        self._notes = 0
        self._page: _Page

    def add_tags(self, pdf: pydyf.PDF, document: Any, _version: object, streams: list[Any]) -> None:
        """Tag all content of the pages and write the tree."""
        counts = {}
        for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            entry = pdf.objects[int(pdf.page_references[number].split()[0])]
            counts[number] = len(stream._tags)
            self._page = _Page(number, entry, stream._tags, set())
            self._visit(page._page_box, self._document)
            self._page.decoration.update(mark["mcid"] for mark in stream._tags.values())
            if len(_marks_made_artifacts(stream.stream, self._page.decoration)) < counts[number]:
                self.warnings.append(f"page {number + 1} has text with opacity, which cannot be read aloud")
        StructureWriter(pdf, counts).write(self._document)

    def _visit(self, box: Any, node: Node | None) -> None:
        """Put the content of a box below a node, or among the decoration where there is no node."""
        box = getattr(box, "_box", box)  # an absolutely placed box stands behind a placeholder
        if not isinstance(box, boxes.TextBox):
            node = self._node_of(box, node)
            self._take_link(box, node)
        if (mark := self._page.marks.pop(box, None)) is not None:
            if node is None:
                self._page.decoration.add(mark["mcid"])
            else:
                node.kids.append(MarkedContent(self._page.number, mark["mcid"]))
        for child in box.children:
            self._visit(child, node)

    def _node_of(self, box: Any, node: Node | None) -> Node | None:
        if node is None or _is_decoration(box):
            return None
        if box.element is not None and box.element_tag not in ("html", "body"):
            known = self._content.get((id(box.element), box.element_tag))
            if known is not None and self._is_repeated(box, known):
                return None
            node = known or self._new_node(box, node)
        if node.role in _GROUPS and _has_lines(box):
            node = node.add("P", self._page.number)
        return node

    def _is_repeated(self, box: Any, node: Node) -> bool:
        return (
            isinstance(box, boxes.TableRowGroupBox)
            and box.element_tag in ("thead", "tfoot")
            and node.page != self._page.number
        )

    def _new_node(self, box: Any, node: Node) -> Node:
        """Return the node for an element met for the first time: below the given one, or that itself."""
        tag: str = box.element_tag
        if tag.endswith("::footnote-call"):
            return self._note(box, node)
        if tag.endswith("::marker"):
            return _label(node, self._page.number)
        if tag in ("li", "dt", "dd"):
            found = self._item(box, node)
        else:
            role = self._role(box, node)
            parent = node.parent or node if role == "TOC" and node.role == "Reference" else node
            found = parent.add(role, self._page.number) if role else node
        if found is not node:
            self._content[id(box.element), tag] = found
            self._describe(box, found)
        return found

    def _role(self, box: Any, node: Node) -> str | None:
        element, tag = box.element, box.element_tag
        if isinstance(box, boxes.ReplacedBox):
            return "Figure"
        if id(element) in self._contents_lists and tag in ("ol", "ul"):
            return "TOC"
        if tag in _ROLES:
            return _ROLES[tag]
        if tag == "a" and element.get("href"):
            return "Link"
        return self._role_of_other(box, node)

    def _role_of_other(self, box: Any, node: Node) -> str | None:
        """Return the role of an element that means nothing by itself: most are left out of the tree."""
        element = box.element
        is_block = isinstance(box, boxes.BlockLevelBox)
        if is_block and node.role in _MAY_HOLD_PARAGRAPHS and _has_lines(box):
            return "P"
        if "::" in box.element_tag:
            return None
        if element.get("lang", self._lang) != self._lang or (element.tag == "abbr" and element.get("title")):
            return "Div" if is_block and node.role in _GROUPS else "Span"
        return None

    def _item(self, box: Any, node: Node) -> Node:
        """Return where the content of a list item goes."""
        page, tag = self._page.number, box.element_tag
        if node.role == "Reference" and node.parent is not None:
            node = node.parent
        if node.role == "TOC":
            return node.add("TOCI", page).add("Reference", page)
        if node.role != "L":
            return node.add("P", page) if _has_lines(box) else node
        if tag == "li":
            return node.add("LI", page).add("LBody", page)
        last = node.kids[-1] if node.kids else None
        if not isinstance(last, Node) or (tag == "dt" and last.has("LBody")):
            last = node.add("LI", page)
        return last.add("Lbl" if tag == "dt" else "LBody", page)

    def _note(self, box: Any, node: Node) -> Node:
        """Return the reference at the place of a footnote's call; the note itself is read right after it."""
        page = self._page.number
        self._notes += 1
        reference = node.add("Reference", page)
        note = node.add("Note", page, ID=pydyf.String(f"{self._prefix}-{self._notes}"))
        self._content[id(box.element), box.element_tag] = reference
        self._content[id(box.element), box.element.tag] = note
        return reference

    def _describe(self, box: Any, node: Node) -> None:
        element: Element = box.element
        lang = element.get("lang")
        if lang and lang != self._lang:
            node.attributes["Lang"] = pydyf.String(lang)
        if element.tag == "abbr" and element.get("title"):
            node.attributes["E"] = pydyf.String(element.get("title"))
        if node.role[0] == "H" and node.role[1:].isdigit():
            self.headings.append(int(node.role[1:]))
        if node.role == "Link":
            self._link_texts[node] = link_text(element)
        if node.role in CELLS:
            describe_cell(box, node)
        height = self._page.entry["MediaBox"][3]
        if node.role == "Figure" and not describe_figure(box, node, height=height):
            self.warnings.append(f"a figure has no alternative text: {element.get('id') or element.tag}")

    def _take_link(self, box: Any, node: Node | None) -> None:
        """Give a link its rectangle; the boxes inside a link bring one each, and those are dropped."""
        if (annotation := box.link_annotation) is None:
            return
        target = Target(self._page.number, annotation)
        link = node.nearest("Link") if node is not None else None
        if link is None or self._is_known(link, target):
            self._page.entry["Annots"].remove(annotation.reference)
            if not self._page.entry["Annots"]:
                del self._page.entry["Annots"]
            return
        annotation["Contents"] = pydyf.String(self._link_texts[link])
        link.kids.append(target)

    def _is_known(self, link: Node, target: Target) -> bool:
        known = [kid for kid in link.kids if isinstance(kid, Target)]
        return any(kid.covers(target) for kid in known) or (bool(known) and target.is_empty())


def _lists_of_contents(root: Element) -> frozenset[int]:
    lists = (kid for nav in root.iter("nav") if nav.get("role") == "doc-toc" for kid in nav.iter())
    return frozenset(id(kid) for kid in lists)


def _is_decoration(box: Any) -> bool:
    if isinstance(box, boxes.MarginBox) or box.is_leader:
        return True
    element = box.element
    if element is None:
        return False
    if element.get("aria-hidden") == "true":
        return True
    is_image = isinstance(box, boxes.ReplacedBox)
    return is_image and (element.get("role") in ("presentation", "none") or element.get("alt") == "")


def _has_lines(box: Any) -> bool:
    is_container = isinstance(box, boxes.BlockContainerBox)
    return is_container and any(isinstance(child, boxes.LineBox) for child in box.children)


def _label(node: Node, page: int) -> Node:
    """Return a label before the body of the list item whose body is given."""
    item = node.parent
    if node.role != "LBody" or item is None:
        return node
    label = Node("Lbl", page, item)
    item.kids.insert(0, label)
    return label


def _marks_made_artifacts(content: list[object], numbers: set[int]) -> set[int]:
    """Return the marks of a page, after those with certain numbers became artifacts, which no one reads aloud."""
    found = set()
    for index, operator in enumerate(content):
        entry = content[index - 1]
        if operator == b"BDC" and isinstance(entry, dict) and "MCID" in entry:
            found.add(entry["MCID"])
            if entry["MCID"] in numbers:
                content[index - 2] = "/Artifact"
                content[index - 1] = pydyf.Dictionary({"Type": "/Pagination"})
    return found
