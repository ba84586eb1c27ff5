"""Rendered parts → one PDF: pages, tag tree, links and outline put together."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ehport.pdf.document import Document
from ehport.pdf.job import LINK_SCHEME
from ehport.pdf.layout import LaidOutPart, Place, first_pages
from ehport.pdf.metadata import attach, describe
from ehport.pdf.outline import OutlineEntry, write_outline
from ehport.pdf.stamps import Stamper


class Joiner:
    """Puts the parts of one document into one file."""

    def __init__(self, document: Document, sheet: LaidOutPart) -> None:
        """Take the page that embeds the fonts and become the beginning of the file."""
        self.warnings: list[str] = []
        self._document = document
        self._sheet = sheet
        self._pdf = pikepdf.open(io.BytesIO(sheet.pdf))
        self._fonts = self._pdf.pages[0].Resources.Font
        self._root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._tags = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._kids: list[pikepdf.Object] = []
        self._numbers: list[object] = []
        self._next_number = 0

    def join(self, parts: Sequence[LaidOutPart]) -> bytes:
        """Return the whole document."""
        del self._pdf.pages[0]
        for part in parts:
            self._append(part)
        self._write_tags()
        self._write_links(parts)
        write_outline(self._pdf, self._entries(parts))
        self._stamp(parts)
        describe(self._pdf, self._document)
        attach(self._pdf, self._document)
        out = io.BytesIO()
        self._pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            min_version="1.7",
        )
        return out.getvalue()

    def _append(self, part: LaidOutPart) -> None:
        source = pikepdf.open(io.BytesIO(part.pdf))
        first = len(self._pdf.pages)
        self._pdf.pages.extend(source.pages)  # before the tags, which point at the pages
        pages = self._pdf.pages[first:]
        for resources in _different(page.Resources for page in pages):
            for name in self._fonts.keys():  # noqa: SIM118  # a PDF dictionary iterates over nothing else
                resources.Font[name] = self._fonts[name]
        for page in pages:
            page.Tabs = Name.S
            page.StructParents = int(page.StructParents) + self._next_number
            for annotation in page.get("/Annots", ()):
                annotation.F = 4  # printed, as archives demand
                annotation.StructParent = int(annotation.StructParent) + self._next_number
        self._append_tags(self._pdf.copy_foreign(source.Root.StructTreeRoot))

    def _append_tags(self, tree: pikepdf.Object) -> None:
        numbers = list(tree.ParentTree.Nums)
        for number, owner in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers += [int(number) + self._next_number, owner]
        self._next_number += len(numbers) // 2
        for kid in tree.K[0].K:
            kid.P = self._tags
            self._kids.append(kid)

    def _write_tags(self) -> None:
        self._tags.K = Array(self._kids)
        self._root.K = Array([self._tags])
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._numbers)))
        self._root.ParentTreeNextKey = self._next_number
        self._pdf.Root.StructTreeRoot = self._root

    def _write_links(self, parts: Sequence[LaidOutPart]) -> None:
        targets: dict[str, Array] = {}
        for before, part in first_pages(parts):
            for name, place in part.layout.anchors.items():
                if name in targets:
                    self.warnings.append(f"two elements have the id «{name}»")
                targets.setdefault(name, self._destination(before, place))
        for page in self._pdf.pages:
            for annotation in page.get("/Annots", ()):
                self._resolve(annotation, targets)
        named = sorted((bytes(String(name)), target) for name, target in targets.items())
        names = Array([item for name, target in named for item in (String(name), target)])
        self._pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))

    def _resolve(self, annotation: pikepdf.Object, targets: Mapping[str, Array]) -> None:
        address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
        if not address.startswith(LINK_SCHEME):
            return
        name = unquote(address.removeprefix(LINK_SCHEME))
        if name not in targets:
            self.warnings.append(f"a link leads to «{name}», which is nowhere in the document")
        del annotation.A
        annotation.Dest = String(name)

    def _destination(self, before: int, place: Place) -> Array:
        page = self._pdf.pages[before + place.page]
        return Array([page.obj, Name.XYZ, None, place.top, None])

    def _entries(self, parts: Sequence[LaidOutPart]) -> Iterator[OutlineEntry]:
        for before, part in first_pages(parts):
            for bookmark in part.layout.bookmarks:
                yield OutlineEntry(bookmark.level, bookmark.label, self._destination(before, bookmark.place))

    def _stamp(self, parts: Sequence[LaidOutPart]) -> None:
        stamper = Stamper(self._pdf, self._document, fonts=self._sheet.layout.fonts)
        for (before, rendered), part in zip(first_pages(parts), self._document.parts, strict=True):
            for number in range(before, before + rendered.layout.pages):
                stamper.stamp(self._pdf.pages[number], number + 1, running=part.running, bare=part.bare)


def _different(resources: Iterator[pikepdf.Object]) -> list[pikepdf.Object]:
    return list({resource.objgen: resource for resource in resources}.values())
