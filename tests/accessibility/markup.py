"""What the HTML of a part promises to the tag tree, and the text that it is read as."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

ROLES = {
    "article": "Art",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "dl": "L",
    "dt": "LI",
    "figcaption": "Caption",
    "li": "LI",
    "ol": "L",
    "section": "Sect",
    "svg": "Figure",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
} | {f"h{level}": f"H{level}" for level in range(1, 7)}
COUNTED = frozenset({*ROLES.values(), "Link", "TOC", "TOCI"})
EDGE = "\0"
_IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}
_WITHOUT_END = frozenset({"br", "col", "hr", "img", "wbr"})


class Markup(HTMLParser):
    """The roles that a fragment of HTML has elements of, and its text; what is hidden from readers does not count."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.roles: Counter[str] = Counter()
        self._open: list[str] = []
        self._silent: list[int] = []  # how deep the elements are whose content is not read
        self._contents: list[int] = []
        self._pieces: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """All text that is read, with `EDGE` wherever an element begins or ends."""
        return "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._pieces.append(EDGE)
        given = dict(attrs)
        is_hidden = given.get("aria-hidden") == "true"
        if not self._silent and not is_hidden:
            self._count(tag, given)
        if tag in _WITHOUT_END:
            return
        self._open.append(tag)
        if is_hidden or tag == "svg":
            self._silent.append(len(self._open))
        if given.get("role") == "doc-toc":
            self._contents.append(len(self._open))

    def handle_endtag(self, tag: str) -> None:
        self._pieces.append(EDGE)
        for depths in (self._silent, self._contents):
            if depths[-1:] == [len(self._open)]:
                depths.pop()
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _WITHOUT_END:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data)

    def _count(self, tag: str, given: dict[str, str | None]) -> None:
        role = "Link" if tag == "a" and given.get("href") else ROLES.get(tag, "")
        if self._contents:
            role = _IN_CONTENTS.get(role, role)
        if role:
            self.roles[role] += 1
