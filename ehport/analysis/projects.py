"""Projects: how many there are of each sort, their names, and each project by its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.analysis.basis import Listed
from ehport.analysis.fact import Fact, Unit
from ehport.analysis.movements import Movement
from ehport.analysis.sources import Origins
from ehport.analysis.summary import Summary
from ehport.analysis.sums import sum_facts
from ehport.form.field import Field, field_of
from ehport.form.project import Project
from ehport.form.register import RegisterProject
from ehport.lang.language import Lang, Text
from ehport.model.member import Known, Member
from ehport.model.portfolio import PERIODS

_TOTAL = Text(
    "Budsjettet i år for aktive og nye prosjekter; et pauset prosjekt teller som prosjekt, pengene teller ikke",
    "This year's budget of active and new projects; a paused project counts as a project, its money does not",
)
_COUNTED = Text(
    "Prosjekter som er aktive, nye eller pauset i registeret", "Projects that are active, new or paused in the register"
)
_ACTIVE = Text("Prosjekter som er aktive eller nye i registeret", "Projects that are active or new in the register")
_NEW = Text("Prosjekter som er nye i registeret", "Projects that are new in the register")
_PAUSED = Text("Prosjekter som er pauset i registeret", "Projects that are paused in the register")
_LEAVING = Text(
    "Prosjekter som går ut eller er ferdigstilt i registeret", "Projects that leave or are completed in the register"
)
_COMPLETED = Text("Prosjekter som er ferdigstilt i registeret", "Projects that are completed in the register")
_CANDIDATES = Text("Prosjekter som er kandidater i registeret", "Projects that are candidates in the register")
_HANDED_IN = Text("Prosjekter i porteføljen som er meldt inn i runden", "Projects of the portfolio with a submission")
_MONEY = Text(
    "Summen av kildene når minst én gir et beløp og alle kan leses, ellers summen som er meldt; en justering går foran",
    "The sum of the sources when at least one gives an amount and all can be read, otherwise the total as stated; "
    "an adjustment replaces both",
)
_FINANCING = Text(
    "Summen av periodene i finansieringen som har et beløp", "The sum of the periods of the financing with an amount"
)
_NOT_HANDED_IN = Text("Prosjekter i porteføljen uten innmelding", "Projects of the portfolio without a submission")
_ANSWER = Text("Som meldt; en justering går foran", "As submitted; an adjustment replaces it")
_REGISTER = Text("Som i registeret", "As in the register")
PERIOD_FACTS = dict(zip(PERIODS, ("earlier", "previous", "budget", "next", "later"), strict=True))
_COSTS = ("total_cost", "foundation_cost", "operating_cost")


def project_facts(found: Summary, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about all projects, about each one, and about their money together."""
    moved = found.movements
    handed_in = tuple(each for each in found.projects if origins.members[each.id].entry)
    yield from _some("projects", found.projects, rule=_COUNTED, origins=origins)
    yield from _some("projects.active", found.active, rule=_ACTIVE, origins=origins)
    yield from _some("projects.new", _projects(moved.new), rule=_NEW, origins=origins)
    yield from _some("projects.paused", _projects(moved.paused), rule=_PAUSED, origins=origins)
    yield from _some("projects.leaving", _projects(moved.leaving), rule=_LEAVING, origins=origins)
    yield from _some("projects.completed", _projects(moved.completed), rule=_COMPLETED, origins=origins)
    yield from _some("projects.candidates", _projects(moved.candidates), rule=_CANDIDATES, origins=origins)
    yield from _some("projects.handed_in", handed_in, rule=_HANDED_IN, origins=origins)
    absent = tuple(each for each in found.projects if not origins.members[each.id].entry)
    yield from _some("projects.not_handed_in", absent, rule=_NOT_HANDED_IN, origins=origins)
    for each in found.everyone.values():
        yield from _one(each, origins.members[each.id])
    yield from sum_facts("budget", found.budget, projects=found.projects, words=_TOTAL, origins=origins)


def _some(name: str, projects: tuple[Listed, ...], *, rule: Text, origins: Origins) -> Iterator[Fact]:
    sources = origins.registered(projects, "state")
    yield Fact(f"{name}.count", len(projects), Unit.COUNT, rule, sources)
    _, _, sort = name.partition(".")
    if sort:
        names = tuple(each.name for each in projects)
        yield Fact(f"projects.names.{sort}", names, Unit.NAMES, rule, origins.registered(projects, "name"))


def _projects(moved: tuple[Movement, ...]) -> tuple[Listed, ...]:
    return tuple(each.project for each in moved)


def _one(project: Listed, member: Member) -> Iterator[Fact]:
    named = f"project.{project.id}"
    for field in ("name", "responsible", "state"):
        known = Known(getattr(project, field), member.registered(field))
        yield _word(f"{named}.{field}", known, field=field_of(RegisterProject, field), rule=_REGISTER)
    yield _word(f"{named}.area", member.area, field=field_of(Project, "focus_area"), rule=_ANSWER)
    yield _word(f"{named}.status", member.status, field=field_of(Project, "status"), rule=_ANSWER)
    yield _word(f"{named}.risk", member.risk, field=field_of(Project, "risk"), rule=_ANSWER)
    for field in ("phase", "ends"):
        yield _word(f"{named}.{field}", member.known(field), field=field_of(Project, field), rule=_ANSWER)
    for field in _COSTS:
        cost = member.known(field)
        yield Fact(f"{named}.{field}", cost.value, Unit.TKR, _ANSWER, cost.sources)
    for period, short in PERIOD_FACTS.items():
        money = member.amount(period)
        yield Fact(f"{named}.{short}", money.value, Unit.TKR, _MONEY, money.sources)
    whole = member.together(PERIODS)
    yield Fact(f"{named}.financing", whole.value, Unit.TKR, _FINANCING, whole.sources)


def _word(name: str, known: Known[Any], *, field: Field, rule: Text) -> Fact:
    value = known.value
    words = None if value is None else Text(*(field.one.format(value, lang) for lang in Lang))
    return Fact(name, words, Unit.TEXT, rule, known.sources)
