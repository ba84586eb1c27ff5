"""Expressions of editorial text replaced by what they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ehport.analysis.fact import Fact
from ehport.analysis.printed import Printed, Sentence
from ehport.lang.language import Lang
from ehport.report.expression import Expression, NumberName, parse_expression
from ehport.report.marking import mark_numbers

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
        return f'<mark class="unknown">{escape(source)}</mark>' if found is None else mark_numbers(found)

    def text(self, expression: Expression, source: str) -> str:
        """Return an expression as text; a number knows its name."""
        found = self._printed(expression)
        return source if found is None else found

    def marked(self, text: str) -> str | None:
        """Return one of the report's own sentences as HTML with its numbers, nothing when one of them is not known."""
        parts = _EXPRESSION.split(text)
        numbers = [self._printed(parse_expression(part)) for part in parts[1::2]]
        if None in numbers:
            return None
        parts[1::2] = [each for each in numbers if each is not None]
        return mark_numbers(Sentence(*parts))

    def _printed(self, expression: Expression) -> Printed | None:
        fact = self.facts.get(expression.name) if isinstance(expression, NumberName) else None
        if fact is None or not isinstance(expression, NumberName):
            return None
        form = expression.form or ""
        try:
            text = fact.printed(self.lang, form)
        except KeyError:
            return None
        return Printed(text, fact.name, form, lang=self.lang.value if self.is_foreign else "")
