"""Diagnostics for GitHub Actions: the text for the log, workflow commands, and a summary of the run.

The form of a command is ``::error file=…,line=…,title=…::message``; a diagnostic of a cell names the cell in its title.
GitHub shows ten commands of each kind beside the files, so the log and the summary have all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.grouping import Fault, Group, group_by_project
from ehport.diagnostics.markdown import escape_markdown
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import MOST_CELLS, count, place, report, severity_word, shorten, visible
from ehport.diagnostics.wording import counts, message, remedy
from ehport.lang.language import Lang, Text

MOST_SUMMED_UP = 1000  # GitHub takes a summary of one megabyte
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_log(diagnostics: Sequence[Diagnostic], lang: Lang, path: Callable[[str], str]) -> str:
    """Return the text, in which nothing is obeyed, and then the commands."""
    text = report(diagnostics, lang)
    stop = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]  # no text can have its own in it
    commands = as_commands(diagnostics, lang, path)
    return "\n".join(filter(None, (f"::stop-commands::{stop}", text, f"::{stop}::", commands)))


def as_commands(diagnostics: Iterable[Diagnostic], lang: Lang, path: Callable[[str], str]) -> str:
    """Return a line for each diagnostic, the most severe first, because only the first ten of a kind are shown.

    ``path`` gives the path of a diagnostic's file as the repository has it.
    """
    order = list(Severity)
    ranked = sorted(diagnostics, key=lambda each: order.index(each.severity))
    return "\n".join(_command(each, lang, path(each.at.file)) for each in ranked)


def as_summary(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    """Return the errors and warnings in Markdown, by project, with the counts first."""
    told = [each for each in diagnostics if each.severity is not Severity.INFO]
    found = counts(diagnostics)
    lines = [f"## {_TITLE[lang]}", "", ", ".join(count(each, found[each], lang) for each in Severity)]
    rows = [row for group in group_by_project(told) for row in _rows(group, lang)]
    lines += ["", _HEADINGS[lang], "|---|---|---|---|---|", *rows[:MOST_SUMMED_UP]] if rows else []
    if len(rows) > MOST_SUMMED_UP:
        lines += ["", _MORE.format(count=len(rows) - MOST_SUMMED_UP)[lang]]
    return "\n".join(lines) + "\n"


def _rows(group: Group, lang: Lang) -> Iterator[str]:
    at = group.at
    where = " › ".join(filter(None, (at.file, at.sheet or f"{at.project} {at.project_name}".strip())))
    for fault in group.faults:
        first = shorten(fault.first)
        weight = f"{severity_word(fault.severity, lang)} {first.code.value}"
        cells = (where, _cells(fault), weight, message(first, lang), first.settled or remedy(first, lang))
        yield f"| {' | '.join(map(escape_markdown, cells))} |"


def _cells(fault: Fault) -> str:
    cells = [*dict.fromkeys(each.at.cell for each in (fault.first, *fault.others) if each.at.cell)]
    return ", ".join(cells[:MOST_CELLS]) + (", …" if len(cells) > MOST_CELLS else "")


def _command(each: Diagnostic, lang: Lang, path: str) -> str:
    facts = {"file": path, "line": str(each.at.line or 1), "title": f"{each.code.value} {place(each.at)}"}
    told = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in facts.items())
    text = visible(message(each, lang)) + "\n" + visible(each.settled or remedy(each, lang))
    return f"::{_COMMANDS[each.severity]} {told}::{text.translate(_IN_MESSAGE)}"


_TITLE = Text("Meldinger fra ehport", "What ehport found")
_HEADINGS = Text("| Hvor | Celler | Alvor | Hva | Hva du gjør |", "| Where | Cells | Severity | What | What to do |")
_MORE = Text("… og {count} til: se loggen.", "… and {count} more: see the log.")
