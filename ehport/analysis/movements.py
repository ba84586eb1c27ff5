"""Movements: the projects that are new, paused, leaving, completed or candidates."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed
from ehport.form.vocabulary import Answer, ProjectState
from ehport.model.member import EXITS, Member


@dataclass(frozen=True, slots=True)
class Movement:
    """A project that is new, paused, leaving, completed or a candidate, with the register's words about it.

    ``budget`` is the project's own money this year and ``next_year`` next year's; no total counts it when the
    project is paused or leaves.
    """

    project: Listed
    budget: int | None
    next_year: int | None
    next_steps: str
    description: str
    result: str
    remaining: str
    on_time: Answer | None
    paused_until: str


@dataclass(frozen=True, slots=True)
class Movements:
    """What came, stands still, goes and may come; a completed project also leaves."""

    new: tuple[Movement, ...]
    paused: tuple[Movement, ...]
    leaving: tuple[Movement, ...]
    completed: tuple[Movement, ...]
    candidates: tuple[Movement, ...]


def movements(basis: Basis) -> Movements:
    """Return what came, stands still, goes and may come, as the register says."""
    return Movements(
        new=_in_state(basis, ProjectState.NEW),
        paused=_in_state(basis, ProjectState.PAUSED),
        leaving=_in_state(basis, *EXITS),
        completed=_in_state(basis, ProjectState.COMPLETED),
        candidates=_in_state(basis, ProjectState.CANDIDATE),
    )


def _in_state(basis: Basis, *states: ProjectState) -> tuple[Movement, ...]:
    return tuple(_movement(basis, each) for each in basis.portfolio.in_state(*states))


def _movement(basis: Basis, member: Member) -> Movement:
    known = member.register.record
    return Movement(
        project=basis.everyone[member.id],
        budget=member.amount("budget_year").value,
        next_year=member.amount("next_year").value,
        next_steps=known.next_steps or "",
        description=known.description or "",
        result=known.result or "",
        remaining=known.remaining or "",
        on_time=known.on_time,
        paused_until=known.paused_until or "",
    )
