"""The look of a workbook: the report's colours, a handful of named styles, column widths and row heights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from ehport.workbook.heights import SIZE, points

INK, SOFT, RULE, HAIR, TINT, ACCENT, RED, WHITE = (
    "1B2733",
    "4D5A66",
    "A9B4BE",
    "DCE2E7",
    "F3F6F8",
    "12436D",
    "8F1D2C",
    "FFFFFF",
)
RATING_FILLS = {
    "red": "F0CDD1",
    "yellow": "FBE6B4",
    "green": "CBE6E1",
}  # the report's colours, light enough to write on
# Together no wider than a screen of 1366 pixels.
WIDTHS = {"A": 12, "B": 27, "C": 52, "D": 22, "E": 14, "F": 11, "G": 11, "H": 9, "I": 9, "J": 22}
PREFILLED = "E4EEF7"  # what is as last round
LAST_COLUMN = 16_384  # XFD
ZOOM = 100  # percent; the widest row is seen whole

KEY, TITLE, BAR, HEAD, HEAD_HELP = (
    "ehport nøkkel",
    "ehport tittel",
    "ehport seksjon",
    "ehport liste",
    "ehport listehjelp",
)
COLUMN, LABEL, REQUIRED, HINT = "ehport kolonne", "ehport ledetekst", "ehport obligatorisk", "ehport hint"
ANSWER, SMALL, FIXED, ROW_LABEL = "ehport svar", "ehport langt svar", "ehport fast", "ehport rad"
CHECK, ROW_CHECK, CHECKS, END = "ehport kontroll", "ehport radkontroll", "ehport kontrolltittel", "ehport sluttrad"
NEXT, PLACE = "ehport neste", "ehport sted"
BEFORE, LAST_ROUND = "ehport før", "ehport forrige runde"
TEXT, LINE, LEAD, HEADING = "ehport tekst", "ehport linje", "ehport ingress", "ehport overskrift"

_MOST_POINTS = 409.0  # the highest row that Excel allows
_SIZES = {SMALL: 7.5, TITLE: 14, BAR: 10.5, HEAD: 9.5, HEAD_HELP: 8}


def add_styles(workbook: Workbook, *, is_prefilled: bool = False) -> None:
    """Register the named styles; cells refer to them by name."""
    for name, look in {**_LOOKS, **(_PREFILLED_LOOKS if is_prefilled else {})}.items():
        workbook.add_named_style(look.named(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What sets one named style apart from the others."""

    colour: str = INK
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    fill: str = ""
    edges: bool = False
    rule: bool = False
    under: bool = False
    indent: int = 1
    wrap: bool = True
    middle: bool = False
    locked: bool = True
    number_format: str = "General"

    def named(self, name: str) -> NamedStyle:
        """Return the look as a style of a workbook."""
        return NamedStyle(
            name=name,
            font=Font(
                name="Arial",
                size=self.size,
                bold=self.bold,
                italic=self.italic,
                underline="single" if self.underlined else None,
                color=self.colour,
            ),
            fill=PatternFill("solid", fgColor=self.fill) if self.fill else PatternFill(),
            border=self._border(),
            alignment=Alignment(
                horizontal="left" if self.indent else None,
                vertical="center" if self.middle else "top",
                indent=self.indent,
                wrap_text=self.wrap,
            ),
            protection=Protection(locked=self.locked),
            number_format=self.number_format,
        )

    def _border(self) -> Border:
        edge = Side(style="thin", color=RULE if self.fill == WHITE else HAIR)
        if self.edges:
            return Border(edge, edge, edge, edge)
        if self.under:
            return Border(bottom=Side(style="medium", color=ACCENT))
        return Border(bottom=edge) if self.rule else Border()


_LOOKS = {
    KEY: _Look(colour=SOFT, size=7, locked=False, indent=0),
    TITLE: _Look(colour=ACCENT, size=14, bold=True, under=True, wrap=False, middle=True),
    BAR: _Look(colour=WHITE, size=10.5, bold=True, fill=ACCENT, wrap=False, middle=True),
    HEAD: _Look(colour=ACCENT, size=9.5, bold=True, fill=HAIR),
    HEAD_HELP: _Look(colour=SOFT, size=8, italic=True, fill=HAIR),
    COLUMN: _Look(colour=SOFT, bold=True, fill=TINT, edges=True),
    LABEL: _Look(fill=TINT, edges=True),
    REQUIRED: _Look(bold=True, fill=TINT, edges=True),
    HINT: _Look(colour=SOFT, size=8, italic=True, wrap=False),
    ANSWER: _Look(fill=WHITE, edges=True, locked=False, number_format="@"),
    SMALL: _Look(size=_SIZES[SMALL], fill=WHITE, edges=True, locked=False, number_format="@"),
    FIXED: _Look(fill=TINT, edges=True, number_format="@"),
    ROW_LABEL: _Look(fill=TINT, edges=True, locked=False),
    CHECK: _Look(colour=RED, size=8, italic=True),
    CHECKS: _Look(colour=RED, bold=True, wrap=False, under=True, middle=True),
    ROW_CHECK: _Look(colour=RED, size=8, italic=True, locked=False),
    NEXT: _Look(colour=ACCENT, underlined=True, wrap=False, under=True, middle=True, indent=0),
    PLACE: _Look(colour=SOFT, size=7, locked=False, indent=0),
    END: _Look(colour=SOFT, size=8, italic=True, wrap=False),
    TEXT: _Look(rule=True),
    LINE: _Look(size=9.5, wrap=False),
    HEADING: _Look(colour=WHITE, bold=True, fill=ACCENT, middle=True, edges=True),
    LEAD: _Look(colour=ACCENT, size=11, bold=True, wrap=False, middle=True),
}


_PREFILLED_LOOKS = {
    BEFORE: _Look(colour=SOFT, size=7, locked=False, indent=0, wrap=False, number_format="@"),
    LAST_ROUND: _Look(colour=ACCENT, italic=True, fill=PREFILLED, edges=True, middle=True),
}


def needed_height(cells: Iterable[tuple[str, float, str]]) -> float:
    """Return the height in points in which every (text, column width, style) of a row can be read."""
    return max((points(text, width, _SIZES.get(style, SIZE)) for text, width, style in cells), default=0) + 4


def fits(text: str, width: float) -> bool:
    """Tell whether a text in normal size fits in the highest row there is."""
    return points(text, width) + 4 <= _MOST_POINTS


def set_height(sheet: Worksheet, row: int, height: float, *, least: float = 16) -> None:
    """Set a row's height within what Excel allows."""
    sheet.row_dimensions[row].height = round(min(_MOST_POINTS, max(least, height)), 1)
