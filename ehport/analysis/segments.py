"""The segments: where the office places the counted projects, and where their actors see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis, total
from ehport.analysis.listed import Listed, Total
from ehport.form.vocabulary import Segment

OFFICE, ACTOR = "office", "actor"
PLACES: tuple[Segment | None, ...] = (*Segment, None)
Projects = tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """The counted projects by segment as one side sees it, office or actor; ``None`` is in no segment."""

    side: str
    projects: Mapping[Segment | None, Projects]
    budgets: Mapping[Segment | None, Total]

    @property
    def is_given(self) -> bool:
        """Tell whether the side places any project."""
        return any(self.projects[each] for each in Segment)

    @property
    def placed(self) -> Projects:
        """The projects that the side places in a segment."""
        return tuple(each for place in Segment for each in self.projects[place])

    @property
    def placed_fact(self) -> str:
        """The name of how many projects the side places in a segment."""
        return f"segments.{self.side}.placed.count"

    def fact(self, segment: Segment | None) -> str:
        """Return what the names of the facts about a segment begin with."""
        return f"segments.{self.side}.{word(segment)}"


@dataclass(frozen=True, slots=True)
class SegmentDifference:
    """A project that office and actor place in different segments."""

    project: Listed
    office: Segment
    actor: Segment


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments as both sides see them, the projects by both, and where they differ."""

    office: SegmentView
    actor: SegmentView
    crossed: Mapping[tuple[Segment | None, Segment | None], Projects]
    differences: tuple[SegmentDifference, ...]

    @property
    def sides(self) -> tuple[SegmentView, ...]:
        """The sides that place any project."""
        return tuple(each for each in (self.office, self.actor) if each.is_given)


def segments(basis: Basis) -> Segments:
    """Return the segments of the counted projects."""
    placed = {each: basis.members[each].register.record.segment for each in basis.counted["id"]}
    seen = {each: basis.members[each].known("segment").value for each in basis.counted["id"]}
    crossed = {
        (office, actor): basis.of(each for each in placed if placed[each] is office and seen[each] is actor)
        for office in PLACES
        for actor in PLACES
    }
    return Segments(
        office=_view(basis, OFFICE, placed),
        actor=_view(basis, ACTOR, seen),
        crossed=crossed,
        differences=tuple(_differences(basis, placed, seen)),
    )


def word(segment: Segment | None) -> str:
    """Return what a segment, or none, is called in the names of facts."""
    return segment.value if segment else "none"


def crossed_fact(office: Segment | None, actor: Segment | None) -> str:
    """Return the name of how many projects the office places in one segment and their actors in another."""
    return f"segments.crossed.{word(office)}.{word(actor)}.count"


def _view(basis: Basis, side: str, given: Mapping[str, Segment | None]) -> SegmentView:
    projects = {place: basis.of(each for each, own in given.items() if own is place) for place in PLACES}
    return SegmentView(side, projects, {place: total(found) for place, found in projects.items()})


def _differences(
    basis: Basis, placed: Mapping[str, Segment | None], seen: Mapping[str, Segment | None]
) -> list[SegmentDifference]:
    both = ((each, office, seen[each]) for each, office in placed.items())
    return [
        SegmentDifference(basis.everyone[each], office, actor)
        for each, office, actor in both
        if office and actor and office is not actor
    ]
