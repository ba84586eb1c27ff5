"""The report's words, tables and drawings in Typst's markup, without its design: what Typst is given to set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import tinyhtml5

_SETTING = """#set page(paper: "a4", numbering: "1")
#set text(size: 10pt, lang: "nb")
#set table(stroke: 0.4pt)
#outline(depth: 2)
"""
_BLOCKS = frozenset(("p", "dt", "dd", "figcaption", "caption", "li", "blockquote"))
_LEFT_OUT = frozenset(("script", "style", "head", "colgroup"))
_MARKUP = frozenset(r"\#$*_`<>@=-+/~[]'" + '"')


def written(html: str, folder: Path) -> str:
    """Return a page of HTML as Typst's markup, block after block; its drawings become files in the folder."""
    return _SETTING + "\n\n".join(_blocks(tinyhtml5.parse(html), folder))


def _blocks(element: ET.Element, folder: Path) -> Iterator[str]:
    name = _name(element)
    if name in _LEFT_OUT:
        return
    if name == "svg":
        yield _drawing(element, folder)
    elif name == "table":
        yield _table(element)
    elif name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield f"#heading(level: {name[1]})[{_words(element)}]"
    elif name in _BLOCKS and not _has_blocks(element):
        yield f"- {_words(element)}" if name == "li" else _words(element)
    else:
        for each in element:
            yield from _blocks(each, folder)


def _drawing(element: ET.Element, folder: Path) -> str:
    name = f"{len(list(folder.glob('*.svg')))}.svg"
    ET.register_namespace("", element.tag.strip("{").partition("}")[0])
    for each in element.iter():  # the parser of HTML keeps declarations as attributes: they would be there twice
        each.attrib = {key: value for key, value in each.attrib.items() if "xmlns" not in key}
    (folder / name).write_bytes(ET.tostring(element))
    return f'#image("{name}", width: 100%)'


def _has_blocks(element: ET.Element) -> bool:
    return any(_name(each) in _BLOCKS | {"table", "svg"} for each in element.iter() if each is not element)


def _table(element: ET.Element) -> str:
    rows = [[each for each in row if _name(each) in ("td", "th")] for row in element.iter() if _name(row) == "tr"]
    width = max((sum(map(_span, row)) for row in rows), default=0)
    cells = (f"table.cell(colspan: {_span(each)})[{_words(each)}]" for row in rows for each in row)
    return f"#table(columns: {width}, {', '.join(cells)})" if width else ""


def _span(cell: ET.Element) -> int:
    return int(cell.get("colspan") or 1)


def _words(element: ET.Element) -> str:
    """Return the words of an element; a sign that Typst would take for markup is made harmless."""
    words = " ".join("".join(element.itertext()).split())
    return "".join(f"\\{sign}" if sign in _MARKUP else sign for sign in words)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
