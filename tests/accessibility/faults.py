"""What can be wrong with the tags of a PDF; most of it no validator notices, for a validator knows only the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pikepdf

from ehport.pdf.document import Part
from tests.accessibility.markup import COUNTED, Markup
from tests.pdf.reading import Reading, Tag

SHORTEST_ALTERNATIVE = 20
_FILE_NAME = re.compile(r"\S+\.(?:svg|png|jpe?g|gif|pdf)", re.IGNORECASE)
_HEADING = re.compile(r"H([1-6])")


def faults(reading: Reading, parts: Sequence[Part]) -> list[str]:
    """Return all that is wrong with a PDF laid out from some parts."""
    return [*(fault for rule in RULES for fault in rule(reading)), *astray(reading, parts)]


def astray(reading: Reading, parts: Sequence[Part]) -> Iterator[str]:
    """Yield each role that a part has more or fewer of in its HTML than in the tag tree."""
    if len(parts) != len(reading.document.kids):
        yield f"{len(parts)} parts became {len(reading.document.kids)}"
    for part, tag in zip(parts, reading.document.kids, strict=False):
        promised, found = Markup(part.html).roles, Counter(each.role for each in tag.walk())
        for role in sorted(COUNTED):
            if promised[role] != found[role]:
                yield f"{part.key}: {role} {promised[role]} in HTML, {found[role]} in tags"


def leads_back_to_its_parent(reading: Reading) -> Iterator[str]:
    for tag in reading.document.walk():
        for kid in tag.kids:
            if kid.entry.P.objgen != tag.entry.objgen:
                yield f"{kid.role} «{kid.text[:40]}» names another parent"


def belongs_to_one_tag(reading: Reading) -> Iterator[str]:
    """Content and tag must find each other, both ways."""
    owners = Counter(mark for tag in reading.document.walk() for mark in tag.marks)
    for page, number in sorted(reading.marks.keys() - owners.keys()):
        yield f"page {page + 1}: content {number} is in no tag"
    for (page, number), count in sorted(owners.items()):
        if count > 1:
            yield f"page {page + 1}: content {number} is in {count} tags"
    for tag in reading.document.walk():
        for mark in tag.marks:
            if reading.owner(mark) != tag.entry.objgen:
                yield f"page {mark[0] + 1}: content {mark[1]} leads to another tag than {tag.role}"


def says_what_it_is_head_of(reading: Reading) -> Iterator[str]:
    for tag in reading.document.all("TH"):
        if _attribute(tag, "/Scope") not in ("/Row", "/Column"):
            yield f"TH «{tag.text}» has no scope"
        if not tag.text:
            yield "a TH is empty"


def does_not_skip_a_level(reading: Reading) -> Iterator[str]:
    headings = [(int(found[1]), tag) for tag in reading.document.walk() if (found := _HEADING.fullmatch(tag.role))]
    for (level, _), (following, tag) in pairwise([(0, reading.document), *headings]):
        if following > level + 1:
            yield f"H{following} «{tag.text}» follows a heading of level {level}"


def is_described(reading: Reading) -> Iterator[str]:
    seen: set[str] = set()
    for tag in reading.document.all("Figure"):
        alternative = str(tag.entry.get("/Alt", "")).strip()
        if len(alternative) < SHORTEST_ALTERNATIVE or _FILE_NAME.search(alternative):
            yield f"«{alternative}» does not say what a figure shows"
        if alternative in seen:
            yield f"«{alternative}» is said of two figures"
        seen.add(alternative)


def lies_on_its_page(reading: Reading) -> Iterator[str]:
    for tag in reading.document.all("Figure"):
        box = _attribute(tag, "/BBox")
        if box is None:
            yield f"a figure has no place: {tag.entry.get('/Alt')}"
            continue
        left, low, right, high = map(float, box)
        _, _, width, height = map(float, tag.entry.Pg.MediaBox)
        if not (0 <= left < right <= width and 0 <= low < high <= height):
            yield f"a figure lies outside its page: {tag.entry.get('/Alt')}"


def says_where_it_leads(reading: Reading) -> Iterator[str]:
    linked = 0
    for tag in reading.document.all("Link"):
        rectangles = [kid.Obj for kid in tag.entry.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        linked += len(rectangles)
        if not rectangles:
            yield f"the link «{tag.text}» cannot be followed"
        for rectangle in rectangles:
            text, target = str(rectangle.get("/Contents", "")), str(rectangle.get("/Dest", ""))
            if not re.search(r"\w", text) or text in (target, f"#{target}"):
                yield f"the link «{tag.text}» is called «{text}»"
    if linked != len(reading.links()):
        yield f"{len(reading.links())} places to click on, {linked} of them in a tag"


def has_a_name_of_its_own(reading: Reading) -> Iterator[str]:
    names = Counter(bytes(tag.entry.ID) for tag in reading.document.walk() if "/ID" in tag.entry)
    for name, count in names.items():
        if count > 1:
            yield f"{count} tags are called {name!r}"


RULES: tuple[Callable[[Reading], Iterator[str]], ...] = (
    leads_back_to_its_parent,
    belongs_to_one_tag,
    says_what_it_is_head_of,
    does_not_skip_a_level,
    is_described,
    lies_on_its_page,
    says_where_it_leads,
    has_a_name_of_its_own,
)


def _attribute(tag: Tag, name: str) -> pikepdf.Object | None:
    """Return an attribute of a tag, which has one set of them or several."""
    given = tag.entry.get("/A", pikepdf.Array())
    sets = given if isinstance(given, pikepdf.Array) else [given]
    return next((each[name] for each in sets if name in each), None)
