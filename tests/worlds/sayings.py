"""What a report says: every text that the program itself puts on a page, with where it stands.

What somebody typed, and every name, is left out or kept apart: only the program's own words are held to its rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.html

_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"})
_BLOCKS |= {"title", "text", "summary", "option", "label", "button"}
_SPANS = frozenset({"head", "sub", "label", "what", "then", "note", "n", "key", "u"})
_NO_SENTENCE = frozenset({"around", "eyebrow", "issuer", "when"})  # paragraphs that are labels
_TYPED = "data-typed"
_SENTENCES = frozenset({"p", "sub", "title", "lead"})
_HEADLINES = frozenset({"head"})
_SPACES = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a page prints it: the name and form of its fact, and its language where that is another."""

    text: str
    fact: str
    form: str
    lang: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One text: where it stands, in which language, what sort it is, and the numbers in it that know their facts."""

    place: str
    lang: str
    sort: str
    text: str
    numbers: tuple[Number, ...] = ()

    @property
    def is_sentence(self) -> bool:
        """Tell whether it must be whole sentences, each with its end."""
        return self.sort in _SENTENCES

    @property
    def is_said(self) -> bool:
        """Tell whether it claims something: a sentence or a headline, not a cell or a label."""
        return self.is_sentence or self.sort in _HEADLINES


def sayings(place: str, html: str, lang: str) -> Iterator[Saying]:
    """Yield the texts of a part of a page."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    typed = {child for element in root.iterfind(f".//*[@{_TYPED}]") for child in element.iter()}
    for element in root.iter():
        sort = _sort(element)
        if sort and element not in typed:
            pieces: list[str] = []
            numbers: list[Number] = []
            _gather(element, pieces, numbers)
            text = _SPACES.sub(" ", "".join(pieces)).strip(" \n\t")
            if text:
                yield Saying(_place(element, place), lang, sort, text, tuple(numbers))


def _sort(element: lxml.html.HtmlElement) -> str:
    if not isinstance(element.tag, str):
        return ""
    classes = set((element.get("class") or "").split())
    if element.tag == "span":
        is_key = any("r" in (each.get("class") or "").split() for each in element)
        return "label" if is_key else next(iter(classes & _SPANS), "")
    if element.tag not in _BLOCKS:
        return ""
    if classes & _NO_SENTENCE or (element.tag == "p" and "r" in classes):
        return "label"
    return "note" if "note" in classes else "lead" if "lead" in classes else element.tag


def _gather(element: lxml.html.HtmlElement, pieces: list[str], numbers: list[Number]) -> None:
    """Put together the texts of an element, without those of the units within it."""
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            if child.get("data-fact"):
                text = "".join(child.itertext())
                numbers.append(
                    Number(text, child.get("data-fact"), child.get("data-form") or "", child.get("lang") or "")
                )
                pieces.append(text)
            elif not _sort(child) and _TYPED not in child.attrib:
                _gather(child, pieces, numbers)
        pieces.append(child.tail or "")


def _place(element: lxml.html.HtmlElement, place: str) -> str:
    within = next((each.get("id") for each in (element, *element.iterancestors()) if each.get("id")), "")
    return f"{place} {within}" if within and within != place else place


def sentences(text: str) -> Sequence[str]:
    """Return the sentences of a text."""
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«\d–])", text)
