"""The drawing of who waits for whom: two columns of names, and a line from each that waits to what it waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ehport.analysis.basis import Listed
from ehport.analysis.printed import sentence
from ehport.analysis.waiting import Awaited, Wait
from ehport.figures.canvas import Box, Canvas, Ink, Point
from ehport.figures.dependency_map_order import Tie, untangle
from ehport.figures.drawing import count
from ehport.figures.style import NOTE, STRONG, STRONG_WEIGHT, Look
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang, Text

TALLEST = 205.0
_HUB = 3  # projects that wait for it before a name is set in semibold
_STRONG_NOTE = Look(NOTE.size, STRONG_WEIGHT)
_GAP, _HEAD_GAP, _GROUP_GAP = 0.9, 1.0, 2.4
_SLOT, _LEAST_SLOT, _SLOT_STEP = 2.3, 1.1, 0.1
_BAR, _MARK, _MARK_GAP, _COUNT_GAP = 1.3, 1.9, 0.9, 1.6
_MORE = "…"
_PLAIN, _LATE, _RED, _RED_LATE = (
    Ink(stroke="accent-2", width=0.6), Ink(stroke="ink", width=0.9, dash=True),
    Ink(stroke="red", width=1.3), Ink(stroke="red", width=1.3, dash=True),
)  # fmt: skip

_WAITING = Text("Prosjekter som venter", "Projects that wait")
_WAIT = Text("Venter", "Wait")
_PROJECTS = Text("Prosjekter de venter på", "Projects they wait for")
_OTHERS = Text("Andre de venter på", "Others they wait for")


@dataclass(slots=True)
class _Node:
    """A name with its lines of text, the room it needs, and where it is placed; ``start`` is where its room starts."""

    key: str
    lines: tuple[str, ...]
    height: float
    top: float = 0.0
    start: float = 0.0

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand: the room of the left names, both ends of the lines, and the start of the right names."""

    names: float
    start: float
    end: float

    @classmethod
    def of(cls, canvas: Canvas) -> _Columns:
        """Return the columns of a canvas; on a narrow one the projects that wait go by their numbers."""
        return cls(0.0, 12.0, 42.0) if canvas.format.is_narrow else cls(49.0, 60.5, 112.0)

    @property
    def labels(self) -> float:
        """Where the right names start."""
        return self.end + _BAR + _MARK_GAP


@dataclass(frozen=True, slots=True)
class _Map:
    """What is drawn: the awaited by key, the projects by id, and the canvas."""

    canvas: Canvas
    columns: _Columns
    awaited: Mapping[str, Awaited]
    everyone: Mapping[str, Listed]
    lang: Lang

    def project_of(self, key: str) -> Listed | None:
        """Return the project that is waited for, nothing for a party outside the register."""
        return self.everyone.get(self.awaited[key].project)


def draw_map(canvas: Canvas, awaited: Sequence[Awaited], everyone: Mapping[str, Listed], *, lang: Lang) -> None:
    """Draw the map."""
    drawn = _Map(canvas, _Columns.of(canvas), {f"{each.project}|{each.name}": each for each in awaited}, everyone, lang)
    ties: list[Tie] = [(wait.project, key) for key, each in drawn.awaited.items() for wait in each.waits]
    groups = [[key for key, each in drawn.awaited.items() if bool(each.project) is own] for own in (True, False)]
    left_order, right_order = untangle(groups, ties)
    left = _left(drawn, left_order)
    right = [[_right(drawn, key) for key in right_order if key in group] for group in groups]
    _place(drawn, left, right)
    _draw_heads(drawn, right)
    _draw_lines(drawn, left, [node for group in right for node in group])
    for node in left:
        _draw_waiting(drawn, node)
    for group in right:
        for node in group:
            _draw_awaited(drawn, node)


def _left(drawn: _Map, order: Sequence[str]) -> list[_Node]:
    """Return the names that wait, on as many lines as the page has room for."""
    canvas, leading = drawn.canvas, drawn.canvas.leading(NOTE)
    if canvas.format.is_narrow:
        return [_Node(each, (), leading) for each in order]
    nodes = []
    for each in order:
        lines = canvas.wrapped(drawn.everyone[each].name, drawn.columns.names, NOTE)
        nodes.append(_Node(each, lines, len(lines) * leading))
    if sum(node.height + _GAP for node in nodes) + _head(canvas) > TALLEST:
        nodes = [_Node(node.key, _cut(canvas, node.lines, drawn.columns.names), leading) for node in nodes]
    return nodes


def _cut(canvas: Canvas, lines: tuple[str, ...], room: float) -> tuple[str, ...]:
    """Return the first line, with a sign that there is more."""
    if len(lines) < 2:
        return lines
    words = lines[0]
    while words and canvas.width_of(words + _MORE, NOTE) > room:
        words = words[:-1].rstrip()
    return (words + _MORE,)


def _right(drawn: _Map, key: str) -> _Node:
    each = drawn.awaited[key]
    text = f"{each.project} {each.name}".strip()
    indent = _MARK + _MARK_GAP if each.project else 0.0
    canvas = drawn.canvas
    spare = canvas.width_of(f"({len(each.waits)})", NOTE) + _COUNT_GAP
    room = canvas.format.width - drawn.columns.labels - indent * canvas.format.zoom - spare
    lines = canvas.wrapped(text, room, _look(each))
    return _Node(key, lines, len(lines) * canvas.leading(NOTE))


def _look(each: Awaited) -> Look:
    return _STRONG_NOTE if len(each.waits) >= _HUB else NOTE


def _head(canvas: Canvas) -> float:
    return canvas.leading(STRONG) + _HEAD_GAP


def _place(drawn: _Map, left: list[_Node], right: list[list[_Node]]) -> None:
    """Give every line the room there is, and spread the shorter column over the height of the taller."""
    head, groups = _head(drawn.canvas), [group for group in right if group]
    nodes = [node for group in groups for node in group]
    heads = head * len(groups) + _GROUP_GAP * (len(groups) - 1)
    taken = head + sum(node.height + _GAP for node in left)

    def height(slot: float) -> float:
        return heads + sum(_room(drawn, node, slot) + _GAP for node in nodes)

    slot, tallest = _SLOT, max(taken, height(_LEAST_SLOT))
    while slot > _LEAST_SLOT and height(slot) > tallest:
        slot -= _SLOT_STEP
    whole, spread = max(taken, height(slot)), max(taken - height(slot), 0.0) / len(nodes)
    _stack(left, head, (whole - taken) / len(left))
    top = 0.0
    for group in groups:
        for node in group:
            node.height = _room(drawn, node, slot)
        top = _stack(group, top + head, spread) + _GROUP_GAP


def _draw_heads(drawn: _Map, right: Sequence[Sequence[_Node]]) -> None:
    canvas, lang, line = drawn.canvas, drawn.lang, drawn.canvas.leading(STRONG)
    waiting = (_WAIT if canvas.format.is_narrow else _WAITING)[lang]
    canvas.words((drawn.columns.start, line / 2), waiting, STRONG, anchor="end")
    for group, text in zip(right, (_PROJECTS, _OTHERS), strict=True):
        if group:
            canvas.words((drawn.columns.end, group[0].start - _head(canvas) + line / 2), text[lang], STRONG)


def _room(drawn: _Map, node: _Node, slot: float) -> float:
    return max(node.height, slot * len(drawn.awaited[node.key].waits))


def _stack(nodes: Sequence[_Node], top: float, spread: float) -> float:
    for node in nodes:
        node.start, node.top = top, top + spread / 2
        top += node.height + _GAP + spread
    return top


def _draw_lines(drawn: _Map, left: Sequence[_Node], right: Sequence[_Node]) -> None:
    """Draw the lines, what is red or late above the others; at the end they stand in the order of their starts."""
    starts = {node.key: node.middle for node in left}
    lines: list[tuple[int, Ink, Point, Point]] = []
    marks: list[Point] = []
    for node in right:
        waits = sorted(drawn.awaited[node.key].waits, key=lambda wait: starts[wait.project])
        step = node.height / len(waits)
        for place, wait in enumerate(waits):
            end = (drawn.columns.end, node.top + (place + 0.5) * step)
            rank, ink = _ink(wait)
            lines.append((rank, ink, (drawn.columns.start + _MARK_GAP, starts[wait.project]), end))
            marks += [(end[0] - _MARK / 2 - 0.2, end[1])] if wait.is_red else []
    for _, ink, start, end in sorted(lines, key=lambda line: line[0]):
        drawn.canvas.curve(start, end, ink)
    for at in marks:
        drawn.canvas.mark(at, Rating.RED, size=_MARK)


def _ink(wait: Wait) -> tuple[int, Ink]:
    """Return how a line looks, and how late it is drawn."""
    inks = ((_PLAIN, _LATE), (_RED, _RED_LATE))
    return wait.is_red * 2 + wait.is_overdue, inks[wait.is_red][wait.is_overdue]


def _draw_waiting(drawn: _Map, node: _Node) -> None:
    canvas, project = drawn.canvas, drawn.everyone[node.key]
    zoom, end = canvas.format.zoom, drawn.columns.start
    for place, line in enumerate(node.lines):
        y = node.top + (place + 0.5) * canvas.leading(NOTE)
        canvas.words((drawn.columns.names, y), line, NOTE, anchor="end")
    canvas.words((end - (_MARK + _MARK_GAP) * zoom, node.middle), project.id, NOTE, anchor="end")
    canvas.mark((end - _MARK / 2 * zoom, node.middle), project.mark, size=_MARK * zoom)


def _draw_awaited(drawn: _Map, node: _Node) -> None:
    canvas, each, project = drawn.canvas, drawn.awaited[node.key], drawn.project_of(node.key)
    zoom, x = canvas.format.zoom, drawn.columns.labels
    canvas.bar(Box(drawn.columns.end, node.top, _BAR, node.height), "accent" if project else "soft")
    leading = canvas.leading(NOTE)
    top = node.middle - len(node.lines) * leading / 2
    if project:
        canvas.mark((x + _MARK / 2 * zoom, top + leading / 2), project.mark, size=_MARK * zoom)
        x += (_MARK + _MARK_GAP) * zoom
    right = x
    for place, line in enumerate(node.lines):
        right = canvas.words((x, top + (place + 0.5) * leading), line, _look(each)).right
    number = sentence("({count})", count=count(len(each.waits), drawn.lang, each.fact))
    canvas.words((right + _COUNT_GAP, top + (len(node.lines) - 0.5) * leading), number, NOTE)
