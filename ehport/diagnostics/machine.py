"""Diagnostics as JSON for programs, in a shape that does not change.

The shape is ``{"diagnostics": [{"code", "severity", "file", "sheet", "cell", "project", "field", "found",
"message", "help", "settled", "trial"}], "counts": {"error", "warning", "info"}}``. Every key is always there;
what is not known is an empty text. ``severity`` is error, warning or info. ``project`` is the id and ``field``
the name of a field, as in the data dictionary. ``found`` is the value exactly as typed. In a text file ``cell``
is the line. ``settled`` is the office's reason for accepting it, which stands in ``help`` then too. ``trial``
tells whether the rule is on trial. Diagnostics stand in the order in which they were found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.wording import counts, is_on_trial, message, remedy
from ehport.lang.language import Lang


def as_json(diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """Return the diagnostics as JSON text."""
    found = tuple(diagnostics)
    told = {
        "diagnostics": [record(each, lang) for each in found],
        "counts": {each.value: number for each, number in counts(found).items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def record(diagnostic: Diagnostic, lang: Lang) -> dict[str, str | bool]:
    """Return one diagnostic as it stands in the JSON text."""
    at = diagnostic.at
    return {
        "code": diagnostic.code.value,
        "severity": diagnostic.severity.value,
        "file": at.file,
        "sheet": at.sheet,
        "cell": at.cell or (str(at.line) if at.line else ""),
        "project": at.project,
        "field": at.field,
        "found": diagnostic.found,
        "message": message(diagnostic, lang),
        "help": diagnostic.settled or remedy(diagnostic, lang),
        "settled": diagnostic.settled,
        "trial": is_on_trial(diagnostic),
    }
