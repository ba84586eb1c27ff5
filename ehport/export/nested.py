"""The open data as one JSON document: every project with its own rows, then the round's figures and facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ehport.analysis.trace import trace
from ehport.export.published import Published
from ehport.export.table import ID, PROJECT, PROJECTS, ExportTable
from ehport.export.trace_table import exact
from ehport.figures.figure import Figure
from ehport.lang.language import Text
from ehport.model.licence import LICENCE

FILE = "portfolio.json"
_OF_A_CELL = ("file", "sheet", "cell", "text", "value", "adjustment")

SHAPE = (
    (
        "round",
        Text(
            "Runden: nummer, tittel, dato, budsjettår og lisens.", "The round: id, title, day, budget year and licence."
        ),
    ),
    (
        "projects",
        Text(
            "Ett objekt per prosjekt, med kolonnene i projects.csv og en liste for hver av tabellene som har "
            "project_id.",
            "One object a project, with the columns of projects.csv and a list for each of the tables that have "
            "project_id.",
        ),
    ),
    (
        "figures",
        Text(
            "Hver figur ved navn, med overskrift, mål og rader.",
            "Each figure by name, with headline, measure and rows.",
        ),
    ),
    (
        "facts",
        Text(
            "Hvert tall ved navn, som i trace.csv, med cellene det kommer fra.",
            "Each number by name, as in trace.csv, with the cells it comes from.",
        ),
    ),
    (
        "exits",
        Text("Radene i exits.csv; ingen når det ikke er noen.", "The rows of exits.csv; none when there are none."),
    ),
    ("focus_areas", Text("Radene i focus_areas.csv.", "The rows of focus_areas.csv.")),
    ("vocabularies", Text("Radene i vocabularies.csv.", "The rows of vocabularies.csv.")),
)


def as_json(published: Published, tables: Iterable[ExportTable]) -> bytes:
    """Return the open data as a JSON document; missing values are ``null``, and texts are exactly as they are."""
    by_name = {each.name: each for each in tables}
    document = {
        "round": _round(published),
        "projects": _projects(by_name),
        "figures": {each.name: _figure(each) for each in published.figures.values()},
        "facts": {name: _fact(published, name) for name in published.facts},
        "exits": list(by_name["exits"].records()) if "exits" in by_name else [],
        "focus_areas": list(by_name["focus_areas"].records()),
        "vocabularies": list(by_name["vocabularies"].records()),
    }
    return f"{json.dumps(document, ensure_ascii=False, default=str)}\n".encode()


def _round(published: Published) -> dict[str, Any]:
    round_ = published.portfolio.round
    return {
        "id": round_.id,
        "title": round_.title,
        "cutoff": round_.cutoff,
        "published": round_.published,
        "budget_year": round_.budget_year,
        "previous": round_.previous or None,
        "licence": LICENCE.name,
    }


def _projects(tables: Mapping[str, ExportTable]) -> list[dict[str, Any]]:
    found: dict[Any, dict[str, Any]] = {each[ID]: dict(each) for each in tables[PROJECTS].records()}
    for table in tables.values():
        if not table.belongs_to_projects:
            continue
        for project in found.values():
            project[table.name] = []
        for record in table.records():
            found[record.pop(PROJECT)][table.name].append(record)
    return list(found.values())


def _figure(figure: Figure) -> dict[str, Any]:
    values = figure.data.values
    rows = [dict(zip(values.names, row, strict=True)) for row in values.rows]
    return {"headline": figure.headline, "subtitle": figure.subtitle, "rows": rows}


def _fact(published: Published, name: str) -> dict[str, Any]:
    fact, lang = published.facts[name], published.lang
    rows = trace(published.facts, name, lang) if fact.sources else ()
    return {
        "printed": list(published.printed.get(name, ())),
        "exact": exact(fact, lang) or None,
        "unit": fact.unit.value,
        "rule": fact.rule[lang],
        "cells": [{each: getattr(row, each) or None for each in _OF_A_CELL} for row in rows],
    }
