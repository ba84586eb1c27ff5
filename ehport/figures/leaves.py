"""Leaves: projects drawn as a mark with their number, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.basis import Listed
from ehport.figures.canvas import Canvas
from ehport.figures.style import NOTE

LINE = 3.9
_MARK, _GAP, _BETWEEN = 1.9, 0.7, 2.2


def flow(canvas: Canvas, projects: Sequence[Listed], *, left: float, y: float) -> None:
    """Draw leaves in columns of one width, in as many lines as they need."""
    zoom = canvas.format.zoom
    widest = max(canvas.width_of(each.id, NOTE) for each in projects)
    step = (_MARK + _GAP + _BETWEEN) * zoom + widest
    in_line = max(int((canvas.format.width - left + _BETWEEN * zoom) // step), 1)
    for index, project in enumerate(projects):
        _leaf(canvas, left + (index % in_line) * step, y + (index // in_line) * LINE * zoom, project=project)


def _leaf(canvas: Canvas, x: float, y: float, *, project: Listed) -> None:
    zoom = canvas.format.zoom
    canvas.mark((x + _MARK * zoom / 2, y), project.mark, size=_MARK * zoom)
    canvas.words((x + (_MARK + _GAP) * zoom, y), project.id, NOTE)
