"""The numbers on a finished page: those that are marked with their names, and all others with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "col", "hr", "img", "input", "link", "meta"}
_UNSEEN = {"script", "style", "title"}
_GROUPED = re.compile(r"(?<=\d)\u00a0(?=\d{3})")  # a sheet reads such a number; the trace has it as it is printed
NUMBER = re.compile(r"\d+(?:[.,\u202f]\d+)*")


@dataclass
class Element:
    """An element of a page; ``within`` is what it stands in."""

    tag: str
    attributes: Mapping[str, str]
    within: Element | None = None
    content: list[str | Element] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.content)

    def around(self) -> Iterator[Element]:
        """Yield the element and everything that it stands in, from the inside."""
        yield self
        if self.within:
            yield from self.within.around()

    def all(self, tag: str = "", **attributes: str) -> Iterator[Element]:
        """Yield the elements in it that have a tag and all the attributes."""
        for each in self.content:
            if isinstance(each, Element):
                if (not tag or each.tag == tag) and attributes.items() <= each.attributes.items():
                    yield each
                yield from each.all(tag, **attributes)

    def pieces(self) -> Iterator[tuple[Element, str]]:
        """Yield the texts in it, each with the element that it stands in."""
        for each in self.content:
            if isinstance(each, str):
                yield self, each
            else:
                yield from each.pieces()

    def is_in(self, tag: str = "", *classes: str) -> bool:
        """Tell whether it is, or stands in, an element of a tag or one of the classes."""
        return any((tag and each.tag == tag) or each.classes & set(classes) for each in self.around())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.content.append(made)
        if tag not in _VOID:
            self.open = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.content.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.tag == tag
        assert self.open.within
        self.open = self.open.within

    def handle_data(self, data: str) -> None:
        self.open.content.append(_GROUPED.sub("\u202f", data))


def read_page(html: str) -> Element:
    """Return a page as its elements."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def is_marked(element: Element) -> bool:
    return any("data-fact" in each.attributes for each in element.around())


def plain_numbers(page: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield every number that is printed without a mark outside of drawings: its element, itself and its text."""
    for element, text in page.pieces():
        if element.tag in _UNSEEN or is_marked(element) or element.is_in("svg"):
            continue
        for found in NUMBER.finditer(text):
            yield element, found[0], text
