"""Worlds invented: hypothesis draws what sort of rounds they are, and a chance of that number fills them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.worlds.world import (
    ACTIVE,
    AREAS,
    CANDIDATE,
    COMPLETED,
    GREEN,
    LEAVING,
    NEW,
    ORGANISATIONS,
    PAUSED,
    RATINGS,
    RED,
    STATES,
    YELLOW,
    Adjustment,
    Delivery,
    Month,
    Need,
    Project,
    World,
)

FIRST_YEAR = 2021
MONTHS = ((4, 16), (9, 17), (1, 14))  # the rounds of a year: April, September, and January after it
_THINGS = ("Journal", "Logg", "Kurve", "Førerett", "Register", "Team", "Innsyn", "Institusjon", "Henvisning", "Resept")
_SORTS = ("", " for barn", " i sykehus", " i kommuner", " på avstand", " for fastleger", " 2", " og arkiv")
_NEEDED = ("Norsk helsenett", "EPJ-leverandørene", "Kommunene", "Datatilsynet", "Helseplattformen", "HOD")
_DELIVERED = ("Pilot i Bergen", "Løsning i drift", "Konseptvalg", "Opplæring", "Anskaffelse", "Sluttrapport")
_LEVELS = ("Høy", "Middels", "Lav")
_PHASES = ("Idé", "Konsept", "Planlegging", "Gjennomføring", "Avslutning", "Realisering")
# What a sort may be, the likelier the oftener it stands here. Most rounds are small: there the sentences are hardest.
_CHOICES: Mapping[str, Sequence[Any]] = {
    "size": (0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12),
    "states": (
        (ACTIVE,),
        (ACTIVE,),
        (PAUSED,),
        (CANDIDATE,),
        (LEAVING, COMPLETED),
        (NEW,),
        (ACTIVE, ACTIVE, ACTIVE, PAUSED),
        (ACTIVE, NEW),
        STATES,
        (*(ACTIVE,) * 8, *STATES),
        (*(ACTIVE,) * 8, *STATES),
    ),
    "ratings": (
        (None,),
        (RED,),
        (YELLOW,),
        (GREEN,),
        (GREEN, GREEN, GREEN, RED),
        RATINGS,
        RATINGS,
        (*RATINGS, None),
        (None, GREEN),
    ),
    "money": ("none", "zero", "equal", "some", "some", "plenty", "plenty", "plenty", "huge"),
    "details": range(5),
    "earlier": (0, 0, 1, 1, 2),
    "moves": ("none", "few", "worse", "better", "many"),
    "joining": range(4),
    "is_new_year": (False, True),
    "late": (False, True),
    "adjusted": range(4),
    "history": (False, True),
    "place": range(3),
    "silent": (False, False, False, True),
}
LARGE = (20, 33, 45, 60)


@dataclass(frozen=True, slots=True)
class Sort:
    """What sort of rounds a world has; a test that fails is told by this, so each part of it is small and plain."""

    number: int
    size: int = 1
    states: tuple[str, ...] = (ACTIVE,)
    ratings: tuple[str | None, ...] = RATINGS
    money: str = "plenty"
    details: int = 4
    earlier: int = 0
    moves: str = "none"
    joining: int = 0
    is_new_year: bool = False
    late: bool = False
    adjusted: int = 0
    history: bool = False
    place: int = 1
    silent: bool = False


def sorts() -> st.SearchStrategy[Sort]:
    """Return the strategy of sorts of rounds."""
    chosen = {name: st.sampled_from(choices) for name, choices in _CHOICES.items()}
    return st.builds(Sort, number=st.integers(0, 2**32 - 1), **chosen)


def sort_of(number: int) -> Sort:
    """Return the sort of a number; one in twenty is a large round."""
    chance = Random(number)
    sort = Sort(number, **{name: chance.choice(choices) for name, choices in _CHOICES.items()})
    return replace(sort, size=chance.choice(LARGE)) if number % 20 == 19 else sort


def invented(sort: Sort) -> World:
    """Return the world of a sort, the same every time."""
    chance = Random(sort.number)
    place = sort.place
    found = _first(sort, chance, place)
    for _ in range(sort.earlier):
        place += 1
        found = _next(found, sort, chance, place=place)
    return _furnished(found, sort, chance)


def _first(sort: Sort, chance: Random, place: int) -> World:
    round_id, cutoff = _dated(place)
    actors = tuple(each for each in ORGANISATIONS if each.actor)[: chance.randint(1, 6)]
    world = World(id=round_id, cutoff=cutoff, budget_year=cutoff.year, actors=actors)
    projects = tuple(_project(number, sort, chance, world=world) for number in range(1, sort.size + 1))
    return replace(world, projects=_needing(projects, chance, world))


def _dated(place: int) -> tuple[str, date]:
    month, day = MONTHS[place % 3]
    year = FIRST_YEAR + place // 3 + (month == 1)
    return f"{year}-{month:02}", date(year, month, day)


def _project(number: int, sort: Sort, chance: Random, *, world: World) -> Project:
    owner = chance.choice((*world.actors, ORGANISATIONS[-1])) if chance.random() < 0.9 else ORGANISATIONS[-1]
    sender = owner.actor if owner in world.actors else world.actors[0].actor
    area = chance.choice((*AREAS, None)) if chance.random() < 0.8 else None
    full = sort.details
    return Project(
        id=str(number * 3 + 7),
        name=f"{_THINGS[number % len(_THINGS)]}{_SORTS[number // len(_THINGS) % len(_SORTS)]}",
        responsible=owner.name,
        state=chance.choice(sort.states),
        sender=sender if chance.random() < 0.9 else "",
        registered_area=chance.choice((area, None, "1.1")),
        area=area,
        status=chance.choice(sort.ratings),
        risk=chance.choice(sort.ratings),
        money=_money(sort.money, chance, world.budget_year),
        total_cost=chance.choice((None, 500, 24_000, 138_000)) if full else None,
        ends=_month(chance, world) if full else None,
        phase=chance.choice(_PHASES) if full else "",
        phase_ends=_month(chance, world) if full > 2 else None,
        relevance=_relevance(chance) if full > 1 else {},
        deliverables=tuple(_delivery(chance, world, each) for each in range(_many(chance, full))),
        others=_others(chance, full, world),
        lists=_lists(chance, full, world),
        of_register=_of_register(chance, full),
    )


def _needing(projects: tuple[Project, ...], chance: Random, world: World) -> tuple[Project, ...]:
    """Return projects with what they depend on, each other among it."""
    found = []
    for each in projects:
        others = [other for other in projects if other.id != each.id]
        rows = [_need(chance, world, others) for _ in range(len(each.deliverables) and chance.randint(0, 3))]
        found.append(replace(each, needs=tuple(rows)))
    return tuple(found)


def _need(chance: Random, world: World, others: Sequence[Project]) -> Need:
    on, project = chance.choice(_NEEDED), ""
    if others and chance.random() < 0.4:
        other = chance.choice(others)
        on, project = other.name, other.id if world.id > "2021-04" else ""
    due = _month(chance, world)
    return Need(on, chance.choice(("", *_LEVELS)), due, chance.choice(("", *RATINGS)), project, chance.choice("12345"))


def _delivery(chance: Random, world: World, place: int) -> Delivery:
    state = chance.choice(("", "", "Planlagt", "Levert", "Utsatt", "Utgår")) if world.id > "2021-04" else ""
    return Delivery(f"{_DELIVERED[place]}", _month(chance, world), state)


def _many(chance: Random, full: int) -> int:
    return chance.randint(0, min(full, len(_DELIVERED))) if full else 0


def _month(chance: Random, world: World) -> Month | None:
    if chance.random() < 0.15:
        return None
    return world.cutoff.year + chance.choice((-1, 0, 0, 0, 1, 1, 2, 4)), chance.randint(1, 12)


def _relevance(chance: Random) -> Mapping[str, str]:
    return {each: chance.choice("HML") for each in AREAS if chance.random() < 0.4}


def _money(sort: str, chance: Random, year: int) -> Mapping[int, int | None]:
    def amount() -> int | None:
        if sort == "none" or (sort == "some" and chance.random() < 0.5):
            return None
        scale = {"zero": 0, "equal": 12_000, "huge": chance.randint(0, 9) * 1_000_000}
        return scale.get(sort, chance.randint(0, 400) * 250)

    return {year - 1: amount(), year: amount(), year + 1: amount()}


def _others(chance: Random, full: int, world: World) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if full > 1:
        found |= {"purpose": "Bedre samhandling for pasientene.", "project_model": chance.choice(("Ja", "Nei"))}
        found |= {"operating_cost": chance.choice(("", "2", "0", "4,5")), "business_case": chance.choice(("Ja", "Nei"))}
    if full > 2 and world.id > "2021-04":
        answers = ("Ja", "Delvis", "Nei", "")
        found |= {"criterion_digital": chance.choice(answers), "criterion_coordination": chance.choice(answers)}
        found |= {"segment": chance.choice(("", "Samstyre", "Koordinere", "Observere", "Informere"))}
        if chance.random() < 0.3:
            found |= {"first_ends": "12.2020", "first_total_cost": chance.choice(("20", "24"))}
    return {name: text for name, text in found.items() if text}


def _lists(chance: Random, full: int, world: World) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    if full < 3 or world.id <= "2021-04" or chance.random() < 0.5:
        return {}
    solution = {"solution": chance.choice(("Kjernejournal", "Helsenorge", "E-resept")), "operating_cost": "1,5"}
    solution |= {"from_year": str(world.budget_year + 1), "consulted": chance.choice(("Ja", "Nei"))}
    activity = {"activity": "Innføring i første region", "planned": f"06.{world.budget_year + 1}"}
    return {"solutions": (solution,), "roadmap": (activity,)}


def _of_register(chance: Random, full: int) -> Mapping[str, str]:
    if full < 2 or chance.random() < 0.6:
        return {}
    steps = {"next_steps": "Følges opp i linjen.", "description": "Ett nytt tiltak.", "result": "Løsningen er i bruk."}
    others = {"on_time": chance.choice(("Ja", "Nei")), "paused_until": "høsten"}
    return {**steps, **others, "segment": chance.choice(("Samstyre", "Koordinere", "Observere", "Informere"))}


def _next(before: World, sort: Sort, chance: Random, *, place: int) -> World:
    """Return the round after another one."""
    round_id, cutoff = _dated(place)
    year = cutoff.year if sort.is_new_year else before.budget_year
    world = replace(before, id=round_id, cutoff=cutoff, budget_year=year, before=before, adjustments=(), late=())
    kept = [_moved(each, sort, chance, world=world) for each in before.projects]
    if sort.joining and kept and chance.random() < 0.5:
        kept.pop(chance.randrange(len(kept)))
    first = len(before.projects) + 20 * place
    new = [replace(_project(first + each, sort, chance, world=world), state=NEW) for each in range(sort.joining)]
    return replace(world, projects=(*kept, *_needing(tuple(new), chance, world)))


def _moved(project: Project, sort: Sort, chance: Random, *, world: World) -> Project:
    """Return a project as it stands a round later."""
    if project.state in (LEAVING, COMPLETED):
        return replace(project, sender="")
    likely = {"none": 0.0, "few": 0.15}.get(sort.moves, 0.6)
    money = {**_money(sort.money, chance, world.budget_year), **project.money} if sort.is_new_year else project.money
    found = replace(project, money=money)
    if project.state == NEW:
        found = replace(found, state=ACTIVE)
    changes: dict[str, Any] = {
        "status": _worse(project.status, sort.moves, chance),
        "risk": _worse(project.risk, sort.moves, chance),
        "money": _money(sort.money, chance, world.budget_year),
        "ends": _month(chance, world) if project.ends else None,
        "total_cost": chance.choice((None, 600, 24_000, 150_000)) if project.total_cost else None,
        "state": chance.choice((PAUSED, LEAVING, COMPLETED, ACTIVE, ACTIVE)) if sort.joining else found.state,
        "area": chance.choice(tuple(AREAS)),
        "deliverables": tuple(_postponed(each, chance) for each in project.deliverables),
    }
    return replace(found, **{name: value for name, value in changes.items() if chance.random() < likely})


def _worse(rating: str | None, moves: str, chance: Random) -> str | None:
    if rating is None or moves not in ("worse", "better"):
        return chance.choice((*RATINGS, None))
    place = RATINGS.index(rating) + (-1 if moves == "worse" else 1)
    return RATINGS[max(0, min(place, 2))]


def _postponed(each: Delivery, chance: Random) -> Delivery:
    if each.planned is None or chance.random() < 0.5:
        return each
    return replace(each, planned=(each.planned[0] + chance.choice((0, 1)), chance.randint(1, 12)))


def _furnished(world: World, sort: Sort, chance: Random) -> World:
    """Return a world with what the office and time put on top: adjustments, late and silent actors, a history."""
    found = world
    if sort.silent and world.actors:
        found = replace(found, silent=frozenset({chance.choice(world.actors).actor}))
    if sort.late and world.before and world.actors:
        actor = chance.choice(world.actors).actor
        if any(each.sender == actor for each in world.before.projects):
            found = replace(found, late=(actor,), silent=found.silent | {actor})
    fields = (("status", RED), ("risk", GREEN), ("budget_year", "7,5"), ("next_year", "0"), ("focus_area", "5.1"))
    listed = [each for each in world.projects if each.is_sent]
    chosen = [Adjustment(chance.choice(listed).id, *chance.choice(fields)) for _ in range(sort.adjusted) if listed]
    one_each = {(each.project, each.field): each for each in chosen}
    found = replace(found, adjustments=tuple(one_each.values()))
    return replace(found, sheets={"key_figures": _history(chance)} if sort.history else {})


def _history(chance: Random) -> tuple[Mapping[str, str], ...]:
    values = {"projects.count": chance.randint(1, 60), "budget.total": chance.randint(1, 2000)}
    low = chance.randint(0, 40)
    values |= {"status.red.share": low, "status.yellow.share": 60, "status.green.share": 40 - low}
    values |= {"risk.red.share": 10, "risk.yellow.share": chance.randint(0, 90)}
    return tuple(
        {"round": round_id, "name": name, "value": str(value)}
        for round_id in ("2020-09", "2021-01")
        for name, value in values.items()
    )
