"""Dependencies between the projects of the portfolio: who needs whom, and whom it is hard to depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import cells_of
from ehport.analysis.sums import how_many
from ehport.form.planned import PlannedTime
from ehport.form.project import Dependency
from ehport.form.vocabulary import Criticality, ProjectState, Rating, State
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.member import EXITS, Member, Source
from ehport.model.mentions import find_needed, names_of
from ehport.model.met import is_met
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry

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
Needs = Callable[[Member, Entry[Dependency]], tuple[str, ...]]
_AWAITED = frozenset({State.PLANNED, State.POSTPONED, State.MISSED})


class Trouble(Enum):
    """What makes a project hard to depend on."""

    RED = "red"
    PAUSED = "paused"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class ProjectLink:
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
    is_met: bool = False


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

    links: tuple[ProjectLink, ...]
    hubs: tuple[Hub, ...]
    others: tuple[Source, ...]

    @property
    def elsewhere(self) -> int:
        """The number of dependencies on others than projects of the register."""
        return len(self.others)

    @property
    def troubled(self) -> tuple[ProjectLink, ...]:
        """The dependencies that are not met, on projects that are red, paused or leaving."""
        return tuple(each for each in self.links if each.troubles and not each.is_met)


def dependency_facts(between: DependencyMap) -> Iterator[Fact]:
    """Yield the facts about dependencies between projects."""
    overdue = [each for each in between.links if each.overdue]
    yield how_many("dependencies.links.count", between.links, _LINKS)
    yield Fact("dependencies.elsewhere.count", between.elsewhere, Unit.COUNT, _ELSEWHERE, between.others)
    yield how_many("dependencies.troubled.count", between.troubled, _TROUBLED)
    yield how_many("dependencies.overdue.count", overdue, _OVERDUE)
    yield Fact("dependencies.hubs.count", len(between.hubs), Unit.COUNT, _HUBS, cells_of(between.links))
    needed: dict[str, list[ProjectLink]] = {}
    for each in between.links:
        needed.setdefault(each.needed.id, []).append(each)
    for hub in between.hubs:
        words = rule(_NEEDED_BY, name=hub.project.name)
        yield Fact(hub.fact, len(hub.needed_by), Unit.COUNT, words, cells_of(needed[hub.project.id]))


def dependency_map(basis: Basis) -> DependencyMap:
    """Return the dependencies of the counted projects on other projects of the register."""
    needs = needs_of(basis.portfolio)
    links: list[ProjectLink] = []
    others: list[Source] = []
    for member in basis.portfolio.counted:
        for entry in member.entry.rows.get("dependencies", ()) if member.entry else ():
            needed = needs(member, entry)
            links += [_link(basis, member, needed=each, entry=entry) for each in needed]
            others += () if needed else member.submitted(entry, "on")
    return DependencyMap(tuple(links), _hubs(links), tuple(others))


def needs_of(portfolio: Portfolio) -> Needs:
    """Return what finds the ids of the register's projects that a project's dependency is on."""
    names, known = names_of(portfolio), {each.id for each in portfolio.members}
    return lambda member, entry: tuple(each for each in find_needed(member, entry, names) if each in known)


def troubles(project: Listed) -> tuple[Trouble, ...]:
    """Return what makes a project hard to depend on."""
    found = {
        Trouble.RED: Rating.RED in (project.status, project.risk),
        Trouble.PAUSED: project.state is ProjectState.PAUSED,
        Trouble.LEAVING: project.state in EXITS,
    }
    return tuple(trouble for trouble, applies in found.items() if applies)


def is_overdue(basis: Basis, member: Member, entry: Entry[Dependency]) -> bool:
    """Tell whether a dependency was due before the cut-off day, and nothing says that it is met."""
    due = entry.record.due
    if member.entry and is_met(member.entry, entry):
        return False
    last = due.latest() if due and due.state in _AWAITED else None
    return last is not None and last < basis.portfolio.round.cutoff


def _link(basis: Basis, member: Member, *, needed: str, entry: Entry[Dependency]) -> ProjectLink:
    record = entry.record
    return ProjectLink(
        needs=basis.everyone[member.id],
        needed=basis.everyone[needed],
        what=entry.text("what"),
        criticality=record.criticality,
        due=record.due,
        due_text=entry.text("due"),
        status=record.status,
        overdue=is_overdue(basis, member, entry),
        is_met=member.entry is not None and is_met(member.entry, entry),
        troubles=troubles(basis.everyone[needed]),
        sources=member.submitted(entry, "on"),
    )


def _hubs(links: list[ProjectLink]) -> tuple[Hub, ...]:
    needed_by: dict[str, dict[str, Listed]] = {}
    projects = {each.needed.id: each.needed for each in links}
    for each in links:
        needed_by.setdefault(each.needed.id, {})[each.needs.id] = each.needs
    hubs = [Hub(projects[needed], tuple(by.values())) for needed, by in needed_by.items()]
    return tuple(sorted(hubs, key=lambda each: (-len(each.needed_by), sorting.key(each.project.id))))
