"""A portfolio remembered: what later rounds need of it, taken from its projects."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.model.deliverables import outcome
from ehport.model.member import Member
from ehport.model.memory import Memory, Remembered, RememberedDeliverable
from ehport.model.portfolio import Portfolio


def remember(portfolio: Portfolio) -> Memory:
    """Return what later rounds need of a portfolio."""
    round_ = portfolio.round
    return Memory(round_.id, round_.month, round_.budget_year, tuple(map(_remembered, portfolio.members)))


def _remembered(member: Member) -> Remembered:
    return Remembered(
        id=member.id,
        name=member.name,
        responsible=member.responsible,
        organisation=member.organisation.short_name or member.responsible,
        state=member.state,
        area=member.area.value,
        phase=member.known("phase").value,
        status=member.status.value,
        risk=member.risk.value,
        budget=member.amount("budget_year").value,
        next_year=member.amount("next_year").value,
        total_cost=member.known("total_cost").value,
        ends=member.known("ends").value,
        ends_text=member.entry.text("ends") if member.entry else "",
        phase_ends=member.known("phase_ends").value,
        deliverables=tuple(_deliverables(member)),
    )


def _deliverables(member: Member) -> Iterator[RememberedDeliverable]:
    for row in member.entry.filled_in().rows.get("deliverables", ()) if member.entry else ():
        known = row.record
        yield RememberedDeliverable(
            known.name or "", known.code or "", known.planned, row.text("planned"), outcome(row)
        )
