"""Page templates: the one place where jinja2 is used, and where text is declared to be HTML."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ehport.lang.language import Lang
from ehport.report.marking import mark_numbers
from ehport.report.names import WRITTEN, Marker
from ehport.report.typed import paragraphs
from ehport.report.wording import words
from ehport.system import assets

# Controls, marks of direction, and what is no character; joiners and soft hyphens are set by the report itself.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_SUFFIX = ".html.j2"
_PARAGRAPH, _ITEM = Markup("<p>{}</p>"), Markup("<li>{}</li>")
_LIST = Markup('<ul class="typed">{}</ul>')


class Templates:
    """The page templates in one language."""

    def __init__(self, lang: Lang, marker: Marker | None = None) -> None:
        """Take the language of the report's own words, and what marks the names in them that are of another."""
        self._marker = marker
        self._environment = _environment(lang)

    def render(self, name: str, **facts: object) -> str:
        """Return a template filled with facts; a fact that is not given is a bug and raises."""
        made = self._environment.get_template(name + _SUFFIX).render(**facts)
        return show_steering(self._marker.mark(made) if self._marker else made)


@cache
def _environment(lang: Lang) -> Environment:
    """Return the environment of a language, made once, because it compiles each template when it is first used."""
    environment = Environment(
        loader=FileSystemLoader(assets.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(typed=_typed, made=_made, marked=_marked)
    written = "" if lang is WRITTEN else WRITTEN.value
    environment.globals.update(words=words(lang), written=written)
    return environment


def show_steering(text: str, form: str = "&lt;U+{:04X}&gt;") -> str:
    """Return HTML, or a text of another form, in which signs that steer are seen: U+202E would turn a line around."""
    return _STEERING.sub(lambda sign: form.format(ord(sign[0])), text)


def _typed(text: str) -> str:
    """Return a typed text to be escaped, or its paragraphs and lists with each of them escaped."""
    parts = paragraphs(text)
    if len(parts) == 1 and parts[0].text:
        return parts[0].text
    return Markup().join(_items(each.items) if each.items else _PARAGRAPH.format(each.text) for each in parts)


def _items(items: tuple[str, ...]) -> Markup:
    return _LIST.format(Markup().join(_ITEM.format(each) for each in items))


def _marked(text: str, decimals: str | None = None) -> str:
    """Return a text to be escaped, or with each of its numbers marked; a number may go on with its decimals."""
    if decimals is None and type(text) is str:
        return text
    return Markup(mark_numbers(text, decimals))


def _made(html: str) -> Markup:
    """Declare HTML that ehport itself made: a drawn figure, or Markdown in which foreign HTML is escaped."""
    return Markup(html)
