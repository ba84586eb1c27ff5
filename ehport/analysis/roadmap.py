"""The roadmap of national e-health solutions: which of its activities the counted projects carry out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit
from ehport.analysis.sources import cells_of
from ehport.lang.language import Text
from ehport.model.member import Member, Source
from ehport.model.submission import Entry

_ACTIVITIES = Text(
    "Aktiviteter i veikartet som prosjektene i porteføljen melder", "Roadmap activities that the projects report"
)
_ROADMAP_PROJECTS = Text(
    "Prosjekter i porteføljen som melder aktiviteter i veikartet",
    "Projects of the portfolio that report activities of the roadmap",
)
FIELD = "roadmap"


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the roadmap as a project writes it, and when it is planned."""

    name: str
    planned_text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ProjectActivities:
    """A project and the activities of the roadmap that it carries out."""

    project: Listed
    activities: tuple[Activity, ...]

    @property
    def fact(self) -> str:
        """The name of how many they are."""
        return f"{self.project.fact}.roadmap.count"


def roadmap_facts(found: tuple[ProjectActivities, ...]) -> Iterator[Fact]:
    """Yield the facts about the activities of the roadmap; none where no project reports one."""
    if not found:
        return
    cells = {each.project.id: cells_of(each.activities) for each in found}
    every = tuple(cell for own in cells.values() for cell in own)
    yield Fact("roadmap.activities.count", len(every), Unit.COUNT, _ACTIVITIES, every)
    yield Fact("roadmap.projects.count", len(found), Unit.COUNT, _ROADMAP_PROJECTS, every)
    for each in found:
        yield Fact(each.fact, len(each.activities), Unit.COUNT, _ACTIVITIES, cells[each.project.id])


def roadmap(basis: Basis) -> tuple[ProjectActivities, ...]:
    """Return the counted projects that carry out activities of the roadmap."""
    found = (ProjectActivities(basis.everyone[each], _activities(basis.members[each])) for each in basis.counted["id"])
    return tuple(each for each in found if each.activities)


def _activities(member: Member) -> tuple[Activity, ...]:
    rows = member.entry.rows.get(FIELD, ()) if member.entry else ()
    return tuple(_activity(member, each) for each in rows if each.text("activity").strip())


def _activity(member: Member, row: Entry[object]) -> Activity:
    return Activity(row.text("activity"), row.text("planned"), member.submitted(row, "activity"))
