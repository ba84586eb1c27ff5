"""A canvas plotted by matplotlib, as SVG that both the page renderer and browsers understand.

Text stays text in the document's typeface. Every colour is an attribute, for print, and a class, for the style
sheet of a screen. The title has the only identifier, and nothing depends on when or where it was drawn.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from html import escape
from typing import Any, Literal
from xml.etree import ElementTree

import matplotlib
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from ehport.analysis.printed import Printed, parts_of
from ehport.figures import typeface
from ehport.figures.canvas import Anchor, Canvas, Ink, Label, Shape
from ehport.figures.style import FAMILY, POINT, palette

_DPI, _INCH = 72, 25.4
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none", "svg.hashsalt": "ehport", "font.family": FAMILY, "path.simplify": False,
}  # fmt: skip
_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_OF_PATHS = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_OF_TEXTS = ("fill", "font-size", "font-weight", "text-anchor")
_COORDINATE = re.compile(r"-?\d+\.?\d*")
_MARGIN = 0.4
_SIDES: dict[Anchor, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}


def plot(canvas: Canvas, *, name: str, title: str) -> str:
    """Return the finished drawing: a picture with its description first, in it."""
    typeface.register()
    height = canvas.height + _MARGIN
    drawn = _elements(_drawn(canvas, height))
    width = canvas.format.width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title"'
        f' viewBox="0 0 {_number(width / POINT)} {_number(height / POINT)}"'
        f' width="{_number(width)}mm" height="{_number(height)}mm" font-family="{FAMILY}">'
        f'<title id="{name}-title">{escape(title, quote=False)}</title>{"".join(drawn)}</svg>'
    )


def _drawn(canvas: Canvas, height: float) -> str:
    """Return what matplotlib makes of the canvas."""
    out = io.StringIO()
    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        # A sign that the typeface lacks is shown by the reader's own fonts.
        warnings.filterwarnings("ignore", message="Glyph", category=UserWarning)
        figure = Figure(figsize=(canvas.format.width / _INCH, height / _INCH), dpi=_DPI, frameon=False)
        down = Affine2D().scale(1 / POINT, -1 / POINT).translate(0, height / POINT)
        for shape in canvas.shapes:
            _placed(figure, _patch(shape), down)
        for label in canvas.labels:
            _placed(figure, _text(label), down)
        figure.savefig(out, format="svg", metadata=_METADATA)
    return out.getvalue()


def _placed(figure: Figure, artist: Artist, transform: Affine2D) -> None:
    artist.set_transform(transform)
    figure.add_artist(artist)


def _patch(shape: Shape) -> Artist:
    ink, colours = shape.ink, palette()
    look = {
        "facecolor": colours[ink.fill] if ink.fill else "none",
        "edgecolor": colours[ink.stroke] if ink.stroke else "none",
        "linewidth": ink.width,
        "linestyle": (0, (2, 2)) if ink.dash else "solid",
        "gid": _classes(ink),
    }
    if shape.radius:
        return Circle(shape.points[0], shape.radius, **look)
    if shape.is_curve:
        return PathPatch(Path(shape.points, [Path.MOVETO, *[Path.CURVE4] * 3]), **look)
    return PathPatch(Path(shape.points, closed=len(shape.points) > 2), **look)


def _text(label: Label) -> Artist:
    return Text(
        label.x, label.baseline, label.text,
        fontsize=label.look.size, fontweight=label.look.weight, color=palette()[label.look.fill],
        horizontalalignment=_SIDES[label.anchor],
        verticalalignment="baseline", parse_math=False, gid=f"fill-{label.look.fill}{_named(label.text)}",
    )  # fmt: skip


def _named(text: str) -> str:
    """Return the name and form of the number in a text, to be told by its group; empty when it has none of a name."""
    return "".join(f"|{part.fact}|{part.form}" for part in parts_of(text) if isinstance(part, Printed))


def _classes(ink: Ink) -> str:
    return " ".join(f"{part}-{name}" for part, name in (("fill", ink.fill), ("stroke", ink.stroke)) if name)


def _elements(drawing: str) -> Iterator[str]:
    """Yield the paths and texts of matplotlib's drawing, with its groups' names as their classes."""
    root = ElementTree.fromstring(drawing[drawing.index("<svg") :])
    for group in root.iter(f"{_NAMESPACE}g"):
        for element in group:
            kind = element.tag.removeprefix(_NAMESPACE)
            if kind == "path":
                yield _path(element, group.get("id", ""))
            elif kind == "text":
                yield _words(element, group.get("id", ""))


def _path(element: ElementTree.Element, classes: str) -> str:
    line = _COORDINATE.sub(lambda found: _number(float(found[0])), " ".join(element.get("d", "").split()))
    return f'<path class="{classes}"{_look(element, _OF_PATHS)} d="{line}"/>'


def _words(element: ElementTree.Element, classes: str) -> str:
    x, y = (_number(float(element.get(axis, "0"))) for axis in ("x", "y"))
    text = escape(element.text or "", quote=False)
    name, _, mark = classes.partition("|")
    fact, _, form = mark.partition("|")
    marked = f' data-fact="{escape(fact)}" data-form="{escape(form)}"' if fact else ""
    return f'<text class="{name}"{marked}{_look(element, _OF_TEXTS)} x="{x}" y="{y}">{text}</text>'


def _look(element: ElementTree.Element, names: tuple[str, ...]) -> str:
    """Return the chosen properties of an element's style as attributes."""
    pairs = (each.split(":", 1) for each in element.get("style", "").split(";") if ":" in each)
    style = {name.strip(): value.strip().removesuffix("px") for name, value in pairs}
    return "".join(f' {name}="{style[name]}"' for name in names if name in style)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
