"""Tiles: projects drawn as squares whose area is their money, standing in lines from the largest to the smallest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ehport.analysis.basis import Listed
from ehport.figures.canvas import Box, Canvas
from ehport.figures.style import NOTE, STRONG_WEIGHT, Look

_GAP, _LABEL_GAP, _PAD, _SMALLEST = 1.3, 0.7, 0.9, 1.3
_LINE = 3.4
_INSIDE = Look(7.4, STRONG_WEIGHT, "paper")


@dataclass(frozen=True, slots=True)
class Tile:
    """A project's square and the room it takes with its number."""

    project: Listed
    side: float
    box: Box

    @property
    def holds_its_number(self) -> bool:
        """Tell whether the number stands in the square."""
        return self.box.width == self.side


def side_for(amount: int | None, area: float) -> float:
    """Return the side of a square in millimetres, when a thousand kroner takes an area."""
    return max(math.sqrt(max(amount or 0, 0) * area), _SMALLEST)


def largest_first(projects: Sequence[Listed]) -> list[Listed]:
    """Return the projects in the order they are packed."""
    return sorted(projects, key=lambda each: -(each.budget or 0))


def pack(canvas: Canvas, projects: Sequence[Listed], *, room: float, area: float) -> tuple[tuple[Tile, ...], float]:
    """Return the tiles placed from the origin in lines no longer than the room, and the height they take."""
    x, top, line = 0.0, 0.0, 0.0
    placed: list[Tile] = []
    for project in largest_first(projects):
        side = side_for(project.budget, area)
        number = canvas.width_of(project.id, _INSIDE)
        height = max(side, _LINE * canvas.format.zoom)
        is_inside = side >= number + 2 * _PAD
        width = side if is_inside else side + _LABEL_GAP + canvas.width_of(project.id, NOTE)
        if x and x + width > room:
            x, top, line = 0.0, top + line + _GAP, 0.0
        line = max(line, height)
        placed.append(Tile(project, side, Box(x, top + line - height, width, height)))
        x += width + _GAP
    return tuple(placed), top + line


def draw_tile(canvas: Canvas, tile: Tile, *, left: float, top: float) -> None:
    """Draw a tile; a broken outline where no budget is given, an empty square where it is zero."""
    box = tile.box
    x, y = left + box.x, top + box.y
    square = Box(x, y + (box.height - tile.side) / 2, tile.side, tile.side)
    if tile.project.budget is None:
        canvas.unknown(square)
    elif tile.project.budget <= 0:
        canvas.bar(square, "paper", edge="accent")
    else:
        canvas.bar(square, "accent")
    middle = y + box.height / 2
    if tile.holds_its_number:
        canvas.words((x + tile.side / 2, middle), tile.project.id, _INSIDE, anchor="middle")
    else:
        canvas.words((x + tile.side + _LABEL_GAP, middle), tile.project.id, NOTE)
