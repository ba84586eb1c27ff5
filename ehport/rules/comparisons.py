"""Rules between a project and the rest of the portfolio: the register, the other projects, and who waits for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.vocabulary import ProjectState, Rating, State
from ehport.lang.folding import words
from ehport.lang.language import Text, same
from ehport.model.member import EXITS, Member
from ehport.model.mentions import Names, find_needed
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.submission import Entry
from ehport.rules.naming import are_alike, known_names, without_number
from ehport.rules.subject import Subject

ON = "dependencies.on"
_FATES = {
    ProjectState.LEAVING: Text("går ut av porteføljen", "leaves the portfolio"),
    ProjectState.COMPLETED: Text("er ferdigstilt", "is completed"),
}
_LEFT: Mapping[ProjectState | None, Text] = {
    ProjectState.LEAVING: Text("gikk ut av porteføljen i runde {round}", "left the portfolio in round {round}"),
    ProjectState.COMPLETED: Text("ble ferdigstilt i runde {round}", "was completed in round {round}"),
}
_OVER = frozenset({State.DELIVERED, State.CLOSED, State.DROPPED})


@dataclass(frozen=True, slots=True)
class ProjectComparison:
    """A submitted project beside what the register and the other projects say; ``names`` leads to their ids."""

    about: Subject
    member: Member
    portfolio: Portfolio
    names: Names

    def needs(self) -> Iterator[tuple[Entry[Any], Member]]:
        """Yield each dependency on another project of the register with that project."""
        for row in self.about.rows("dependencies"):
            for each in find_needed(self.member, row, self.names):
                if other := self.portfolio.member(each):
                    yield row, other

    def once(self) -> Iterator[tuple[Entry[Any], Member]]:
        """Yield the first dependency on each other project."""
        found: dict[str, tuple[Entry[Any], Member]] = {}
        for row, other in self.needs():
            found.setdefault(other.id, (row, other))
        yield from found.values()


def the_number_is_given(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project is reported under its number, not only under its name."""
    if not each.about.typed("id"):
        yield each.about.tell(Code.ID_MISSING, "id", id=each.member.id, name=each.member.name)


def the_name_is_known(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project goes by the name it has in the register, or by an earlier one."""
    given = words(without_number(each.about.project.name or ""))
    known = known_names(each.member)
    if not given or given in known:
        return
    alike = any(are_alike(given, name) for name in known)
    code = Code.NAME_VARIES if alike else Code.NAME_DIFFERS
    yield each.about.tell(code, "name", id=each.member.id, name=each.member.name)


def the_responsible_is_known(each: ProjectComparison) -> Iterator[Diagnostic]:
    """The responsible organisation is that of the register, under any of its names."""
    known = each.member.organisation
    given = words(each.about.project.responsible or "")
    names = {words(name or "") for name in (known.name, known.short_name, *aliases(known.aliases))}
    if given and given not in names | {words(each.member.responsible)}:
        yield each.about.tell(Code.RESPONSIBLE_DIFFERS, "responsible", responsible=each.member.responsible)


def the_area_is_that_of_the_register(each: ProjectComparison) -> Iterator[Diagnostic]:
    """The primary focus area is the one the register has."""
    given, known = each.about.project.focus_area, each.member.register.record.area
    if given and known and given != known:
        yield each.about.tell(Code.OTHER_AREA, "focus_area", area=known)


def a_paused_project_has_no_rating(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project that is paused in the register reports no colour."""
    if each.member.state is ProjectState.PAUSED and each.about.project.status is not None:
        yield each.about.tell(Code.PAUSED_WITH_RATING, "status")


def numbers_lead_to_projects(each: ProjectComparison) -> Iterator[Diagnostic]:
    """The number of a project that another depends on is in the register."""
    for row in each.about.rows("dependencies"):
        number = each.names.number(row.record.project or "")
        if number and each.portfolio.member(number) is None and number not in each.portfolio.former:
            yield each.about.tell(Code.DEPENDENCY_UNKNOWN, "dependencies.project", row)


def others_are_under_way(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project does not wait for one that is paused, leaving or completed."""
    for row, other in each.once():
        if other.state is ProjectState.PAUSED:
            yield each.about.tell(Code.DEPENDS_ON_PAUSED, ON, row, id=other.id, name=other.name)
        elif other.state in EXITS:
            facts = {"id": other.id, "name": other.name, "fate": _FATES[other.state]}
            yield each.about.tell(Code.DEPENDS_ON_LEAVING, ON, row, **facts)


def others_have_not_left(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project does not wait for one that left the portfolio in an earlier round, unless it has what it waited for."""
    told: set[str] = set()
    for row in each.about.rows("dependencies"):
        for number in find_needed(each.member, row, each.names):
            former = each.portfolio.former.get(number)
            if former is None or number in told or (row.record.due and row.record.due.state in _OVER):
                continue
            told.add(number)
            left = _LEFT.get(former.record.state, _LEFT[ProjectState.LEAVING])
            facts = {"id": number, "name": former.record.name, "fate": left.format(round=former.record.last_round)}
            yield each.about.tell(Code.DEPENDS_ON_LEAVING, ON, row, **facts)


def others_are_not_red(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project does not wait for one whose status is red."""
    for row, other in each.once():
        if other.is_active and other.status.value is Rating.RED:
            yield each.about.tell(Code.DEPENDS_ON_RED, ON, row, id=other.id, name=other.name)


def others_deliver_in_time(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A deadline is not earlier than the end of the project that is to deliver."""
    for row, other in each.needs():
        due = row.record.due
        ends = other.entry.record.ends if other.entry else None
        latest = due.latest() if due and due.state is State.PLANNED else None
        earliest = ends.earliest() if ends else None
        if other.is_active and latest and earliest and latest < earliest:
            typed = other.entry.text("ends") if other.entry else ""
            facts = {"id": other.id, "name": other.name, "ends": typed}
            yield each.about.tell(Code.DUE_BEFORE_DELIVERY, "dependencies.due", row, **facts)


def others_know_who_waits(each: ProjectComparison) -> Iterator[Diagnostic]:
    """A project that another waits for names it among its own dependencies."""
    for row, other in each.once():
        if other.entry is None or not other.is_active or _names_back(each, other):
            continue
        facts = {"id": other.id, "name": other.name, "responsible": other.responsible}
        yield each.about.tell(Code.NOT_NAMED_BACK, ON, row, **facts)


def _names_back(each: ProjectComparison, other: Member) -> bool:
    listed = other.entry.rows.get("dependencies", ()) if other.entry else ()
    return any(each.member.id in find_needed(other, row, each.names) for row in listed)


def where(about: Subject) -> Text:
    """Return where a project's sheet is."""
    return same(f"{about.submission.file.name} › {about.entry.sheet}")
