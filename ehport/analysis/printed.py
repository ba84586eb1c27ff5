"""Numbers as they are printed: texts that know which of their parts are facts, and in which form."""

from __future__ import annotations

from string import Formatter


class Printed(str):
    """A number as it is printed, with the name of its fact and the form it has there.

    ``lang`` is its language where that is another than the one of the report.
    """

    __slots__ = ("fact", "form", "lang")
    fact: str
    form: str
    lang: str

    def __new__(cls, text: str, fact: str, form: str = "", *, lang: str = "") -> Printed:
        """Take the text with the name and the form of its fact."""
        made = super().__new__(cls, text)
        made.fact, made.form, made.lang = fact, form, lang
        return made

    def __repr__(self) -> str:
        """Return what tells it from the same text with another name: drawings are kept by what is on them."""
        return f"Printed({str(self)!r}, {self.fact!r}, {self.form!r}, lang={self.lang!r})"


class Sentence(str):
    """A text with numbers in it; added to another text it keeps them."""

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> Sentence:
        """Take the parts of the text in their order."""
        made = super().__new__(cls, "".join(parts))
        made.parts = tuple(piece for part in parts for piece in parts_of(part))
        return made

    def __repr__(self) -> str:
        """Return the parts, with the names of the numbers among them."""
        return f"Sentence{self.parts!r}"

    def __add__(self, other: str) -> Sentence:
        """Return the text with another one after it."""
        return Sentence(self, other)


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a text: its numbers, and what stands between them."""
    return text.parts if isinstance(text, Sentence) else (text,)


def sentence(template: str, **words: object) -> Sentence:
    """Return a template with words put in, of which numbers stay numbers."""
    parts: list[str] = []
    for literal, name, *_ in Formatter().parse(template):
        word = words[name] if name else ""
        parts += [literal, word if isinstance(word, str) else str(word)]
    return Sentence(*filter(None, parts))
