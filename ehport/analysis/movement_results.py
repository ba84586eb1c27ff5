"""What is found about projects that come, stand still and go."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.listed import Listed
from ehport.form.vocabulary import Answer


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
