"""Facts about what projects need of each other, and what they find themselves relevant to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.dependency_results import DependencyMap, FocusAreaRelevance, Link
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import Origins
from ehport.lang.language import Text
from ehport.model.member import Source

_LINKS = Text(
    "Avhengigheter som nevner et annet prosjekt i registeret, med nummer eller navn",
    "Dependencies that name another project of the register, by number or name",
)
_ELSEWHERE = Text(
    "Avhengigheter av andre enn prosjekter i registeret", "Dependencies on others than projects of the register"
)
_TROUBLED = Text(
    "Avhengigheter av prosjekter som er røde, pauset eller går ut",
    "Dependencies on projects that are red, paused or leaving",
)
_OVERDUE = Text(
    "Avhengigheter av andre prosjekter der fristen var før siste frist for innmelding",
    "Dependencies on other projects that were due before the cut-off day",
)
_HUBS = Text("Prosjekter som andre prosjekter avhenger av", "Projects that other projects depend on")
_NEEDED_BY = Text("Prosjekter som avhenger av {name}", "Projects that depend on {name}")
_RELEVANCE = Text("Prosjekter som oppgir relevans {level} for {area}", "Projects with relevance {level} to {area}")


def dependency_facts(between: DependencyMap) -> Iterator[Fact]:
    """Yield the facts about dependencies between projects."""
    overdue = [each for each in between.links if each.overdue]
    yield Fact("dependencies.links.count", len(between.links), Unit.COUNT, _LINKS, _cells(between.links))
    yield Fact("dependencies.elsewhere.count", between.elsewhere, Unit.COUNT, _ELSEWHERE, between.others)
    yield Fact("dependencies.troubled.count", len(between.troubled), Unit.COUNT, _TROUBLED, _cells(between.troubled))
    yield Fact("dependencies.overdue.count", len(overdue), Unit.COUNT, _OVERDUE, _cells(overdue))
    yield Fact("dependencies.hubs.count", len(between.hubs), Unit.COUNT, _HUBS, _cells(between.links))
    needed: dict[str, list[Link]] = {}
    for each in between.links:
        needed.setdefault(each.needed.id, []).append(each)
    for hub in between.hubs:
        words = rule(_NEEDED_BY, name=hub.project.name)
        yield Fact(hub.fact, len(hub.needed_by), Unit.COUNT, words, _cells(needed[hub.project.id]))


def relevance_facts(areas: Iterable[FocusAreaRelevance], origins: Origins) -> Iterator[Fact]:
    """Yield how many projects find themselves relevant to each focus area, by level."""
    for area in areas:
        for level, projects in area.projects.items():
            words = rule(_RELEVANCE, level=level.label, area=area.code)
            cells = tuple(cell for each in projects for cell in _relevance(origins, each.id, area=area.code))
            yield Fact(f"relevance.{area.code}.{level.value}.count", len(projects), Unit.COUNT, words, cells)


def _cells(links: Iterable[Link]) -> tuple[Source, ...]:
    return tuple(cell for each in links for cell in each.sources)


def _relevance(origins: Origins, project_id: str, *, area: str) -> Iterator[Source]:
    member = origins.members[project_id]
    for entry in member.entry.rows.get("relevance", ()) if member.entry else ():
        if entry.record.area == area:
            yield from member.submitted(entry, "level")
