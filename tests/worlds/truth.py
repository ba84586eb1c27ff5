"""The truth about a world: what the report's numbers must be, reckoned from what the world was invented from.

Nothing of the program's own analysis is used. Percentages of a whole may be rounded up or down to a whole number, so
that they add up to 100, and are held to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from tests.worlds.world import (
    CANDIDATE,
    COMPLETED,
    GREEN,
    LEAVING,
    NEW,
    ORGANISATIONS,
    PAUSED,
    RATINGS,
    RED,
    YELLOW,
    Month,
    Organisation,
    Project,
    World,
    adjusted,
)

WORDS = {RED: "red", YELLOW: "yellow", GREEN: "green", None: "unrated"}
Value = int | None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole as a percentage: any whole number less than one away from it."""

    part: int
    whole: int

    def allows(self, percentage: int) -> bool:
        """Tell whether a percentage may stand for the share."""
        return percentage == 0 if self.whole <= 0 else abs(100 * self.part - percentage * self.whole) < self.whole


def known_of(world: World) -> tuple[Project, ...]:
    """Return the projects as the round knows them: adjusted, and without what a silent actor would have said."""
    return tuple(adjusted(world, _told(world, each)) for each in world.projects)


def _told(world: World, project: Project) -> Project:
    if project.sender in world.late and world.before:
        return _a_year_on(project, world.before.project(project.id), world)
    if not project.sender or project.sender in world.silent:
        return _unsaid(project)
    return project


def _unsaid(project: Project) -> Project:
    return replace(
        project, sender="", area=None, status=None, risk=None, money={}, total_cost=None, ends=None, phase="",
        deliverables=(), needs=(), relevance={}, others={}, lists={}
    )  # fmt: skip


def _a_year_on(project: Project, before: Project | None, world: World) -> Project:
    """Return a project of a late actor as its last submission describes it."""
    if before is None or before.sender != project.sender or not world.before:
        return _unsaid(project)
    asked = range(world.before.budget_year - 1, world.before.budget_year + 2)
    money = {year: amount for year, amount in before.money.items() if year in asked}
    return replace(
        before, name=project.name, responsible=project.responsible, state=project.state,
        registered_area=project.registered_area, of_register=project.of_register, money=money
    )  # fmt: skip


@dataclass(frozen=True)
class Truth:
    """A world reckoned up."""

    world: World

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """All projects of the register, as the round knows them."""
        return known_of(self.world)

    @cached_property
    def counted(self) -> tuple[Project, ...]:
        """The portfolio's projects."""
        return tuple(each for each in self.projects if each.is_counted)

    @cached_property
    def active(self) -> tuple[Project, ...]:
        """Those whose ratings and money count."""
        return tuple(each for each in self.projects if each.is_active)

    @cached_property
    def ending(self) -> tuple[Project, ...]:
        """Those of the portfolio that end in the budget year or before."""
        return tuple(each for each in self.counted if each.ends and each.ends[0] <= self.world.budget_year)

    @cached_property
    def next_year(self) -> tuple[Project, ...]:
        """Those that are expected next year."""
        going_on = [each for each in self.counted if each not in self.ending]
        return (*going_on, *(each for each in self.projects if each.state == CANDIDATE))

    @cached_property
    def before(self) -> Truth | None:
        """The round before, where its projects are known."""
        return Truth(self.world.before) if self.world.before and self.world.before.projects else None

    def paid(self, projects: Iterable[Project], *, year: int = 0) -> list[Value]:
        """Return the amount of each project that is paid in a year, the budget year unless told otherwise."""
        of = [each for each in projects if each.is_active or each.state == CANDIDATE]
        return [each.money.get(year or self.world.budget_year) for each in of]

    def budget(self, projects: Iterable[Project], *, year: int = 0) -> Value:
        """Return what projects have together, nothing when none of them gave an amount."""
        return summed(self.paid(projects, year=year))

    def rated(self, field: str, rating: str | None = None) -> list[Project]:
        """Return the active projects with a rating, or with a certain one."""
        given = [each for each in self.active if getattr(each, field) is not None]
        return given if rating is None else [each for each in given if getattr(each, field) == rating]

    def area(self, project: Project) -> str | None:
        """Return a project's primary focus area."""
        return project.area or project.registered_area

    def by_organisation(self) -> dict[Organisation, list[Project]]:
        """Return the portfolio's projects by who is responsible."""
        of = {each: [one for one in self.counted if one.responsible == each.name] for each in ORGANISATIONS}
        return {each: found for each, found in of.items() if found}

    @cached_property
    def deliverables(self) -> list[tuple[Project, str, Month | None, str]]:
        """Return the deliverables of the portfolio, but for those that are dropped: project, name, time and state."""
        rows = ((project, each) for project in self.counted for each in project.deliverables)
        return [(project, each.name, each.planned, each.state) for project, each in rows if each.state != "Utgår"]

    @cached_property
    def facts(self) -> Mapping[str, Value | Share]:
        """Return what numbers must be by the names of their facts."""
        return {**dict(self._own()), **dict(self._since()), **dict(self._trends())}

    def _own(self) -> Iterator[tuple[str, Value | Share]]:
        yield from self._counts()
        yield from self._money()
        yield from self._areas()
        for field in ("status", "risk"):
            yield from self._ratings(field)
        yield from self._matrix()
        yield from self._times()

    def _counts(self) -> Iterator[tuple[str, Value | Share]]:
        states = [each.state for each in self.projects]
        yield "projects.count", len(self.counted)
        yield "projects.active.count", len(self.active)
        yield "projects.new.count", states.count(NEW)
        yield "projects.paused.count", states.count(PAUSED)
        yield "projects.leaving.count", states.count(LEAVING) + states.count(COMPLETED)
        yield "projects.completed.count", states.count(COMPLETED)
        yield "projects.candidates.count", states.count(CANDIDATE)
        yield "projects.handed_in.count", sum(each.is_sent for each in self.counted)
        yield "projects.not_handed_in.count", sum(not each.is_sent for each in self.counted)
        yield "adjustments.count", len(self.world.adjustments)
        yield "late.count", len(self.world.late)
        yield "round.actors.count", len(self.world.actors)
        yield "ending.count", len(self.ending)
        yield "next.projects.count", len(self.next_year)

    def _money(self) -> Iterator[tuple[str, Value | Share]]:
        yield from _total("budget", self.paid(self.active), total="budget.total")
        if not self.counted:
            yield "budget.total", 0
        later = self.paid(self.next_year, year=self.world.budget_year + 1)
        yield from _total("budget.next", later, total="budget.next.total")
        whole = summed(self.paid(self.counted)) or 0
        groups: dict[str, list[Project]] = {}
        for organisation, projects in self.by_organisation().items():
            name = f"actor.{_slug(organisation.short)}"
            yield f"{name}.count", len(projects)
            yield from _total(name, self.paid(projects), total=f"{name}.budget")
            yield f"{name}.share", Share(self.budget(projects) or 0, whole)
            groups.setdefault(organisation.group, []).extend(projects)
        for group, projects in groups.items():
            name = f"group.{_slug(group)}"
            yield f"{name}.count", len(projects)
            yield f"{name}.share", Share(self.budget(projects) or 0, whole)
            yield from _total(name, self.paid(projects), total=f"{name}.budget")
        yield "groups.count", len(groups)
        yield "organisations.count", len(self.by_organisation())

    def _areas(self) -> Iterator[tuple[str, Value | Share]]:
        placed = [each for each in self.counted if self.area(each)]
        whole = self.budget(placed) or 0
        for code in sorted({self.area(each) or "" for each in placed}):
            projects = [each for each in placed if self.area(each) == code]
            yield f"area.{code}.count", len(projects)
            yield from _total(f"area.{code}", self.paid(projects), total=f"area.{code}.budget")
            yield f"area.{code}.share", Share(self.budget(projects) or 0, whole)
        later = [each for each in self.next_year if self.area(each)]
        for code in sorted({(self.area(each) or "")[0] for each in (*placed, *later)}):
            now, then = ([each for each in of if (self.area(each) or "")[0] == code] for of in (placed, later))
            yield f"strategic.{code}.count", len(now)
            yield f"strategic.{code}.budget", self.budget(now) if now else 0
            yield f"strategic.{code}.next", self.budget(then, year=self.world.budget_year + 1) if then else 0

    def _ratings(self, field: str) -> Iterator[tuple[str, Value | Share]]:
        rated = self.rated(field)
        whole = self.budget(rated) or 0
        yield f"{field}.rated.count", len(rated)
        yield f"{field}.unrated.count", len(self.active) - len(rated)
        for rating in RATINGS:
            projects = self.rated(field, rating)
            name = f"{field}.{WORDS[rating]}"
            yield f"{name}.count", len(projects)
            yield f"{name}.share", Share(len(projects), len(rated))
            yield f"{name}.amount", self.budget(projects) if projects else 0
            yield f"{name}.amount_share", Share(self.budget(projects) or 0, whole)

    def _matrix(self) -> Iterator[tuple[str, Value | Share]]:
        both = [each for each in self.active if each.status and each.risk]
        whole = self.budget(both) or 0
        yield "matrix.rated.count", len(both)
        for status in RATINGS:
            for risk in RATINGS:
                projects = [each for each in both if (each.status, each.risk) == (status, risk)]
                name = f"matrix.{WORDS[status]}.{WORDS[risk]}"
                yield f"{name}.count", len(projects)
                yield f"{name}.amount", self.budget(projects) if projects else 0
                yield f"{name}.amount_share", Share(self.budget(projects) or 0, whole)

    def _times(self) -> Iterator[tuple[str, Value | Share]]:
        delivered = [each for each in self.deliverables if each[3] == "Levert"]
        late = [each for each in self.deliverables if each[3] != "Levert" and self.is_past(each[2])]
        yield "deliverables.count", len(self.deliverables)
        yield "deliverables.delivered.count", len(delivered)
        yield "deliverables.overdue.count", len(late)
        yield "deliverables.coming.count", len(self.deliverables) - len(delivered) - len(late)
        yield "deliverables.undated.count", sum(each[2] is None for each in self.deliverables)
        yield "ends.unknown.count", sum(each.ends is None for each in self.counted)
        ends = sorted(each.ends[0] for each in self.counted if each.ends)
        yield from ((f"ends.{year}.count", len(list(found))) for year, found in groupby(ends))

    def _since(self) -> Iterator[tuple[str, Value | Share]]:
        """Yield what the numbers of the round before were, and by how much those of this one differ."""
        if self.before is None:
            return
        now = dict(self._own())
        is_like = self.before.world.budget_year == self.world.budget_year
        for name, value in self.before._own():
            if value is not None and name.split(".")[0] not in ("deliverables", "late"):
                yield f"previous.{name}", value
                current = now.get(name)
                if isinstance(value, int) and isinstance(current, int) and (is_like or not _is_money(name)):
                    yield f"change.{name}", current - value

    def _trends(self) -> Iterator[tuple[str, Value | Share]]:
        """Yield what each round with projects had of what is followed over rounds."""
        for world in self.world.rounds:
            own = dict(Truth(world)._own())
            names = ["projects.count", "budget.total", "status.rated.count", "risk.rated.count"]
            rated = [field for field in ("status", "risk") if own[f"{field}.rated.count"]]
            names += [f"{field}.{WORDS[rating]}.share" for field in rated for rating in RATINGS]
            if world.projects or world is self.world:
                yield from ((f"trend.{name}.{world.id}", own[name]) for name in names if own[name] is not None)

    def is_past(self, when: Month | None) -> bool:
        """Tell whether the last day of a month was before the cut-off day."""
        return when is not None and _last_day(when) < self.world.cutoff


def differences(truth: Mapping[str, Value | Share], printed: Mapping[str, object]) -> Iterator[str]:
    """Yield the facts that are not what they must be."""
    for name, value in truth.items():
        if name in printed:
            found = printed[name]
            is_right = value.allows(found) if isinstance(value, Share) and isinstance(found, int) else found == value
            if not is_right and not (isinstance(value, Share) and found is None):
                yield f"{name} is {found}, not {value}"


def summed(amounts: Sequence[Value]) -> Value:
    """Return the sum of the amounts that are known, nothing when none is."""
    known = [each for each in amounts if each is not None]
    return sum(known) if known else None


def _total(name: str, amounts: Sequence[Value], *, total: str) -> Iterator[tuple[str, Value | Share]]:
    yield total, summed(amounts)
    yield f"{name}.counted.count", sum(each is not None for each in amounts)
    yield f"{name}.missing.count", sum(each is None for each in amounts)


def _is_money(name: str) -> bool:
    return name.endswith((".total", ".budget", ".amount", ".next"))


def _slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans({"æ": "ae", "ø": "o", "å": "a"}))
    return "-".join(plain.split())


def _last_day(when: Month) -> date:
    year, month = when
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
