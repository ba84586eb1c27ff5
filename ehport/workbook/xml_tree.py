"""XML from outside as a tree that is changed in place, by the parser that Python brings.

Prefixes stay as they are, because other attributes name them. What stands in a sheet below its first row is one piece
of text that is neither looked into nor changed: it is nearly all of a workbook.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pyexpat import ParserCreate
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
_BYTE_ORDERS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_CELLS = "sheetData"
_DEEPEST = 256
_IN_ATTRIBUTE = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


class Verbatim(str):
    """A piece of XML as it stands in the file."""

    __slots__ = ()


class Element:
    """An element: its name, its attributes as written, and texts and elements within it in their order.

    One that is made here takes prefix and namespace of the element that it is put into.
    """

    __slots__ = ("attributes", "name", "parent", "prefix", "within")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, *within: Element | str) -> None:
        """Make an element that stands nowhere yet."""
        self.prefix, self.name = "", name
        self.attributes = attributes or {}
        self.within: list[Element | str] = []
        self.parent: Element | None = None
        for each in within:
            self.insert(len(self.within), each)

    def __iter__(self) -> Iterator[Element]:
        """Yield the elements that stand in this one."""
        return (each for each in self.within if isinstance(each, Element))

    @property
    def namespace(self) -> str:
        """The namespace of the element's name."""
        return self.namespace_of(self.prefix)

    def namespace_of(self, prefix: str) -> str:
        """Return what a prefix means here, empty when it means nothing."""
        declared = f"xmlns:{prefix}" if prefix else "xmlns"
        at: Element | None = self
        while at is not None:
            if declared in at.attributes:
                return at.attributes[declared]
            at = at.parent
        return ""

    def get(self, name: str, namespace: str = "") -> str:
        """Return an attribute, empty when there is none."""
        if not namespace:
            return self.attributes.get(name, "")
        names = ((key, *key.partition(":")[::2]) for key in self.attributes)
        found = (key for key, prefix, local in names if local == name and self.namespace_of(prefix) == namespace)
        return self.attributes[key] if (key := next(found, "")) else ""

    def set_of(self, namespace: str, name: str, value: str) -> None:
        """Give an attribute that has a namespace; the element stands in its place already."""
        prefix = "r" if self.prefix != "r" else "rel"
        if self.namespace_of(prefix) != namespace:
            self.attributes[f"xmlns:{prefix}"] = namespace
        self.attributes[f"{prefix}:{name}"] = value

    def all(self, *path: str) -> Iterator[Element]:
        """Yield the elements at the end of a path of names."""
        for each in self:
            if each.name == path[0] and each.namespace == self.namespace:
                if path[1:]:
                    yield from each.all(*path[1:])
                else:
                    yield each

    def find(self, *path: str) -> Element | None:
        """Return the first element at the end of a path of names."""
        return next(self.all(*path), None)

    def one(self, name: str) -> Element:
        """Return the first child of a name.

        Raises `LookupError` when there is none.
        """
        found = self.find(name)
        if found is None:
            raise LookupError(name)
        return found

    def descendants(self, name: str) -> Iterator[Element]:
        """Yield all elements of a name that stand in this one at any depth, in any namespace."""
        for each in self:
            if each.name == name:
                yield each
            yield from each.descendants(name)

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(
            each.text if isinstance(each, Element) else "" if isinstance(each, Verbatim) else each
            for each in self.within
        )

    def append(self, child: Element) -> Element:
        """Put an element last, and return it."""
        self.insert(len(self.within), child)
        return child

    def insert(self, at: int, child: Element | str) -> None:
        """Put an element or a text at a place among all that stands here."""
        if isinstance(child, Element):
            child.parent = self
            child._speak_as(self.prefix)
        self.within.insert(at, child)

    def insert_before(self, later: frozenset[str], child: Element) -> None:
        """Put an element before the first of those that must come later."""
        following = next((each for each in self if each.name in later), None)
        self.insert(self.within.index(following) if following else len(self.within), child)

    def remove(self, child: Element) -> None:
        """Take an element out; the text around it stays."""
        del self.within[next(at for at, each in enumerate(self.within) if each is child)]

    def place_of(self, made: Element) -> int:
        """Return the place of a child like the one made, which is added when there is none yet."""
        wanted = made.likeness(self.namespace)
        place = next((at for at, each in enumerate(self) if each.likeness() == wanted), None)
        if place is None:
            place = len([*self])
            self.append(made)
            self.attributes["count"] = str(place + 1)
        return place

    def likeness(self, namespace: str | None = None) -> tuple[object, ...]:
        """Return what two elements have in common when they say the same."""
        attributes = frozenset(each for each in self.attributes.items() if not each[0].startswith("xmlns"))
        own = self.namespace if namespace is None else namespace
        within = (each.likeness(namespace) if isinstance(each, Element) else each.strip() for each in self.within)
        return (own, self.name, attributes, *filter(None, within))

    def written(self) -> str:
        """Return the element as XML."""
        name = f"{self.prefix}:{self.name}" if self.prefix else self.name
        attributes = "".join(f' {key}="{escape(value, _IN_ATTRIBUTE)}"' for key, value in self.attributes.items())
        within = "".join(_written(each) for each in self.within)
        return f"<{name}{attributes}>{within}</{name}>" if within else f"<{name}{attributes}/>"

    def _speak_as(self, prefix: str) -> None:
        self.prefix = prefix
        for each in self:
            each._speak_as(prefix)


def parse_xml(data: bytes) -> Element:
    """Return XML as a tree.

    Raises `ValueError` or `pyexpat.ExpatError` when it is none, declares a type, or is nested without end.
    """
    return _Builder(_in_utf8(data)).built()


def write_xml(root: Element) -> bytes:
    """Return a tree as a part of a package."""
    return (_HEAD + root.written()).encode()


def _written(each: Element | str) -> str:
    if isinstance(each, Element):
        return each.written()
    return each if isinstance(each, Verbatim) else escape(each, {"\r": "&#13;"})


def _in_utf8(data: bytes) -> bytes:
    """Return a part in the encoding that marks are written in."""
    order = next((name for mark, name in _BYTE_ORDERS.items() if data.startswith(mark)), "")
    declared = _ENCODING.match(data)
    name = order or (declared[1].decode() if declared else "utf-8")
    return data if name.lower() == "utf-8" else data.decode(name).encode()


class _Builder:
    """Listens to the parser, and builds the tree."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parser = ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse
        self._top = Element("")
        self._at = self._top
        self._depth = 0
        self._skips_from = self._skipped = 0
        self._listen()

    def built(self) -> Element:
        self._parser.Parse(self._data, True)
        root = next(iter(self._top))
        root.parent = None
        return root

    def _listen(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say
        self._parser.CommentHandler = lambda text: self._keep(f"<!--{text}-->")
        self._parser.ProcessingInstructionHandler = lambda name, text: self._keep(f"<?{name} {text}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._at.name == _CELLS and next(iter(self._at), None):
            self._skip()
            return
        prefix, _, local = name.rpartition(":")
        made = Element(local, attributes)
        made.parent, made.prefix = self._at, prefix
        self._at.within.append(made)
        self._at = made
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(self._depth)

    def _end(self, _: str) -> None:
        self._at = self._at.parent or self._top
        self._depth -= 1

    def _say(self, text: str) -> None:
        if self._at is not self._top:
            self._at.within.append(text)

    def _keep(self, piece: str) -> None:
        if self._at is not self._top:
            self._at.within.append(Verbatim(piece))

    def _skip(self) -> None:
        """Read on to the end of the cells without building anything."""
        self._skips_from, self._skipped = self._parser.CurrentByteIndex, 1
        parser = self._parser
        parser.CharacterDataHandler = parser.CommentHandler = parser.ProcessingInstructionHandler = None
        parser.StartElementHandler, parser.EndElementHandler = self._skip_start, self._skip_end

    def _skip_start(self, _: str, __: dict[str, str]) -> None:
        self._skipped += 1

    def _skip_end(self, name: str) -> None:
        self._skipped -= 1
        if self._skipped < 0:
            piece = self._data[self._skips_from : self._parser.CurrentByteIndex]
            self._at.within.append(Verbatim(piece.decode()))
            self._listen()
            self._end(name)


def _refuse(*_: object) -> None:
    raise ValueError
