"""What runs in the browser: a workbook checked, told for the page in both languages, and marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ehport.checking import run
from ehport.checking.annotated_copies import marked_copy
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.diagnostics.grouping import ORDER, group_by_project
from ehport.diagnostics.text import visible
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang
from ehport.rules.explanation import explain
from ehport.workbook.package import open_package
from ehport.workbook.unreadable import UnreadableFileError

_CELL = re.compile(r"([A-Z]+)(\d+)")


def check(workbook: Path) -> str:
    """Check a workbook, and return what the page shows as JSON, by language.

    ``counts`` are how many there are of each severity, ``groups`` what is said, ``why`` the explanation of each code,
    ``json`` what ``ehport check --format json`` prints, and ``can_mark`` whether the file is one that can be marked.
    """
    checked = run.check_files([workbook])
    can_mark = _can_mark(workbook)
    told = {lang.value: {**_told(checked, lang), "can_mark": can_mark} for lang in Lang}
    return json.dumps(told, ensure_ascii=False)


def mark(workbook: Path, lang: str) -> tuple[str, bytes, str]:
    """Return name and bytes of the marked copy that ``ehport check --annotate`` writes, or why it writes none."""
    try:
        return *marked_copy(workbook, run.check_files([workbook]).found, Lang(lang)), ""
    except UnreadableFileError as bad:
        found = Diagnostic(bad.code, Location(workbook.name), bad.facts)
        return "", b"", f"{message(found, Lang(lang))} – {remedy(found, Lang(lang))}"


def _can_mark(workbook: Path) -> bool:
    try:
        return bool(open_package(workbook).names)
    except UnreadableFileError:
        return False


def _told(checked: run.Checked, lang: Lang) -> dict[str, Any]:
    printed = run.render(checked, DiagnosticFormat.JSON, run.View(lang))
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
        for group in group_by_project(each for each in found if each.severity is weight):
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
