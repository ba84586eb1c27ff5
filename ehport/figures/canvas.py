"""A canvas in millimetres: shapes and labels are placed on it, and it grows downwards with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from ehport.figures import fonts
from ehport.figures.style import ASCENT, CAP_HEIGHT, DESCENT, LABEL, LEADING, POINT, DrawingSize, Look
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its horizontal centre line."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Ink:
    """The names of the colours of a shape; ``dash`` draws its outline broken."""

    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    dash: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed or open line through points, a circle where there is a radius, or a curve between the outer points."""

    points: tuple[Point, ...]
    ink: Ink
    radius: float = 0.0
    is_curve: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; ``y`` is the middle of its capital letters."""

    x: float
    y: float
    text: str
    look: Look
    anchor: Anchor

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.y + self.look.size * POINT * CAP_HEIGHT / 2

    @property
    def box(self) -> Box:
        """The room that the text takes."""
        width = fonts.width(self.text, self.look.size, self.look.weight)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        size = self.look.size * POINT
        return Box(left, self.baseline - ASCENT * size, width, (ASCENT + DESCENT) * size)


_BEND, _HEAD = 0.42, 1.0
UNKNOWN = Ink(stroke="soft", width=0.5, dash=True)
_INKS: dict[Vocabulary | None, Ink] = {
    Rating.RED: Ink("red", "red", 0.6),
    Rating.YELLOW: Ink("yellow", "yellow-edge", 0.6),
    Rating.GREEN: Ink("green", "green", 0.6),
    ProjectState.PAUSED: Ink("grey", "grey", 0.6),
}
# Around a centre, in parts of the size; what has no corners is a circle.
_CORNERS: dict[Vocabulary | None, tuple[Point, ...]] = {
    Rating.RED: ((-0.44, -0.44), (0.44, -0.44), (0.44, 0.44), (-0.44, 0.44)),
    Rating.YELLOW: ((0, -0.5), (0.5, 0.42), (-0.5, 0.42)),
    ProjectState.PAUSED: ((0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)),
}


@dataclass(slots=True)
class Canvas:
    """What is drawn so far."""

    format: DrawingSize
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    height: float = 0.0

    def bar(self, box: Box, fill: str, *, edge: str = "") -> None:
        """Draw a filled rectangle; an edge in the colour of the paper keeps neighbours apart."""
        self._rectangle(box, Ink(fill, edge, 0.8 if edge else 0.0))

    def unknown(self, box: Box) -> None:
        """Draw the outline of something that nobody has told, all of it within the box."""
        edge = UNKNOWN.width * POINT / 2
        inner = Box(box.x + edge, box.y + edge, max(box.width - 2 * edge, 0), max(box.height - 2 * edge, 0))
        self._rectangle(inner, UNKNOWN)

    def line(self, start: Point, end: Point, stroke: str = "rule", *, width: float = 0.5) -> None:
        """Draw a straight line."""
        self._add(Shape((start, end), Ink(stroke=stroke, width=width)))

    def arrow(self, x: float, end: Point) -> None:
        """Draw a level arrow with a foot at its start; it points at its end."""
        y, back = end[1], end[0] - _HEAD if end[0] > x else end[0] + _HEAD
        self.line((x, y - _HEAD / 2), (x, y + _HEAD / 2), "ink", width=0.7)
        self.line((x, y), (back, y), "ink", width=0.7)
        self._add(Shape((end, (back, y - _HEAD / 2), (back, y + _HEAD / 2), end), Ink("ink")))

    def curve(self, start: Point, end: Point, ink: Ink) -> None:
        """Draw a line that leaves and arrives level."""
        bend = (end[0] - start[0]) * _BEND
        points = (start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)
        self._add(Shape(points, ink, is_curve=True))

    def mark(self, at: Point, member: Vocabulary | None, *, size: float = 2.0) -> None:
        """Draw a rating's own shape around a centre; a broken circle where there is no rating."""
        ink = _INKS.get(member, UNKNOWN)
        corners = _CORNERS.get(member)
        if corners is None:
            self._add(Shape((at,), ink, size / 2))
        else:
            points = [(at[0] + x * size, at[1] + y * size) for x, y in corners]
            self._add(Shape((*points, points[0]), ink))

    def words(self, at: Point, text: str, look: Look = LABEL, *, anchor: Anchor = "start") -> Box:
        """Set a line of text beside, around or before a point; return the room it takes."""
        label = Label(*at, text, self.zoomed(look), anchor)
        self.labels.append(label)
        self.height = max(self.height, label.box.y + label.box.height)
        return label.box

    def width_of(self, text: str, look: Look = LABEL) -> float:
        """Return how wide a text would be on this canvas."""
        zoomed = self.zoomed(look)
        return fonts.width(text, zoomed.size, zoomed.weight)

    def leading(self, look: Look = LABEL) -> float:
        """Return the distance between two lines of text."""
        return self.zoomed(look).size * POINT * LEADING

    def zoomed(self, look: Look) -> Look:
        """Return a look in the size that this canvas sets it in."""
        return replace(look, size=look.size * self.format.zoom)

    def wrapped(self, text: str, room: float, look: Look = LABEL) -> tuple[str, ...]:
        """Break a text into lines that fit; a word that is too long alone is cut with a hyphen."""
        lines: list[str] = []
        rest = text.split()
        while rest:
            line, rest = self._line(rest, room, look)
            lines.append(line)
        return tuple(lines) or ("",)

    def _line(self, words: list[str], room: float, look: Look) -> tuple[str, list[str]]:
        taken = 0
        while taken < len(words) and self.width_of(" ".join(words[: taken + 1]), look) <= room:
            taken += 1
        if taken:
            return " ".join(words[:taken]), words[taken:]
        long, kept = words[0], 1
        while kept < len(long) - 1 and self.width_of(long[: kept + 1] + "-", look) <= room:
            kept += 1
        return (long, words[1:]) if len(long) < 2 else (f"{long[:kept]}-", [long[kept:], *words[1:]])

    def _rectangle(self, box: Box, ink: Ink) -> None:
        lower = box.y + box.height
        corners = ((box.x, box.y), (box.right, box.y), (box.right, lower), (box.x, lower), (box.x, box.y))
        self._add(Shape(corners, ink))

    def _add(self, shape: Shape) -> None:
        self.shapes.append(shape)
        self.height = max(self.height, *(y + shape.radius for _, y in shape.points))
