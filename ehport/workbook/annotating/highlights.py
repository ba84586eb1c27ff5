"""Highlights: conditional colours on diagnosed cells, which leave the cells' own style alone and come off again.

A highlight is a conditional format whose formula always holds and says whose it is. It moves with its cell when rows
are inserted, and stands before the form's own colours.
"""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.severity import Severity
from ehport.workbook.parts import PackageParts, from_on
from ehport.workbook.xml_tree import Element

COLOURS: Mapping[Severity, tuple[str, str]] = {  # the fill and the edge
    Severity.ERROR: ("F8D0CC", "B00020"),
    Severity.WARNING: ("FFF0B3", "9A6700"),
    Severity.INFO: ("DCEBFA", "1F5FA8"),
}
_SIDES = ("left", "right", "top", "bottom")
_OWN = '"ehport"="ehport"'
_AFTER_FORMATS = from_on("conditionalFormatting")
_AFTER_DIFFERENTIAL = frozenset({"tableStyles", "colors", "extLst"})


def take_off(sheet: Element) -> None:
    """Take every highlight of an earlier copy off a sheet."""
    for formats in list(sheet.all("conditionalFormatting")):
        for rule in list(formats):
            if any(each.text.strip() == _OWN for each in rule.all("formula")):
                formats.remove(rule)
        if not any(formats):
            sheet.remove(formats)


def highlight(parts: PackageParts, sheet: Element, styles: str, cells: Mapping[str, Severity]) -> None:
    """Colour cells of a sheet by severity, the most severe first; ``styles`` is the workbook's part of styles."""
    found = [(each, [cell for cell, of in cells.items() if of is each]) for each in Severity]
    wanted = [(severity, listed) for severity, listed in found if listed]
    _make_way(sheet, len(wanted))
    for priority, (severity, listed) in enumerate(wanted, 1):
        facts = {
            "type": "expression",
            "dxfId": str(place_of(parts.tree(styles), _differential(*COLOURS[severity]))),
            "priority": str(priority),
        }
        rule = Element("cfRule", facts | {"stopIfTrue": "1"}, Element("formula", {}, _OWN))
        formats = Element("conditionalFormatting", {"sqref": " ".join(listed)}, rule)
        sheet.insert_before(_AFTER_FORMATS, formats)


def _make_way(sheet: Element, count: int) -> None:
    """Move the priorities of all other conditional formats on, newer ones in the sheet's extensions too."""
    for rule in sheet.descendants("cfRule"):
        if rule.get("priority").isdecimal():
            rule.attributes["priority"] = str(int(rule.get("priority")) + count)


def place_of(styles: Element, look: Element) -> int:
    """Return the place of a differential format, which is added when it is not there yet."""
    listed = styles.find("dxfs")
    if listed is None:
        listed = Element("dxfs")
        styles.insert_before(_AFTER_DIFFERENTIAL, listed)
    return listed.place_of(look)


def _differential(fill: str, edge: str) -> Element:
    sides = (Element(side, {"style": "thin"}, _colour("color", edge)) for side in _SIDES)
    pattern = Element("patternFill", {"patternType": "solid"}, _colour("fgColor", fill), _colour("bgColor", fill))
    return Element("dxf", {}, Element("fill", {}, pattern), Element("border", {}, *sides))


def _colour(name: str, colour: str) -> Element:
    return Element(name, {"rgb": f"FF{colour}"})
