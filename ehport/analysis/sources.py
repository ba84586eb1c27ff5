"""Sources: the cells that facts about projects come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ehport.analysis.basis import Listed
from ehport.model.member import Known, Member, Source
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE

Sources = tuple[Source, ...]


class Traced(Protocol):
    """What is known from some cells."""

    @property
    def sources(self) -> Sources:
        """The cells."""


@dataclass(frozen=True, slots=True)
class Origins:
    """The members of a portfolio by id, asked for the cells behind what is printed about them."""

    members: Mapping[str, Member]

    def registered(self, projects: Iterable[Listed], field: str) -> Sources:
        """Return the register's cells of one field."""
        return self._each(projects, lambda member: member.registered(field))

    def money(self, projects: Iterable[Listed], period: str = "budget_year") -> Sources:
        """Return the cells of the projects' money in a period."""
        return self._each(projects, lambda member: member.amount(period).sources)

    def answers(self, projects: Iterable[Listed], field: str) -> Sources:
        """Return the cells of one answer, with the adjustments of it."""
        return self._each(projects, lambda member: _known(member, field).sources)

    def _each(self, projects: Iterable[Listed], cells: Callable[[Member], Sources]) -> Sources:
        return tuple(cell for each in projects for cell in cells(self.members[each.id]))


def origins_of(portfolio: Portfolio) -> Origins:
    """Return the origins of a portfolio's facts."""
    return Origins({each.id: each for each in portfolio.members})


def cells_of(found: Iterable[Traced]) -> Sources:
    """Return the cells of several things together."""
    return tuple(cell for each in found for cell in each.sources)


def from_round(name: str, value: object) -> Sources:
    """Return the line of ``round.toml`` that a fact comes from."""
    return (Source(FILE, "", name, str(value), str(value)),)


def _known(member: Member, field: str) -> Known[Any]:
    if field == "focus_area":
        return member.area
    return member.known(field)
