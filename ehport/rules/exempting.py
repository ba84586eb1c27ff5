"""An exemption of the register, seen from a round: what it covers, whether it holds, and whether it names anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ehport.diagnostics.catalogue import RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.actor import Actor
from ehport.form.field_names import field_name
from ehport.form.project import Project
from ehport.form.register import Exemption, RegisterProject
from ehport.lang.language import Text, same
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.round import REGISTER
from ehport.model.submission import Entry

_RECORDS: tuple[type, ...] = (Project, RegisterProject, Actor)
_FILES = frozenset({".xlsx", ".md", ".toml"})
_IN_PROJECT = Text(" i prosjekt {project}", " in project {project}")


@dataclass(frozen=True, slots=True)
class Exempt:
    """An exemption and the round it is seen from.

    It covers its code in its project; without a project what belongs to none. A field, by its name or its label,
    narrows it to that field, or to the file of that name.
    """

    entry: Entry[Exemption]
    round_id: str
    budget_year: int

    @property
    def reason(self) -> str:
        """Why the office accepts what is told."""
        return self.entry.record.reason or ""

    @property
    def code(self) -> Code | None:
        """The code it names, however it is typed; nothing when there is no such code."""
        typed = (self.entry.record.code or "").strip().upper()
        return Code(typed) if typed in RULES else None

    @property
    def field(self) -> str | None:
        """The name of the field it is narrowed to, however it is typed; nothing when there is no such field."""
        return field_name(self.entry.record.field or "", self.budget_year, of=_RECORDS)

    @property
    def holds(self) -> bool:
        """Tell whether the exemption is valid in the round; without a last round it is not."""
        return self.round_id <= (self.entry.record.last_round or "")

    def covers(self, each: Diagnostic) -> bool:
        """Tell whether a diagnostic is one that the exemption is of."""
        record = self.entry.record
        if self.code is not each.code or (record.project or "") != each.at.project:
            return False
        return not record.field or bool({record.field, self.field} & _names(each.at))

    def is_known_in(self, portfolio: Portfolio) -> bool:
        """Tell whether its code, its project and its field exist."""
        record = self.entry.record
        known = not record.project or portfolio.member(record.project) is not None
        named = not record.field or self.field is not None or _is_file(record.field)
        return self.code is not None and known and named

    def tell(self, code: Code) -> Diagnostic:
        """Return a diagnostic about the exemption, at its row of the register."""
        record = self.entry.record
        name = " ".join(filter(None, [record.code, record.field]))
        where = _IN_PROJECT.format(project=record.project) if record.project else same("")
        facts = {"name": name, "where": where, "last": record.last_round or ""}
        at = Location(REGISTER, self.entry.sheet, self.entry.address("code"), project=record.project or "")
        return Diagnostic(code, at, facts, found=record.code or "")


def _names(at: Location) -> frozenset[str]:
    """Return what a place may be called by: its field, the list or the period of it, and its file."""
    listed, _, column = at.field.partition(".")
    period = {column} & {*PERIODS}
    return frozenset({at.field, listed, PurePosixPath(at.file).name, *period})


def _is_file(name: str) -> bool:
    return PurePosixPath(name).suffix in _FILES
