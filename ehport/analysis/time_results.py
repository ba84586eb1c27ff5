"""What is found about time: when projects end, and when deliverables come."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.listed import Listed
from ehport.form.planned import PlannedTime
from ehport.model.member import Source


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter, or a whole year where ``quarter`` is ``None``, and the projects that end in it."""

    year: int
    quarter: int | None
    projects: tuple[Listed, ...]

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"ends.{self.year}.q{self.quarter}" if self.quarter else f"ends.{self.year}.year"


@dataclass(frozen=True, slots=True)
class Ends:
    """When the counted projects end: by quarter, by year alone, and without an end that could be read."""

    quarters: tuple[Slot, ...]
    years: tuple[Slot, ...]
    unknown: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PlannedDeliverable:
    """One deliverable of a counted project; ``overdue`` at the cut-off day.

    ``first`` is when earlier rounds first planned it, where it is later now.
    """

    project: Listed
    code: str
    name: str
    planned: PlannedTime | None
    planned_text: str
    delivered: bool
    overdue: bool
    sources: tuple[Source, ...]
    first: PlannedTime | None = None

    @property
    def is_coming(self) -> bool:
        """Tell whether it is still to come: neither delivered nor past its time."""
        return not self.delivered and not self.overdue


@dataclass(frozen=True, slots=True)
class DeliverableSlot:
    """The deliverables of a quarter, of a year where only the year is known, or of the ``whole`` year."""

    year: int
    quarter: int | None
    deliverables: tuple[PlannedDeliverable, ...]
    whole: bool = False

    @property
    def fact(self) -> str:
        """The name of its facts."""
        within = "" if self.whole else f".q{self.quarter}" if self.quarter else ".year"
        return f"deliverables.{self.year}{within}"

    @property
    def delivered(self) -> int:
        """How many are delivered."""
        return sum(each.delivered for each in self.deliverables)

    @property
    def planned(self) -> int:
        """How many are not delivered."""
        return len(self.deliverables) - self.delivered


@dataclass(frozen=True, slots=True)
class Deliverables:
    """All deliverables of the counted projects, by quarter, by year alone, and without a readable time."""

    quarters: tuple[DeliverableSlot, ...]
    years: tuple[DeliverableSlot, ...]
    undated: tuple[PlannedDeliverable, ...]

    @property
    def slots(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, as precisely as it is known."""
        return (*self.quarters, *self.years)

    @property
    def every(self) -> tuple[PlannedDeliverable, ...]:
        """All of them, those without a time last."""
        return (*(each for slot in self.slots for each in slot.deliverables), *self.undated)

    @property
    def whole_years(self) -> tuple[DeliverableSlot, ...]:
        """Everything that has a time, year by year."""
        years: dict[int, tuple[PlannedDeliverable, ...]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.year):
            years[slot.year] = years.get(slot.year, ()) + slot.deliverables
        return tuple(DeliverableSlot(year, None, found, whole=True) for year, found in years.items())
