"""What the office has dealt with: adjustments and exemptions settle diagnostics, and some settle none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ehport.check.money import MONEY, PERIODS
from ehport.diagnostics.catalogue import severity
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location, Severity
from ehport.form.register import Exemption
from ehport.model.portfolio import Portfolio
from ehport.model.round import REGISTER
from ehport.model.submission import Entry


def settle(diagnostics: Iterable[Diagnostic], portfolio: Portfolio) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with the office's reasons, and what is wrong with the exemptions last."""
    exempt = [_Exempt(each, portfolio.round.id) for each in portfolio.exemptions]
    reasons = _adjusted_fields(portfolio)
    found = [_settled(each, reasons, exempt) for each in diagnostics]
    return (*found, *_about_exemptions(found, exempt, portfolio))


def _settled(each: Diagnostic, reasons: dict[tuple[str, str], str], exempt: Sequence[_Exempt]) -> Diagnostic:
    if severity(each) is Severity.INFO:
        return each
    reason = reasons.get((each.at.project, each.at.field), "")
    reason = reason or next((one.reason for one in exempt if one.holds and one.covers(each)), "")
    return replace(each, settled=reason) if reason else each


def _adjusted_fields(portfolio: Portfolio) -> dict[tuple[str, str], str]:
    """Return the office's reason by project and field; an adjusted period settles all money of that period."""
    found: dict[tuple[str, str], str] = {}
    for member in portfolio.members:
        for name, adjusted in member.adjustments.items():
            fields = [f"{part}.{name}" for part in sorted(MONEY)] if name in PERIODS else [name]
            for field in fields:
                found[member.id, field] = adjusted.record.reason or ""
    return found


@dataclass(frozen=True, slots=True)
class _Exempt:
    """An exemption of the register, seen from a round."""

    entry: Entry[Exemption]
    round_id: str

    @property
    def reason(self) -> str:
        return self.entry.record.reason or ""

    @property
    def holds(self) -> bool:
        """Tell whether the exemption is valid in the round; without a last round it is not."""
        return self.round_id <= (self.entry.record.last_round or "")

    def covers(self, each: Diagnostic) -> bool:
        record = self.entry.record
        same_field = not record.field or record.field in (each.at.field, each.at.field.partition(".")[0])
        return record.code == each.code.value and record.project == each.at.project and same_field

    def tell(self, code: Code) -> Diagnostic:
        record = self.entry.record
        name = " ".join(filter(None, [record.code, record.field]))
        facts = {"name": name, "project": record.project or "", "last": record.last_round or ""}
        at = Location(REGISTER, self.entry.sheet, self.entry.address("code"), project=record.project or "")
        return Diagnostic(code, at, facts, found=record.code or "")


def _about_exemptions(
    found: Sequence[Diagnostic], exempt: Iterable[_Exempt], portfolio: Portfolio
) -> Iterator[Diagnostic]:
    known = {code.value for code in Code}
    for each in exempt:
        record = each.entry.record
        used = any(each.covers(one) for one in found)
        if record.code not in known or portfolio.member(record.project or "") is None:
            yield each.tell(Code.EXEMPTION_UNKNOWN)
        elif not used:
            yield each.tell(Code.EXEMPTION_UNUSED)
        elif not each.holds:
            yield each.tell(Code.EXEMPTION_EXPIRED)
