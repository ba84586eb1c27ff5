"""Diagnostics as workflow commands: lines that GitHub Actions shows beside the files they are about.

The form is ``::error file=…,line=…,title=…::message``; a diagnostic of a cell names the cell in its title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import place, visible
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_commands(diagnostics: Iterable[Diagnostic], lang: Lang, path: Callable[[str], str]) -> str:
    """Return a line for each diagnostic, the most severe first, because only the first ten of a kind are shown.

    ``path`` gives the path of a diagnostic's file as the repository has it.
    """
    order = list(Severity)
    ranked = sorted(diagnostics, key=lambda each: order.index(each.severity))
    return "\n".join(_command(each, lang, path(each.at.file)) for each in ranked)


def _command(each: Diagnostic, lang: Lang, path: str) -> str:
    facts = {"file": path, "line": str(each.at.line or 1), "title": f"{each.code.value} {place(each.at)}"}
    told = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in facts.items())
    text = visible(message(each, lang)) + "\n" + visible(each.settled or remedy(each, lang))
    return f"::{_COMMANDS[each.severity]} {told}::{text.translate(_IN_MESSAGE)}"
