"""What stands in a drawn figure: its labels, where they are, and the room they take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from ehport.figures.canvas import Box, Label
from ehport.figures.style import CAP_HEIGHT, POINT, Look

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Drawn:
    """A figure's SVG, parsed."""

    root: ElementTree.Element

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        _, _, width, height = map(float, self.root.get("viewBox", "").split())
        return width * POINT, height * POINT

    @property
    def labels(self) -> list[tuple[str, Box]]:
        """Every text with the room it takes."""
        return [(each.text or "", _box(each)) for each in self.root.iter(f"{SVG}text")]

    def overlaps(self) -> list[tuple[str, str]]:
        """Return the pairs of labels that stand on each other."""
        return [(one, two) for (one, a), (two, b) in combinations(self.labels, 2) if overlap(a, b)]

    def outside(self) -> list[str]:
        """Return the labels that are cut by the edge of the drawing."""
        width, height = self.size
        return [
            text
            for text, box in self.labels
            if box.x < -0.1 or box.right > width + 0.1 or box.y < -0.1 or box.y + box.height > height + 0.1
        ]


def drawn(svg: str) -> Drawn:
    """Parse a drawing."""
    return Drawn(ElementTree.fromstring(svg))


def overlap(one: Box, other: Box, slack: float = 0.1) -> bool:
    """Tell whether the two share more than an edge."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > slack and down > slack


def _box(element: ElementTree.Element) -> Box:
    look = Look(float(element.get("font-size", "0")), int(element.get("font-weight", "400")))
    x, baseline = (float(element.get(axis, "0")) * POINT for axis in ("x", "y"))
    middle = baseline - look.size * POINT * CAP_HEIGHT / 2
    return Label(x, middle, element.text or "", look, element.get("text-anchor", "start")).box
