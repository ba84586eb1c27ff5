"""The looks of a workbook's cells, by the number that a cell refers to: number formats, struck and raised fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ehport.workbook.cells import CellLook
from ehport.workbook.xml_events import is_on, read_xml

# The formats that every program has without writing them down (ECMA-376 part 1, 18.8.30). The currency of some is that
# of the reader's machine, which is kroner here.
_KRONER = '"kr" #,##0'
_BUILT_IN: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    **dict.fromkeys((5, 6, 42), _KRONER),
    **dict.fromkeys((7, 8, 44), f"{_KRONER}.00"),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd.mm.yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd.mm.yyyy h:mm",
    **dict.fromkeys((37, 38, 41), "#,##0"),
    **dict.fromkeys((39, 40, 43), "#,##0.00"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}


def read_looks(styles: bytes) -> Sequence[CellLook]:
    """Return the looks in the order in which cells count them.

    Raises `BrokenXmlError` when the part is not well-formed.
    """
    reader = _StylesReader()
    reader.read(styles)
    return [reader.look(*numbers) for numbers in reader.looks]


class _StylesReader:
    """Walks through the part of styles; lists of the same elements in other places say nothing of cells."""

    def __init__(self) -> None:
        self.formats = dict(_BUILT_IN)
        self.fonts: list[tuple[bool, bool]] = []
        self.looks: list[tuple[int, int]] = []
        self._within = ""
        self._struck = self._raised = False

    def look(self, number_format: int, font: int) -> CellLook:
        """Return a look by the numbers of its parts; what they do not lead to is plain."""
        struck, raised = self.fonts[font] if font in range(len(self.fonts)) else (False, False)
        return CellLook(self.formats.get(number_format, "General"), struck, raised)

    def read(self, styles: bytes) -> None:
        """Take everything in that is of use."""
        starts = {name: self._into(name) for name in ("numFmts", "fonts", "cellXfs")}
        ends = dict.fromkeys(starts, self._out)
        own = {"numFmt": self._format, "font": self._font, "strike": self._strike, "vertAlign": self._align}
        read_xml(styles, {**starts, **own, "xf": self._look}, {**ends, "font": self._font_ends})

    def _into(self, name: str) -> Callable[[Mapping[str, str]], None]:
        def enter(_: Mapping[str, str]) -> None:
            self._within = name

        return enter

    def _out(self) -> None:
        self._within = ""

    def _format(self, given: Mapping[str, str]) -> None:
        if self._within == "numFmts":
            self.formats[_number(given.get("numFmtId"))] = given.get("formatCode", "General")

    def _font(self, _: Mapping[str, str]) -> None:
        self._struck = self._raised = False

    def _strike(self, given: Mapping[str, str]) -> None:
        self._struck = is_on(given.get("val"))

    def _align(self, given: Mapping[str, str]) -> None:
        self._raised = given.get("val") == "superscript"

    def _font_ends(self) -> None:
        if self._within == "fonts":
            self.fonts.append((self._struck, self._raised))

    def _look(self, given: Mapping[str, str]) -> None:
        if self._within == "cellXfs":
            self.looks.append((_number(given.get("numFmtId")), _number(given.get("fontId"))))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
