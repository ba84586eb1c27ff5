"""A PDF as a screen reader meets it: its tags in order, with the text below each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf


@dataclass
class Tag:
    """An element of the tag tree, with the text of its own marks."""

    role: str
    entry: pikepdf.Object
    content: list[Tag | str] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def kids(self) -> list[Tag]:
        """The elements directly below."""
        return [kid for kid in self.content if isinstance(kid, Tag)]

    @property
    def text(self) -> str:
        """All text below the element, in reading order, with bars between the elements and single spaces."""
        texts = [kid if isinstance(kid, str) else f"|{kid.text}|" for kid in self.content]
        return re.sub(r" +", " ", re.sub(r"[| ]*\|[| ]*", "|", "".join(texts))).strip("| ")

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
        numbers = list(self.pdf.Root.StructTreeRoot.ParentTree.Nums)
        self._parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        self._owners: dict[int, list[tuple[int, int] | None]] = {}
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

    def owner(self, mark: tuple[int, int]) -> tuple[int, int] | None:
        """The object that the content of a page says it belongs to."""
        page, number = mark
        if page not in self._owners:
            entries = self._parents.get(int(self.pdf.pages[page].get("/StructParents", -1)), ())
            self._owners[page] = [entry.objgen if entry is not None else None for entry in entries]
        owners = self._owners[page]
        return owners[number] if number < len(owners) else None

    def _tag(self, entry: pikepdf.Object) -> Tag:
        tag = Tag(str(entry.S)[1:], entry)
        for kid in entry.get("/K", ()):
            if isinstance(kid, int):
                self._take(tag, entry.Pg, number=kid)
            elif kid.get("/Type") == "/MCR":
                self._take(tag, kid.Pg, number=int(kid.MCID))
            elif "/S" in kid:
                tag.content.append(self._tag(kid))
        return tag

    def _take(self, tag: Tag, page: pikepdf.Object, *, number: int) -> None:
        mark = self._page_of[page.objgen], number
        tag.marks.append(mark)
        tag.content.append(self.marks.get(mark, ""))

    def _read_page(self, number: int, page: pikepdf.Page) -> str:
        fonts = {name: _characters(font) for name, font in page.Resources.Font.items()}
        font: dict[str, str] = {}
        open_marks: list[_Mark] = []
        artifacts = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                open_marks.append(_Mark.opened(operands, within=open_marks[-1:]))
                if (mark := open_marks[-1].number) is not None:
                    self.marks.setdefault((number, mark), "")
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in ("Tj", "TJ"):
                text = "".join(_decoded(string, font) for string in (operands[0] if name == "TJ" else operands))
                assert open_marks, "text that is neither tagged nor decoration"
                mark = open_marks[-1].number
                if mark is None:
                    artifacts += text + "\n"
                else:
                    self.marks[number, mark] += open_marks[-1].instead or text
        return artifacts


@dataclass(frozen=True)
class _Mark:
    """Marked content: its number, none when it is decoration, and the text that is read instead of its own."""

    number: int | None
    instead: str = ""

    @classmethod
    def opened(cls, operands: Any, within: list[_Mark]) -> _Mark:
        facts = operands[1] if len(operands) > 1 else {}
        outer = within[0].number if within and operands[0] != "/Artifact" else None
        return cls(int(facts["/MCID"]) if "/MCID" in facts else outer, str(facts.get("/ActualText", "")))


def _decoded(string: pikepdf.Object, font: dict[str, str]) -> str:
    if not isinstance(string, pikepdf.String):
        return ""
    codes = bytes(string).hex()
    return "".join(font[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _characters(font: pikepdf.Object) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>", table)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
