"""The parts of a received workbook's package: changed where they must be, kept byte for byte where not.

openpyxl loses what it does not know when it saves (images, controls, threaded comments, newer validations), so a
workbook that is somebody else's is never saved with it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from ehport.workbook.part_names import Relationship, known_name, relationship, relationships_of
from ehport.workbook.xml_tree import Element, parse_xml, write_xml

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"
_OWN_ID = "rIdEhport"
_EPOCH, _UNIX = (1980, 1, 1, 0, 0, 0), 3

# The end of the order that the children of a worksheet must have (ECMA-376 part 1, 18.3.1.99): another order is
# what spreadsheet programs call damaged. Alternative content stands for one of the last.
_ORDER = (
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
)


class PackageParts:
    """A package under change; what was not changed leaves as it came."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a package that was looked into before."""
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._names = {known_name(name): name for name in self._infos}
        self._trees: dict[str, Element] = {}
        self._before: dict[str, str] = {}
        self._raw: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        own = self._own(name)
        return own in self._infos or own in self._trees or own in self._raw

    def tree(self, name: str) -> Element:
        """Return a part as a tree, to be changed in place."""
        own = self._own(name)
        if own not in self._trees:
            self._trees[own] = parse_xml(self.raw(own))
            self._before[own] = self._trees[own].written()
        return self._trees[own]

    def raw(self, name: str) -> bytes:
        """Return the bytes of a part."""
        own = self._own(name)
        return self._raw[own] if own in self._raw else self._zip.read(own)

    def put(self, name: str, data: bytes) -> None:
        """Give a part new bytes."""
        own = self._own(name)
        self._trees.pop(own, None)
        self._raw[own] = data

    def free_name(self, pattern: str) -> str:
        """Return a part name that is not taken; the pattern has a ``{}`` for the number."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    @property
    def book(self) -> str:
        """The part of the workbook itself."""
        found = (each.target for each in self.relationships("").values() if each.kind == "officeDocument")
        return next((each for each in found if each in self), "xl/workbook.xml")

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return the relationships of a part by their ids, those inside the package; targets are part names."""
        name = relationships_of(part)
        if name not in self:
            return {}
        listed = self.tree(name).all("Relationship")
        found = ((each.get("Id"), relationship(part, each.attributes)) for each in listed)
        return {number: each for number, each in found if each}

    def related(self, part: str, kind: str) -> str:
        """Return the first part of a kind that a part is related to, empty when there is none."""
        found = (each.target for each in self.relationships(part).values() if each.kind == kind)
        return next((each for each in found if each in self), "")

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another and return the new id."""
        name = relationships_of(part)
        if name not in self:
            self._trees[name] = Element("Relationships", {"xmlns": _RELATIONS})
            self._before[name] = ""
        tree = self.tree(name)
        taken = {each.get("Id") for each in tree}
        number = 1
        while f"{_OWN_ID}{number}" in taken:
            number += 1
        found = f"{_OWN_ID}{number}"
        facts = {"Id": found, "Type": f"{RELATION}/{kind}", "Target": f"/{target}"}
        tree.append(Element("Relationship", facts))
        return found

    def register(self, part: str, content_type: str) -> None:
        """Say what a new part is."""
        facts = {"PartName": f"/{part}", "ContentType": content_type}
        self.tree(_CONTENT_TYPES).append(Element("Override", facts))

    def register_extension(self, extension: str, content_type: str) -> None:
        """Say what parts with an ending are, unless that is said already."""
        tree = self.tree(_CONTENT_TYPES)
        if all(each.get("Extension").lower() != extension for each in tree):
            facts = {"Extension": extension, "ContentType": content_type}
            tree.insert(0, Element("Default", facts))

    def written(self) -> bytes:
        """Return the package: its entries in their order, new ones last."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
            for name, info in self._infos.items():
                out.writestr(info, self._content(name), info.compress_type)
            for name in self._new():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.create_system = _UNIX  # the same bytes everywhere
                out.writestr(entry, self._content(name), zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _own(self, name: str) -> str:
        """Return a part's name as the package spells it."""
        return self._names.get(known_name(name), name)

    def _new(self) -> Iterator[str]:
        yield from (name for name in dict.fromkeys((*self._trees, *self._raw)) if name not in self._infos)

    def _content(self, name: str) -> bytes:
        if name in self._trees and self._trees[name].written() != self._before[name]:
            return write_xml(self._trees[name])
        return self.raw(name)


def from_on(name: str) -> frozenset[str]:
    """Return the children of a worksheet that come after one, and that one itself."""
    return frozenset(_ORDER[_ORDER.index(name) :])
