"""Highlights: conditional colours on diagnosed cells, which leave the cells' own style alone and come off again.

A highlight is a conditional format whose formula always holds and says whose it is. It moves with its cell when rows
are inserted, and stands before the form's own colours.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ehport.diagnostics.diagnostic import Severity
from ehport.workbook.parts import Element, Parts, from_on, in_order, named, place_of
from ehport.workbook.xml_events import MAIN

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
    for formats in list(sheet.iterchildren(named("conditionalFormatting"))):
        for rule in list(formats):
            if any((each.text or "").strip() == _OWN for each in rule.iterchildren(named("formula"))):
                formats.remove(rule)
        if len(formats) == 0:
            sheet.remove(formats)


def highlight(parts: Parts, sheet: Element, styles: str, cells: Mapping[str, Severity]) -> None:
    """Colour cells of a sheet by severity, the most severe first; ``styles`` is the workbook's part of styles."""
    found = [(each, [cell for cell, of in cells.items() if of is each]) for each in Severity]
    wanted = [(severity, listed) for severity, listed in found if listed]
    _make_way(sheet, len(wanted))
    for priority, (severity, listed) in enumerate(wanted, 1):
        formats = etree.Element(named("conditionalFormatting"), {"sqref": " ".join(listed)})
        rule = etree.SubElement(
            formats,
            named("cfRule"),
            {
                "type": "expression",
                "dxfId": str(_look(parts.tree(styles), severity)),
                "priority": str(priority),
                "stopIfTrue": "1",
            },
        )
        etree.SubElement(rule, named("formula")).text = _OWN
        in_order(sheet, formats, _AFTER_FORMATS)


def _make_way(sheet: Element, count: int) -> None:
    """Move the priorities of all other conditional formats on, newer ones in the sheet's extensions too."""
    for rule in sheet.iter("{*}cfRule"):
        if rule.get("priority", "").isdecimal():
            rule.set("priority", str(int(rule.get("priority")) + count))


def _look(styles: Element, severity: Severity) -> int:
    """Return the place of a severity's differential format, which is added when it is not there yet."""
    listed = styles.find(named("dxfs"))
    if listed is None:
        listed = etree.Element(named("dxfs"))
        in_order(styles, listed, _AFTER_DIFFERENTIAL)
    return place_of(listed, _differential(*COLOURS[severity]))


def _differential(fill: str, edge: str) -> Element:
    sides = "".join(f'<{side} style="thin"><color rgb="FF{edge}"/></{side}>' for side in _SIDES)
    return etree.fromstring(
        f'<dxf xmlns="{MAIN}"><fill><patternFill patternType="solid"><fgColor rgb="FF{fill}"/>'
        f'<bgColor rgb="FF{fill}"/></patternFill></fill><border>{sides}</border></dxf>'
    )
