"""Dependencies between the projects of the portfolio: who needs whom, and whom it is hard to depend on."""

from __future__ import annotations

from collections.abc import Callable

from ehport.analysis.basis import Basis
from ehport.analysis.dependency_results import DependencyMap, Hub, Link, Trouble
from ehport.analysis.listed import Listed
from ehport.form.planned import PlannedTime
from ehport.form.project import Dependency
from ehport.form.vocabulary import ProjectState, Rating, State
from ehport.lang import sorting
from ehport.model.member import EXITS, Member, Source
from ehport.model.mentions import names_of, needed_projects
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry

Needs = Callable[[Member, Entry[Dependency]], tuple[str, ...]]

_AWAITED = frozenset({State.PLANNED, State.POSTPONED, State.MISSED})


def dependency_map(basis: Basis) -> DependencyMap:
    """Return the dependencies of the counted projects on other projects of the register."""
    needs = needs_of(basis.portfolio)
    links: list[Link] = []
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
    return lambda member, entry: tuple(each for each in needed_projects(member, entry, names) if each in known)


def troubles(project: Listed) -> tuple[Trouble, ...]:
    """Return what makes a project hard to depend on."""
    found = {
        Trouble.RED: Rating.RED in (project.status, project.risk),
        Trouble.PAUSED: project.state is ProjectState.PAUSED,
        Trouble.LEAVING: project.state in EXITS,
    }
    return tuple(trouble for trouble, applies in found.items() if applies)


def _link(basis: Basis, member: Member, *, needed: str, entry: Entry[Dependency]) -> Link:
    record = entry.record
    return Link(
        needs=basis.everyone[member.id],
        needed=basis.everyone[needed],
        what=entry.text("what"),
        criticality=record.criticality,
        due=record.due,
        due_text=entry.text("due"),
        status=record.status,
        overdue=is_overdue(basis, record.due),
        troubles=troubles(basis.everyone[needed]),
        sources=member.submitted(entry, "on"),
    )


def is_overdue(basis: Basis, due: PlannedTime | None) -> bool:
    """Tell whether something was due before the cut-off day and is still to come."""
    last = due.latest() if due and due.state in _AWAITED else None
    return last is not None and last < basis.portfolio.round.cutoff


def _hubs(links: list[Link]) -> tuple[Hub, ...]:
    needed_by: dict[str, dict[str, Listed]] = {}
    projects = {each.needed.id: each.needed for each in links}
    for each in links:
        needed_by.setdefault(each.needed.id, {})[each.needs.id] = each.needs
    hubs = [Hub(projects[needed], tuple(by.values())) for needed, by in needed_by.items()]
    return tuple(sorted(hubs, key=lambda each: (-len(each.needed_by), sorting.key(each.project.id))))
