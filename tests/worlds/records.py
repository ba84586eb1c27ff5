"""A world as it is handed in: the texts of workbooks and register, and the portfolio that is collected from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ehport.form.actor import Actor
from ehport.form.register import Register
from ehport.model.portfolio import Portfolio, collect
from ehport.model.remembering import remember
from ehport.model.round import AskedActor, Publication, Round
from ehport.model.submission import Entry, Submission
from tests.builders import ACTOR_SHEET, entry_of, project_of
from tests.worlds.world import AREAS, ORGANISATIONS, STRATEGY, Delivery, Month, Need, Organisation, Project, World


def typed_amount(amount: int | None) -> str:
    """Return thousand kroner as an actor types them, in millions."""
    return "" if amount is None else f"{amount / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")


def typed_month(when: Month | None) -> str:
    """Return a month as it is typed."""
    return f"{when[1]:02}.{when[0]}" if when else ""


def round_of(world: World, home: Path) -> Round:
    """Return the round as its ``round.toml`` would say it."""
    return Round(
        folder=home / world.id,
        id=world.id,
        title="Nasjonal e-helseportefølje",
        cutoff=world.cutoff,
        published=f"{world.cutoff.year}-{world.cutoff.month + 1:02}",
        budget_year=world.budget_year,
        previous=world.before.id if world.before else _listed_before(world),
        form="1",
        publication=Publication(publisher="Direktoratet for e-helse"),
        strategic_areas=STRATEGY,
        focus_areas=AREAS,
        actors=tuple(AskedActor(each.actor, each.name) for each in world.actors),
    )


def record_of(project: Project, world: World) -> dict[str, Any]:
    """Return a project's answers as texts, in the shape of a record that fills a workbook."""
    asked = range(world.budget_year - 1, world.budget_year + 2)
    amounts = {str(year): typed_amount(project.money[year]) for year in asked if project.money.get(year) is not None}
    given = {
        "id": project.id,
        "name": project.name,
        "responsible": project.responsible,
        "revised": f"{world.cutoff.month:02}.{world.cutoff.year}",
        "focus_area": project.area or "",
        "status": project.status or "",
        "risk": project.risk or "",
        "phase": project.phase,
        "phase_ends": typed_month(project.phase_ends),
        "ends": typed_month(project.ends),
        "total_cost": typed_amount(project.total_cost),
        **project.others,
    }
    lists = {
        "relevance": dict(project.relevance),
        "deliverables": [_delivery(each) for each in project.deliverables],
        "dependencies": [_need(each) for each in project.needs],
        "financing": [{"source": "Eieren", "amounts": amounts}] if amounts else [],
        "financing_total": amounts,
        **{name: [dict(row) for row in rows] for name, rows in project.lists.items()},
    }
    return {name: each for name, each in {**given, **lists}.items() if each}


def register_of(world: World) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the register by sheet."""
    projects = [
        {
            "id": each.id,
            "name": each.name,
            "responsible": each.responsible,
            "area": each.registered_area or "",
            "state": each.state,
            **each.of_register,
        }
        for each in world.projects
    ]
    adjustments = [
        {
            "project": each.project,
            "field": each.field,
            "value": each.value,
            "reason": "Rettet etter avtale.",
            "agreed_with": each.agreed_with,
            "date": f"{world.cutoff:%d.%m.%Y}",
        }
        for each in world.adjustments
    ]
    organisations = [_organisation(each) for each in ORGANISATIONS]
    others = {name: [dict(row) for row in rows] for name, rows in world.sheets.items()}
    return {"projects": projects, "adjustments": adjustments, "organisations": organisations, **others}


def portfolio_of(world: World, home: Path) -> Portfolio:
    """Return the portfolio of a world, which knows the rounds before it."""
    found = _collected(world, home)
    if world.before is None:
        return found
    earlier = portfolio_of(world.before, home)
    memories = (*earlier.memories, remember(earlier))
    return replace(
        found,
        previous=earlier if earlier.members else None,
        memories=tuple(each for each in memories if each.projects),
    )


def _collected(world: World, home: Path) -> Portfolio:
    register: Entry[Register] = entry_of(
        Register, {}, {name: tuple(rows) for name, rows in register_of(world).items()}, ""
    )
    round_ = round_of(world, home)
    sent = [_submission(each, world, round_) for each in world.actors if each.actor not in world.silent]
    return collect(round_, register, sent)[0]


def _submission(actor: Organisation, world: World, round_: Round) -> Submission:
    own = [each for each in world.projects if each.sender == actor.actor]
    answers = {"id": actor.actor, "name": actor.name}
    if not own:
        answers["nothing_to_report"] = "Ja"
    projects = tuple(project_of(record_of(each, world), world.budget_year) for each in own)
    entry = entry_of(Actor, answers, {}, ACTOR_SHEET)
    return Submission(round_.folder / f"{actor.actor}.xlsx", world.id, entry, projects)


def _listed_before(world: World) -> str:
    """Return the round that only the register's history tells of."""
    return max((row["round"] for row in world.sheets.get("key_figures", ())), default="")


def _organisation(each: Organisation) -> dict[str, str]:
    return {"name": each.name, "short_name": each.short, "group": each.group, "actor": each.actor}


def _delivery(each: Delivery) -> Mapping[str, str]:
    return _given({"name": each.name, "planned": typed_month(each.planned), "state": each.state})


def _need(each: Need) -> Mapping[str, str]:
    row = {"on": each.on, "project": each.project, "category": each.category, "criticality": each.criticality}
    return _given({**row, "due": typed_month(each.due), "status": each.status})


def _given(row: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in row.items() if text}
