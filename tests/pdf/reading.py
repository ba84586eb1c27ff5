"""A PDF as a screen reader meets it: its tags in order, with the text below each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf


@dataclass
class Tag:
    """An element of the tag tree, with the text of its own marks."""

    role: str
    entry: pikepdf.Object
    content: list[Tag | str] = field(default_factory=list)

    @property
    def kids(self) -> list[Tag]:
        """The elements directly below."""
        return [kid for kid in self.content if isinstance(kid, Tag)]

    @property
    def text(self) -> str:
        """All text below the element, in reading order, with bars between the elements."""
        texts = [kid if isinstance(kid, str) else f"|{kid.text}|" for kid in self.content]
        return re.sub(r"[| ]*\|[| ]*", "|", "".join(texts)).strip("| ")

    def walk(self) -> Iterator[Tag]:
        """The element and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, role: str) -> list[Tag]:
        """All elements of a role, in reading order."""
        return [tag for tag in self.walk() if tag.role == role]


class Reading:
    """An opened PDF."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.marks: dict[tuple[int, int], str] = {}
        self.artifacts: list[str] = []
        self._page_of = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        for number, page in enumerate(self.pdf.pages):
            self.artifacts.append(self._read_page(number, page))
        self.document = self._tag(self.pdf.Root.StructTreeRoot.K[0])

    def roles(self) -> Counter[str]:
        return Counter(tag.role for tag in self.document.walk())

    def page_text(self, number: int) -> str:
        return " ".join(text for (page, _), text in sorted(self.marks.items()) if page == number)

    def outline(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []

        def read(item: pikepdf.Object, depth: int) -> None:
            while item is not None:
                found.append((depth, str(item.Title)))
                if "/First" in item:
                    read(item.First, depth + 1)
                item = item.get("/Next")

        read(self.pdf.Root.Outlines.First, 0)
        return found

    def destinations(self) -> dict[str, int]:
        names = list(self.pdf.Root.Names.Dests.Names)
        return {
            str(name): self._page_of[target[0].objgen] + 1 for name, target in zip(names[::2], names[1::2], strict=True)
        }

    def links(self) -> list[pikepdf.Object]:
        return [annotation for page in self.pdf.pages for annotation in page.get("/Annots", ())]

    def _tag(self, entry: pikepdf.Object) -> Tag:
        tag = Tag(str(entry.S)[1:], entry)
        for kid in entry.get("/K", ()):
            if isinstance(kid, int):
                tag.content.append(self._text(entry.Pg, kid))
            elif kid.get("/Type") == "/MCR":
                tag.content.append(self._text(kid.Pg, int(kid.MCID)))
            elif "/S" in kid:
                assert kid.P.objgen == entry.objgen
                tag.content.append(self._tag(kid))
        return tag

    def _text(self, page: pikepdf.Object, number: int) -> str:
        return self.marks.get((self._page_of[page.objgen], number), "")

    def _read_page(self, number: int, page: pikepdf.Page) -> str:
        fonts = {name: _characters(font) for name, font in page.Resources.Font.items()}
        font: dict[str, str] = {}
        marked: list[int | None] = []
        artifacts = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                facts = operands[1] if name == "BDC" else {}
                marked.append(int(facts["/MCID"]) if "/MCID" in facts else None)
            elif name == "EMC":
                marked.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in ("Tj", "TJ"):
                text = "".join(_decoded(string, font) for string in (operands[0] if name == "TJ" else operands))
                assert marked, "text that is neither tagged nor decoration"
                if marked[-1] is None:
                    artifacts += text + "\n"
                else:
                    key = (number, marked[-1])
                    self.marks[key] = self.marks.get(key, "") + text
        return artifacts


def _decoded(string: pikepdf.Object, font: dict[str, str]) -> str:
    if not isinstance(string, pikepdf.String):
        return ""
    codes = bytes(string).hex()
    return "".join(font[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _characters(font: pikepdf.Object) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>", table)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
