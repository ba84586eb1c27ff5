"""The words of a diagnostic: its text from the catalogue with its facts put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ehport.diagnostics.catalogue import ON_TRIAL, RULES
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang, Text


def is_on_trial(diagnostic: Diagnostic) -> bool:
    """Tell whether the rule behind a diagnostic is on trial."""
    return RULES[diagnostic.code].trial


def message(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return what is wrong, in words, with a mark when the rule is on trial."""
    told = fill_in(RULES[diagnostic.code].message, diagnostic, lang)
    return f"{told} ({ON_TRIAL[lang]})" if is_on_trial(diagnostic) else told


def remedy(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return what to write instead, in words."""
    return fill_in(RULES[diagnostic.code].help, diagnostic, lang)


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many diagnostics there are of each severity, most severe first."""
    found = Counter(each.severity for each in diagnostics)
    return {each: found[each] for each in Severity}


def fill_in(text: Text, diagnostic: Diagnostic, lang: Lang) -> str:
    """Return a text with the facts of a diagnostic put in."""
    at = diagnostic.at
    facts: dict[str, object] = {
        "file": at.file,
        "sheet": at.sheet,
        "cell": at.cell,
        "project": at.project,
        "field": at.field,
        "found": diagnostic.found,
        **diagnostic.facts,
    }
    return text.format(**facts)[lang]
