"""What stands on a card: the cell of every answer, before anything is read as a value."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.workbook.seen import NOTHING, Seen


@dataclass(frozen=True, slots=True)
class Found:
    """A cell where an answer belongs: what a person sees in it, and what it was prefilled with."""

    address: str
    seen: Seen = NOTHING
    before: str = ""


FoundRow = dict[str, Found]


@dataclass(slots=True)
class FoundCard:
    """What stands on one card; ``before`` has how many rows each prefilled list had."""

    sheet: str
    answers: FoundRow = field(default_factory=dict)
    rows: dict[str, list[FoundRow]] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
