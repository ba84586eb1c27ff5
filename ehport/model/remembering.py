"""A portfolio remembered: what later rounds need of it, taken from its projects."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.model.deliverables import outcome
from ehport.model.member import Member, Source, in_round
from ehport.model.memory import Memory, Remembered, RememberedDeliverable
from ehport.model.portfolio import Portfolio

Sources = tuple[Source, ...]
_OVER_ROUNDS = ("total_cost", "ends", "phase_ends")


def remember(portfolio: Portfolio, *, is_now: bool = False) -> Memory:
    """Return what later rounds need of a portfolio; cells are named by the folder of the round unless it ``is_now``."""
    round_ = portfolio.round
    folder = "" if is_now else round_.id
    projects = tuple(_remembered(each, folder) for each in portfolio.members)
    return Memory(round_.id, round_.month, round_.budget_year, projects)


def _remembered(member: Member, folder: str) -> Remembered:
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
        deliverables=tuple(_deliverables(member, folder)),
        sources={name: _named(cells, folder) for name, cells in _sources(member).items() if cells},
    )


def _sources(member: Member) -> dict[str, Sources]:
    return {
        "state": member.registered("state"),
        "status": member.status.sources,
        "risk": member.risk.sources,
        "budget": member.amount("budget_year").sources,
        **{name: member.known(name).sources for name in _OVER_ROUNDS},
    }


def _named(cells: Sources, folder: str) -> Sources:
    return in_round(cells, folder) if folder else cells


def _deliverables(member: Member, folder: str) -> Iterator[RememberedDeliverable]:
    for row in member.entry.filled_in().rows.get("deliverables", ()) if member.entry else ():
        known = row.record
        cells = _named(member.submitted(row, "planned"), folder)
        yield RememberedDeliverable(
            known.name or "", known.code or "", known.planned, row.text("planned"), outcome(row), cells
        )
