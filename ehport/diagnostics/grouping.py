"""Diagnostics put together for reading: by file and project, and the same fault in many cells as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.portfolio import EDITORIAL_RULES, PROJECT_COMPARISON_RULES
from ehport.diagnostics.rounds import ROUND_RULES
from ehport.diagnostics.severity import Severity

ORDER = tuple(Severity)
ONE_FAULT_EACH = frozenset(
    {
        Code.SUM_DIFFERS,
        Code.UNIT_JUMP,
        Code.UNIT_IN_DOUBT,
        *PROJECT_COMPARISON_RULES,
        *ROUND_RULES,
        *EDITORIAL_RULES,
        *PERSONAL_RULES,
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the diagnostic to tell it by, and those that tell the same of other cells."""

    first: Diagnostic
    others: tuple[Diagnostic, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much the fault weighs."""
        return self.first.severity

    def __len__(self) -> int:
        """Return how many diagnostics it stands for."""
        return 1 + len(self.others)


@dataclass(frozen=True, slots=True)
class Group:
    """The faults of one project, or of a file as a whole, most severe first."""

    at: Location
    faults: tuple[Fault, ...]

    @property
    def is_about_file(self) -> bool:
        """Tell whether the group is about a file as a whole."""
        return not (self.at.project or self.at.sheet)

    def counts(self) -> dict[Severity, int]:
        """Return how many diagnostics there are of each severity, most severe first."""
        return {each: sum(len(fault) for fault in self.faults if fault.severity is each) for each in ORDER}


def group_by_project(diagnostics: Iterable[Diagnostic]) -> tuple[Group, ...]:
    """Return the diagnostics by file and project: what is about a whole file first, then the most severe."""
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    files: dict[str, int] = {}
    for each in diagnostics:
        files.setdefault(each.at.file, len(files))
        found.setdefault((each.at.file, each.at.project or each.at.sheet), []).append(each)
    groups = [_group(each) for each in found.values()]
    return tuple(sorted(groups, key=lambda each: (files[each.at.file], not each.is_about_file, _worst(each))))


def _group(diagnostics: Sequence[Diagnostic]) -> Group:
    found: dict[object, list[Diagnostic]] = {}
    for each in diagnostics:
        alone = (each.at.cell, each.at.line, each.found) if each.code in ONE_FAULT_EACH else ()
        found.setdefault((each.code, each.at.field, each.severity, each.settled, alone), []).append(each)
    faults = [Fault(first, tuple(others)) for first, *others in found.values()]
    named = next((each.at for each in diagnostics if each.at.project_name), diagnostics[0].at)
    return Group(named, tuple(sorted(faults, key=lambda each: ORDER.index(each.severity))))


def _worst(group: Group) -> int:
    return min(ORDER.index(fault.severity) for fault in group.faults)
