"""The parts of the report as a screen needs them: measures that follow the window, tables that scroll or fold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from ehport.figures.figure import Figure

SCROLLING = ("data", "matrix", "under")
FOLDING = ("appendix", "facts", "money", "rows")
_FEWEST_LABELLED = 3

_PAGE_SLOT = re.compile(r' ?<span class="page"[^>]*></span>')
_MILLIMETRES = re.compile(r'style="width: ([\d.]+)mm"')
_TABLE = re.compile(r'<table class="(\w+)".*?</table>', re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)
_HEADLINE = re.compile(r'<span class="head">((?:<span[^>]*>[^<]*</span>|[^<])*)</span>')
_NAMED = re.compile(r' aria-labelledby="([\w-]+)-title"([^>]*>)<title[^>]*>.*?</title>', re.DOTALL)
_NARROW, _NO_BREAK = "\u202f", "\u00a0"  # a sheet reads a number with the second, and text with the first
_DECIMALS = re.compile(r'<span class="frac">([^<]*)</span>')
_MOST_DECIMALS = 3  # signs, with the comma
_NAMING = re.compile(r"<(h[1-4])\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b")
_HEAD_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_SPANNING = "colspan="


def prepare_for_screen(html: str, figures: Mapping[str, Figure]) -> str:
    """Return a part of the report with nothing taken away but the places of page numbers."""
    html = _PAGE_SLOT.sub("", html)
    for figure in figures.values():
        if figure.svg:
            html = html.replace(figure.svg, _drawn(figure))
    html = _MILLIMETRES.sub(r'style="width: calc(\1 * var(--mm))"', html)
    html = _DECIMALS.sub(lambda found: aligned(found[1]), html.replace(_NARROW, _NO_BREAK))
    return _TABLE.sub(_table, html)


def aligned(decimals: str) -> str:
    """Return decimals as a part of their number, and after them the room that keeps the commas below each other."""
    lacking = max(0, _MOST_DECIMALS - len(decimals))
    return f'{escape(decimals)}<i class="pad p{lacking}"></i>' if lacking else escape(decimals)


def _drawn(figure: Figure) -> str:
    """Return a figure in both widths, of which the style sheet shows one, each with its name and its description."""
    wide, narrow = (_described(svg, figure) for svg in (figure.svg, figure.narrow_svg))
    if not narrow:
        return wide
    return wide.replace("<svg", '<svg class="wide"', 1) + narrow.replace("<svg", '<svg class="narrow"', 1)


def _described(svg: str, figure: Figure) -> str:
    """Return a drawing called by its alternative text; its headline stands above it, and a title would be a tip."""
    desc = escape(figure.alt, quote=False)
    return _NAMED.sub(
        lambda found: f' aria-labelledby="{found[1]}-desc"{found[2]}<desc id="{found[1]}-desc">{desc}</desc>',
        svg,
        count=1,
    )


def _table(found: re.Match[str]) -> str:
    html, style, title = found[0], found[1], _title(found)
    if title and not _CAPTION.search(html):
        named = f'<table class="{style}"'
        html = html.replace(named, f'{named} aria-label="{title}"', 1)
    if style in SCROLLING:
        return f'<div class="scroll" role="region" aria-label="{title}" tabindex="0">{html}</div>'
    return _labelled(html) if style in FOLDING else html


def _title(table: re.Match[str]) -> str:
    """Return what a table is called: its caption, the headline of the figure that it is, or the headings above it."""
    if caption := _CAPTION.search(table[0]):
        return _plain(caption[1])
    if table[1] in SCROLLING and (headlines := _HEADLINE.findall(table.string, 0, table.start())):
        return _plain(headlines[-1])
    above: dict[str, str] = {}
    for level, heading in _NAMING.findall(table.string, 0, table.start()):
        above = {each: text for each, text in above.items() if each < level} | {level: heading}
    return ": ".join(map(_plain, above.values()))


def _plain(html: str) -> str:
    return " ".join(_TAG.sub("", html).split()).replace('"', "&quot;")


def _labelled(html: str) -> str:
    """Return a table whose cells carry the heads of their columns, for where the heads are out of sight."""
    head, end, body = html.partition("</thead>")
    labels = [_TAG.sub("", label) for label in _HEAD_CELL.findall(head[head.rindex("<tr>") :])]
    if len(labels) < _FEWEST_LABELLED:
        return html
    return head + end + _ROW.sub(lambda row: _labelled_row(row[0], labels), body)


def _labelled_row(row: str, labels: list[str]) -> str:
    if _SPANNING in row:
        return row
    heads = iter(labels)
    return _CELL.sub(lambda cell: _labelled_cell(cell[0], next(heads)), row)


def _labelled_cell(opening: str, label: str) -> str:
    return f'{opening} data-label="{label}"' if opening == "<td" and label else opening
