"""The two languages, and a text that exists in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """A language of messages and reports; Norwegian bokmål is the default everywhere."""

    NB = "nb"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages: ``text[Lang.NB]``."""

    nb: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.nb if lang is Lang.NB else self.en

    def format(self, **facts: object) -> Text:
        """Return the text with the same facts put into both languages, and what is a text in each by itself."""
        return Text(*(self[lang].format(**_in_language(facts, lang)) for lang in Lang))


def _in_language(facts: Mapping[str, object], lang: Lang) -> dict[str, object]:
    return {name: fact[lang] if isinstance(fact, Text) else fact for name, fact in facts.items()}


def same(word: str) -> Text:
    """Return a text that reads alike in both languages, such as a name."""
    return Text(word, word)
