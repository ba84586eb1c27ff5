"""The one visual language of the figures: measures, sizes of text, and the colours of the palette."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ehport.system.assets import templates

FAMILY = "Source Sans 3"
PALETTE = "palette.css"
POINT = 25.4 / 72
REGULAR, STRONG_WEIGHT = 400, 600
CAP_HEIGHT = 0.66
ASCENT, DESCENT = 0.75, 0.22
LEADING = 1.22

_ROOT = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class DrawingSize:
    """How wide a drawing is, where its main column starts, and how much its text is enlarged; millimetres."""

    width: float
    main: float
    zoom: float = 1.0

    @property
    def is_narrow(self) -> bool:
        """Tell whether labels stand above what they name, because there is no side column."""
        return self.main == 0

    @property
    def room(self) -> float:
        """The width of the main column."""
        return self.width - self.main


WIDE = DrawingSize(170, 42)
NARROW = DrawingSize(90, 0, 1.15)


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is set: points, weight and the name of its colour."""

    size: float = 8.2
    weight: int = REGULAR
    fill: str = "ink"


LABEL = Look()
STRONG = Look(weight=STRONG_WEIGHT)
SOFT = Look(fill="soft")
NOTE = Look(7.4)
SOFT_NOTE = Look(7.4, fill="soft")
FINE = Look(6.8, fill="soft")


@functools.cache
def palette() -> dict[str, str]:
    """Return the colours in print by their names in the style sheet, without the leading dashes."""
    found = _ROOT.search((templates() / PALETTE).read_text("utf-8"))
    if found is None:
        raise ValueError(f"{PALETTE} has no :root")
    return dict(_COLOUR.findall(found[1]))
