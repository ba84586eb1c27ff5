"""What projects wait for, as the analysis finds it: records that name projects by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Criticality, Rating
from ehport.lang import sorting
from ehport.lang.folding import slug
from ehport.model.member import Source


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a project waits for, as it is reported; ``is_overdue`` at the cut-off day.

    It is red when it is reported so, or when the project that is needed is red.
    """

    project: str
    on: str
    what: str
    criticality: Criticality | None
    due: PlannedTime | None
    due_text: str
    status: Rating | None
    is_red: bool
    is_overdue: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A project that waits, and all that it waits for from the same project or party."""

    project: str
    needs: tuple[Need, ...]

    @property
    def is_red(self) -> bool:
        """Tell whether something of it is red."""
        return any(each.is_red for each in self.needs)

    @property
    def is_overdue(self) -> bool:
        """Tell whether something of it should have come already."""
        return any(each.is_overdue for each in self.needs)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A project of the register, or a party outside it, with the projects that wait for it."""

    name: str
    project: str
    waits: tuple[Wait, ...]

    @property
    def fact(self) -> str:
        """The name of how many wait for it."""
        return f"{f'project.{self.project}' if self.project else f'party.{slug(self.name)}'}.awaited_by.count"

    @property
    def troubled(self) -> int:
        """How many of the waits are red or overdue."""
        return sum(each.is_red or each.is_overdue for each in self.waits)


@dataclass(frozen=True, slots=True)
class WaitingMap:
    """Who waits for whom; what most wait for comes first.

    ``shown`` are those with most waits that there is room for on a page, ``alone`` the dependencies on others that no
    second project names.
    """

    shown: tuple[Awaited, ...] = ()
    left_out: tuple[Awaited, ...] = ()
    alone: tuple[Need, ...] = ()

    @property
    def every(self) -> tuple[Awaited, ...]:
        """All that somebody waits for, of the register or named by several."""
        return (*self.shown, *self.left_out)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """All waits."""
        return tuple(wait for each in self.every for wait in each.waits)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the projects that wait, each once."""
        return tuple(dict.fromkeys(each.project for each in self.waits))

    @property
    def urgent(self) -> tuple[Need, ...]:
        """The dependencies that are red or overdue, each once, the red ones first, in the order of the projects."""
        listed = [need for wait in self.waits for need in wait.needs] + [*self.alone]
        found: dict[tuple[Source, ...], Need] = {}
        for need in sorted(listed, key=lambda each: (not each.is_red, sorting.key(each.project))):
            if need.is_red or need.is_overdue:
                found.setdefault(need.sources, need)
        return tuple(found.values())
