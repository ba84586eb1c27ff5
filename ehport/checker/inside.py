"""What runs in the browser: a workbook checked, and told for the page in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ehport.checking import run
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.diagnostics.grouping import ORDER, grouped
from ehport.diagnostics.text import visible
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang
from ehport.rules.explanation import explain

_CELL = re.compile(r"([A-Z]+)(\d+)")


def check(workbook: Path) -> str:
    """Check a workbook, and return what the page shows as JSON, by language.

    ``counts`` are how many there are of each severity, ``groups`` what is said, ``why`` the explanation of each code,
    and ``json`` what ``ehport check --format json`` prints.
    """
    checked = run.check_files([workbook])
    return json.dumps({lang.value: _told(checked, lang) for lang in Lang}, ensure_ascii=False)


def _told(checked: run.Checked, lang: Lang) -> dict[str, Any]:
    printed = run.told(checked, DiagnosticFormat.JSON, run.View(lang))
    codes = dict.fromkeys(each.code.value for each in checked.found)
    return {
        "json": printed,
        "counts": json.loads(printed)["counts"],
        "groups": [*_groups(checked.found, lang)],
        "why": {code: explain(code, lang) for code in codes},
    }


def _groups(found: Sequence[Diagnostic], lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield what is said by severity, then by project, then by place in the form."""
    for weight in ORDER:
        for group in grouped(each for each in found if each.severity is weight):
            each_alone = (each for fault in group.faults for each in (fault.first, *fault.others))
            told = sorted(each_alone, key=lambda each: _place(each.at))
            yield {
                "severity": weight.value,
                "project": "" if group.is_about_file else _name(group.at),
                "told": [_line(each, lang) for each in told],
            }


def _name(at: Location) -> str:
    return visible(f"{at.project} {at.project_name}".strip() or at.sheet)


def _place(at: Location) -> tuple[str, int, int, str]:
    found = _CELL.fullmatch(at.cell)
    return (at.sheet, int(found[2]), len(found[1]), found[1]) if found else (at.sheet, 0, 0, at.cell)


def _line(each: Diagnostic, lang: Lang) -> dict[str, str]:
    at = each.at
    return {
        "code": each.code.value,
        "sheet": visible(at.sheet),
        "cell": at.cell,
        "message": visible(message(each, lang)),
        "help": "" if each.settled else visible(remedy(each, lang)),
        "settled": visible(each.settled),
    }
