"""The sensitivity labels of a workbook: what Excel and its kin keep of them in the file's properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ehport.workbook.package import Package
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import BrokenXmlError, read_xml

_PROPERTIES = "docProps/custom.xml"
_NAME = re.compile(r"MSIP_Label_[\w-]+_Name|Sensitivity|Classification|Klassifisering|Følsomhet", re.IGNORECASE)
_OPEN = re.compile(r"(?:åpen|åpent|open|offentlig|offentleg|public|ugradert|unclassified)\b", re.IGNORECASE)


def find_sensitivity_labels(package: Package) -> tuple[str, ...]:
    """Return the names of a workbook's labels, but for those that say that it is public."""
    return tuple(name for name in dict.fromkeys(_labels(package)) if not _OPEN.match(name))


def _labels(package: Package) -> Iterator[str]:
    """Yield the values of the properties that hold a label; what is wrong with the part is of no interest."""
    found: list[tuple[str, str]] = []
    said: list[str] = []

    def begin(given: Mapping[str, str]) -> None:
        said.clear()
        found.append((given.get("name", ""), ""))

    def end() -> None:
        found[-1] = (found[-1][0], "".join(said).strip())

    if _PROPERTIES in package:
        try:
            read_xml(package.read(_PROPERTIES), {"property": begin}, {"property": end}, said.append)
        except (BrokenXmlError, UnreadableFileError):
            return
    yield from (value for name, value in found if value and _NAME.fullmatch(name))
