"""What is found about projects that need each other, and about what they are relevant to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ehport.analysis.listed import Listed
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Criticality, Level, Rating
from ehport.model.member import Source


class Trouble(Enum):
    """What makes a project hard to depend on."""

    RED = "red"
    PAUSED = "paused"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Link:
    """A project that depends on another project of the register."""

    needs: Listed
    needed: Listed
    what: str
    criticality: Criticality | None
    due: PlannedTime | None
    due_text: str
    status: Rating | None
    overdue: bool
    troubles: tuple[Trouble, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Hub:
    """A project that others depend on, and which."""

    project: Listed
    needed_by: tuple[Listed, ...]

    @property
    def fact(self) -> str:
        """The name of how many need it."""
        return f"{self.project.fact}.needed_by.count"


@dataclass(frozen=True, slots=True)
class DependencyMap:
    """Dependencies between projects; ``others`` are the cells of those on others than the register's projects."""

    links: tuple[Link, ...]
    hubs: tuple[Hub, ...]
    others: tuple[Source, ...]

    @property
    def elsewhere(self) -> int:
        """The number of dependencies on others than projects of the register."""
        return len(self.others)

    @property
    def troubled(self) -> tuple[Link, ...]:
        """The dependencies on projects that are red, paused or leaving."""
        return tuple(each for each in self.links if each.troubles)


@dataclass(frozen=True, slots=True)
class FocusAreaRelevance:
    """The counted projects that find themselves relevant to a focus area, by level."""

    code: str
    name: str
    projects: Mapping[Level, tuple[Listed, ...]]

    def count(self, level: Level) -> int:
        """Return how many projects have the level."""
        return len(self.projects[level])
