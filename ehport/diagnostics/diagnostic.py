"""One diagnostic: a code, the place it concerns, and the facts its text needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ehport.diagnostics.catalogue import RULES, UNWRITTEN, WEIGHED_BY_USE
from ehport.diagnostics.code import Code
from ehport.diagnostics.severity import Severity


@dataclass(frozen=True, slots=True)
class Location:
    """Where a diagnostic belongs; what is not known is empty.

    ``project`` is the project's id and ``field`` the field's name: ``status``, ``financing.budget_year``.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    project: str = ""
    project_name: str = ""
    field: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something a reader should know about submitted data; its text stands in the catalogue.

    ``facts`` fill the texts; a `Text` among them is put in by language. ``found`` is the value as typed.
    ``settled`` is the office's reason when an adjustment or an exemption has dealt with it; it weighs as
    info then. ``round`` is the round it was told in, because a rule may weigh more from a later round on.
    """

    code: Code
    at: Location
    facts: Mapping[str, object] = field(default_factory=dict)
    found: str = ""
    settled: str = ""
    round: str = ""
    severity: Severity = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Decide how much it weighs, once: info when settled, an error where the report counts the answer."""
        object.__setattr__(self, "severity", self._weight())

    def _weight(self) -> Severity:
        rule = RULES[self.code]
        if self.settled or rule.trial:
            return Severity.INFO
        if self.facts.get("draft") and self.code in UNWRITTEN:
            return Severity.WARNING
        if self.facts.get("counted") and self.code in WEIGHED_BY_USE:
            return Severity.ERROR
        return rule.severity_in(self.round)
