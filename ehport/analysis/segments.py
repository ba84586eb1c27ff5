"""The segments: where the office places the counted projects, and where their actors see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed, total
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins, Sources
from ehport.analysis.sums import sum_facts
from ehport.form.vocabulary import Segment
from ehport.lang.language import Text
from ehport.model.total import Total

_SIDES = {
    True: Text(
        "Prosjekter i porteføljen som kontoret har plassert i segmentet {segment} i registeret",
        "Projects of the portfolio that the office places in the segment {segment} in the register",
    ),
    False: Text(
        "Prosjekter i porteføljen som aktøren selv ser i segmentet {segment}",
        "Projects of the portfolio that their actors see in the segment {segment}",
    ),
}
_PLACED = {
    True: Text(
        "Prosjekter i porteføljen som kontoret har plassert i et segment i registeret",
        "Projects of the portfolio that the office places in a segment in the register",
    ),
    False: Text(
        "Prosjekter i porteføljen som aktøren selv ser i et segment",
        "Projects of the portfolio that their actors see in a segment",
    ),
}
_MONEY = Text("Budsjettet i år. {projects}", "This year's budget. {projects}")
_CROSSED = Text(
    "Prosjekter i porteføljen der kontoret sier {office} og aktøren {actor}",
    "Projects of the portfolio of which the office says {office} and the actor {actor}",
)
_DIFFER = Text(
    "Prosjekter i porteføljen som kontor og aktør plasserer i ulike segmenter",
    "Projects of the portfolio that office and actor place in different segments",
)
_NONE = Text("(ikke plassert)", "(not placed)")
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


def segment_facts(found: Segments, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about segments; none where a round does not place projects."""
    for view in found.sides:
        placed, every = view.placed, _PLACED[view.side == OFFICE]
        yield Fact(view.placed_fact, len(placed), Unit.COUNT, every, _cells(view, placed, origins=origins))
        for segment, projects in view.projects.items():
            words = rule(_SIDES[view.side == OFFICE], segment=_label(segment))
            cells = _cells(view, projects, origins=origins) if segment else origins.registered(projects, "id")
            name = view.fact(segment)
            yield Fact(f"{name}.count", len(projects), Unit.COUNT, words, cells)
            money = rule(_MONEY, projects=words)
            yield from sum_facts(name, view.budgets[segment], projects=projects, words=money, origins=origins)
    if len(found.sides) > 1:
        yield from _crossed(found, origins)


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


def _crossed(found: Segments, origins: Origins) -> Iterator[Fact]:
    for (office, actor), projects in found.crossed.items():
        words = rule(_CROSSED, office=_label(office), actor=_label(actor))
        yield Fact(crossed_fact(office, actor), len(projects), Unit.COUNT, words, _both(projects, origins))
    differing = tuple(each.project for each in found.differences)
    yield Fact("segments.differ.count", len(differing), Unit.COUNT, _DIFFER, _both(differing, origins))


def _cells(view: SegmentView, projects: Iterable[Listed], *, origins: Origins) -> Sources:
    read = origins.registered if view.side == OFFICE else origins.answers
    return read(projects, "segment")


def _both(projects: tuple[Listed, ...], origins: Origins) -> Sources:
    return (*origins.registered(projects, "segment"), *origins.answers(projects, "segment"))


def _label(segment: Segment | None) -> Text:
    return segment.label if segment else _NONE


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
