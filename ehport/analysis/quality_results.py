"""What is found about how actors answer, and what the office replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ehport.analysis.listed import Listed
from ehport.lang import numbers
from ehport.model.member import Source


@dataclass(frozen=True, slots=True)
class LateActor:
    """An actor whose submission of last round is used, and the ids of its projects."""

    actor: str
    name: str
    projects: tuple[str, ...]

    @property
    def fact(self) -> str:
        """The name of the number of its projects."""
        return f"submissions.{self.actor}.count"


@dataclass(frozen=True, slots=True)
class UntouchedActor:
    """An actor with projects that nobody touched since the workbook was sent out, and whether that is all of it."""

    actor: str
    name: str
    projects: tuple[str, ...]
    is_whole: bool

    @property
    def fact(self) -> str:
        """The name of the number of those projects."""
        return f"submissions.{self.actor}.untouched.count"


@dataclass(frozen=True, slots=True)
class ActorQuality:
    """How completely an actor answered: required answers asked for and given, and how the other values read.

    ``reserved`` counts values read with a reservation, ``unread`` answers that gave no value. ``cells`` has the
    cells of those that are answered, reserved or unread.
    """

    actor: str
    name: str
    projects: int
    required: int
    answered: int
    reserved: int
    unread: int
    cells: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"quality.{self.actor}"

    @property
    def share(self) -> int:
        """The whole percentage of the required answers that were given."""
        return numbers.shares((self.answered, self.required - self.answered))[0]


@dataclass(frozen=True, slots=True)
class AppliedAdjustment:
    """A submitted value that the office replaced: what was sent in, what counts, and why."""

    project: Listed
    field: str
    submitted: str
    value: str
    reason: str
    agreed_with: str
