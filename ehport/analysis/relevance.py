"""Relevance: which focus areas the counted projects find themselves relevant to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins
from ehport.form.vocabulary import Level
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.member import Source

_RELEVANCE = Text("Prosjekter som oppgir relevans {level} for {area}", "Projects with relevance {level} to {area}")


@dataclass(frozen=True, slots=True)
class FocusAreaRelevance:
    """The counted projects that find themselves relevant to a focus area, by level."""

    code: str
    name: str
    projects: Mapping[Level, tuple[Listed, ...]]

    def count(self, level: Level) -> int:
        """Return how many projects have the level."""
        return len(self.projects[level])


def relevance_facts(areas: Iterable[FocusAreaRelevance], origins: Origins) -> Iterator[Fact]:
    """Yield how many projects find themselves relevant to each focus area, by level."""
    for area in areas:
        for level, projects in area.projects.items():
            words = rule(_RELEVANCE, level=level.label, area=area.code)
            cells = tuple(cell for each in projects for cell in _relevance(origins, each.id, area=area.code))
            yield Fact(f"relevance.{area.code}.{level.value}.count", len(projects), Unit.COUNT, words, cells)


def by_relevance(basis: Basis) -> tuple[FocusAreaRelevance, ...]:
    """Return every focus area of the round with the projects of each level."""
    names = basis.portfolio.round.focus_areas
    found = basis.relevance
    found = found[found["project_id"].isin(basis.counted["id"]) & found["level"].notna()]
    codes = sorted(names.keys() | set(found["area"].dropna()), key=sorting.key)
    return tuple(
        FocusAreaRelevance(
            code,
            names.get(code, ""),
            {
                level: basis.of(found.loc[(found["area"] == code) & (found["level"] == level.value), "project_id"])
                for level in Level
            },
        )
        for code in codes
    )


def _relevance(origins: Origins, project_id: str, *, area: str) -> Iterator[Source]:
    member = origins.members[project_id]
    for entry in member.entry.rows.get("relevance", ()) if member.entry else ():
        if entry.record.area == area:
            yield from member.submitted(entry, "level")
