"""Notes: comments on diagnosed cells, added to those that stand there and taken off again.

A comment takes an entry in the sheet's part of comments and a shape in its drawing. That drawing is edited as text,
because Excel itself writes it with tags that no XML parser reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ehport.workbook.cells import number_of
from ehport.workbook.parts import RELATION, SHEET_TYPE, PackageParts, from_on
from ehport.workbook.xml_events import MAIN
from ehport.workbook.xml_tree import Element

AUTHOR = "ehport"
_ADDED = f"\n\n{AUTHOR}:\n"
_THREADED = "tc="  # such a comment only mirrors a conversation kept elsewhere, and Excel writes it anew
_LONGEST = 30_000
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = from_on("legacyDrawing")
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_NUMBER = re.compile(r'_x0000_s(\d+)"')
_PLACE = re.compile(r"<x:Row>\s*(\d+)\s*</x:Row>\s*<x:Column>\s*(\d+)\s*</x:Column>")
_EMPTY_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_BOX = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_WIDTH, _LINE_LENGTH = 5, 48  # columns that a note covers, and characters on a line of it


def take_off(parts: PackageParts, part: str) -> None:
    """Take every note of an earlier copy off a sheet; what others wrote stays."""
    target = parts.related(part, "comments")
    if not target:
        return
    tree = parts.tree(target)
    authors = [each.text for each in tree.one("authors")]
    listed = tree.one("commentList")
    gone = []
    for each in list(listed):
        if _author(each, authors) == AUTHOR:
            gone.append(_place(each.get("ref")))
            listed.remove(each)
        else:
            _cut(each)
    drawing = _drawing(parts, part)
    if gone and drawing:
        text = parts.raw(drawing).decode("utf-8", "surrogateescape")
        kept = _SHAPE.sub(lambda shape: "" if _stands(shape[0]) in gone else shape[0], text)
        parts.put(drawing, kept.encode("utf-8", "surrogateescape"))


def add(parts: PackageParts, part: str, texts: Mapping[str, str]) -> None:
    """Add notes to cells of a sheet; a comment that stands there already is kept and goes on with the note."""
    target = parts.related(part, "comments") or _new_comments(parts, part)
    tree = parts.tree(target)
    authors, listed = tree.one("authors"), tree.one("commentList")
    names = [each.text for each in authors]
    if AUTHOR not in names:
        authors.append(Element("author", {}, AUTHOR))
        names.append(AUTHOR)
    present = {each.get("ref"): each for each in listed}
    shapes = {}
    for cell, text in texts.items():
        short = text[:_LONGEST]
        if cell not in present:
            facts = {"ref": cell, "authorId": str(names.index(AUTHOR))}
            listed.append(Element("comment", facts, Element("text", {}, _run(short))))
            shapes[cell] = short
        elif not _author(present[cell], names).startswith(_THREADED):
            _runs(present[cell]).append(_run(_ADDED + short))
    if shapes:
        _draw(parts, part, shapes)


def _place(address: str) -> tuple[int, int]:
    """Return the row and the column of a cell, counted from zero as drawings do."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, number_of(letters) - 1


def _author(comment: Element, authors: list[str]) -> str:
    number = comment.get("authorId")
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def _cut(comment: Element) -> None:
    """Take what an earlier copy added off somebody else's comment."""
    for text in comment.all("text"):
        runs = list(text.all("r"))
        own = (at for at, run in enumerate(runs) if any(each.text.startswith(_ADDED) for each in run.all("t")))
        for each in runs[next(own, len(runs)) :]:
            text.remove(each)


def _runs(comment: Element) -> Element:
    """Return a comment's text as a list of runs; plain text becomes the first."""
    text = comment.find("text") or comment.append(Element("text"))
    plain = text.find("t")
    if plain is not None:
        text.remove(plain)
        text.insert(0, _run(plain.text))
    return text


def _run(said: str) -> Element:
    return Element("r", {}, Element("t", {"xml:space": "preserve"}, said))


def _new_comments(parts: PackageParts, part: str) -> str:
    target = parts.free_name("xl/comments{}.xml")
    parts.put(target, f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode())
    parts.register(target, f"{SHEET_TYPE}comments+xml")
    parts.relate(part, "comments", target)
    return target


def _drawing(parts: PackageParts, part: str) -> str:
    legacy = parts.tree(part).find("legacyDrawing")
    found = parts.relationships(part).get(legacy.get("id", RELATION)) if legacy else None
    return found.target if found and found.target in parts else ""


def _draw(parts: PackageParts, part: str, notes: Mapping[str, str]) -> None:
    drawing = _drawing(parts, part) or _new_drawing(parts, part)
    text = parts.raw(drawing).decode("utf-8", "surrogateescape")
    number = max([1024, *map(int, _NUMBER.findall(text))])
    has_box = 'id="_x0000_t202"' in text
    shapes = "".join(_shape(cell, said, number + at) for at, (cell, said) in enumerate(notes.items(), 1))
    cut = text.rindex("</xml>")
    made = text[:cut] + ("" if has_box else _BOX) + shapes + text[cut:]
    parts.put(drawing, made.encode("utf-8", "surrogateescape"))


def _new_drawing(parts: PackageParts, part: str) -> str:
    name = parts.free_name("xl/drawings/vmlDrawing{}.vml")
    parts.put(name, _EMPTY_DRAWING.encode())
    parts.register_extension("vml", _VML_TYPE)
    sheet = parts.tree(part)
    former = sheet.find("legacyDrawing")
    if former:
        sheet.remove(former)
    legacy = Element("legacyDrawing")
    sheet.insert_before(_AFTER_DRAWING, legacy)
    legacy.set_of(RELATION, "id", parts.relate(part, "vmlDrawing", name))
    return name


def _shape(cell: str, said: str, number: int) -> str:
    row, column = _place(cell)
    height = 2 + _lines(said.splitlines())
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:300pt;'
        f'height:{height * 14}pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">'
        f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {row}, 2, {column + 1 + _WIDTH}, 40, "
        f"{row + height}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _lines(paragraphs: Iterable[str]) -> int:
    return sum(1 + len(each) // _LINE_LENGTH for each in paragraphs)


def _stands(shape: str) -> tuple[int, int] | None:
    found = _PLACE.search(shape)
    return (int(found[1]), int(found[2])) if found and 'ObjectType="Note"' in shape else None
