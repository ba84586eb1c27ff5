"""Expressions of editorial text replaced by what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from ehport.analysis.fact import Fact
from ehport.analysis.printed import Printed
from ehport.lang.language import Lang
from ehport.report.expression import Expression, Number, parse_expression
from ehport.report.marking import marked

_EXPRESSION = re.compile(r"\{\{(.*?)\}\}")


@dataclass(frozen=True, slots=True)
class Values:
    """The round's numbers in one language; what is not among them stays as it is written, marked.

    ``is_foreign`` tells that the report around them is in another language.
    """

    facts: Mapping[str, Fact]
    lang: Lang
    is_foreign: bool = False

    def html(self, expression: Expression, source: str) -> str:
        """Return an expression as HTML: the number with its name, so that a reader can ask where it is from."""
        found = self._printed(expression)
        if found is None or not isinstance(expression, Number):
            return f'<mark class="unknown">{escape(source)}</mark>'
        lang = self.lang.value if self.is_foreign else ""
        return marked(Printed(found, expression.name, expression.form or "", lang=lang))

    def text(self, expression: Expression, source: str) -> str:
        """Return an expression as text."""
        found = self._printed(expression)
        return source if found is None else found

    def _printed(self, expression: Expression) -> str | None:
        fact = self.facts.get(expression.name) if isinstance(expression, Number) else None
        if fact is None or not isinstance(expression, Number):
            return None
        try:
            return fact.printed(self.lang, expression.form) if expression.form else fact.printed(self.lang)
        except KeyError:
            return None

    def fill(self, text: str) -> str | None:
        """Return one of the report's own sentences with its numbers put in, nothing when one of them is not known."""
        return self._filled(text, self.text, str)

    def marked(self, text: str) -> str | None:
        """Return what `fill` returns as HTML, each number with its name."""
        return self._filled(text, self.html, escape)

    def _filled(self, text: str, put: Callable[[Expression, str], str], set_: Callable[[str], str]) -> str | None:
        parts = _EXPRESSION.split(text)
        expressions = [parse_expression(part) for part in parts[1::2]]
        if any(self._printed(each) is None for each in expressions):
            return None
        parts[0::2] = map(set_, parts[0::2])
        parts[1::2] = [put(each, "") for each in expressions]
        return "".join(parts)
