"""The appendix of a draft: what is wrong with the data, by project, as the actors are told it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ehport.diagnostics import wording
from ehport.diagnostics.grouping import Fault, Group, group_by_project
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang, Text
from ehport.report.report import Report

_SEVERITY = {Severity.ERROR: Text("Feil", "Error"), Severity.WARNING: Text("Advarsel", "Warning")}
_SETTLED = Text("Avklart", "Settled")


@dataclass(frozen=True, slots=True)
class Notice:
    """One fault: how much it weighs and its code, the message before and after what was ``typed``, and the cells.

    ``settled`` is the office's reason for accepting it.
    """

    weight: str
    before: str
    typed: str
    after: str
    cells: str
    settled: str


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """The faults of one project with the file they are in, or of a file as a whole."""

    title: str
    file: str
    notices: tuple[Notice, ...]


def notices(report: Report) -> tuple[NoticeGroup, ...]:
    """Return errors and warnings in groups, the most severe first, and those that the office has settled last."""
    told = [each for each in report.diagnostics if replace(each, settled="").severity in _SEVERITY]
    return tuple(_group(each, report.lang) for each in group_by_project(told))


def _group(group: Group, lang: Lang) -> NoticeGroup:
    at = group.at
    title = " ".join(filter(None, (at.project or at.sheet, at.project_name)))
    return NoticeGroup(title or at.file, at.file if title else "", tuple(_notice(each, lang) for each in group.faults))


def _notice(fault: Fault, lang: Lang) -> Notice:
    word = _SETTLED if fault.first.settled else _SEVERITY[fault.severity]
    weight = f"{word[lang]} {fault.first.code.value}"
    places = (each.at.cell or (str(each.at.line) if each.at.line else "") for each in (fault.first, *fault.others))
    message, typed = wording.message(fault.first, lang), fault.first.found
    before, quoted, after = message.partition(f"«{typed}»") if typed else (message, "", "")
    return Notice(weight, before, typed if quoted else "", after, ", ".join(filter(None, places)), fault.first.settled)
