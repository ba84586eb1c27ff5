"""Numbers marked in HTML with the names of their facts, and the marks read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

from ehport.analysis.fact import Fact
from ehport.analysis.printed import Printed, parts_of
from ehport.lang.language import Lang

_MARKED = re.compile(r'<span data-fact="[^>]*>((?:[^<]|<span class="frac">[^<]*</span>)*)</span>')
_MARK = re.compile(r'data-fact="([^"]+)"(?: data-form="([^"]+)")?(?: lang="(\w+)")?')


def mark_numbers(text: str, decimals: str | None = None) -> str:
    """Return a text as HTML with each of its numbers marked; ``decimals`` continue it in a space of their own."""
    return "".join(_marked(part, decimals) for part in parts_of(text))


def _marked(part: str, decimals: str | None) -> str:
    html = escape(part) + ("" if decimals is None else f'<span class="frac">{escape(decimals)}</span>')
    if not isinstance(part, Printed):
        return html
    named = {"data-fact": part.fact, "data-form": part.form, "lang": part.lang}
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
    return f"<span{attributes}>{html}</span>"


def unmark_numbers(html: str) -> str:
    """Return HTML for paper, where nobody can ask a number: without the marks, which only take time to lay out."""
    return _MARKED.sub(r"\1", html)


def collect_printed(html: Iterable[str], facts: Mapping[str, Fact], lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """Return, by name, every number that is marked, as its fact prints it: once for each form that it has there."""
    found: dict[str, dict[str, None]] = {}
    for name, form, other in (mark for part in html for mark in _MARK.findall(part)):
        fact = facts.get(unescape(name))
        if fact is not None:
            found.setdefault(fact.name, {})[fact.printed(Lang(other or lang), form)] = None
    return {name: tuple(forms) for name, forms in found.items()}
