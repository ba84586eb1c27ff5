"""A comparison as JSON for programs, in a shape that does not change.

The shape is ``{"before", "now", "changes", "transitions", "bridge", "slips", "unexplained", "notes"}``. Every key of
a record is always there; what is not known is an empty text, an empty list or null. Amounts are thousand kroner,
times months; values are written as in the report's data.

- ``before`` and ``now``: ``{"name", "round", "cutoff", "budget_year"}``.
- ``changes``, the heaviest first: ``{"project", "name", "kind", "event", "field", "label", "row", "before", "now",
  "difference", "unit", "others", "why", "alike"}``. ``kind`` is membership, rating, money, time, phase, scope or text.
  ``event`` of membership is entered, left, merged, split, spun_off, renumbered, namesake, unreported, reported, paused,
  resumed, moved (to another organisation), candidate, withdrawn or renamed; otherwise delivered, dropped, later,
  earlier, reopened, added, removed, renamed or changed.
  A side is ``{"typed", "value", "adjusted", "cells": [{"file", "sheet", "cell", "text"}]}``. ``unit`` is tkr, months
  or steps (of a rating; more is worse).
- ``transitions``: by ``status`` and ``risk``, ``[{"from", "to", "count", "projects", "budget_tkr", "missing",
  "budget_round"}]``, also those who stayed where they were.
- ``bridge``: ``{"before_tkr", "now_tkr", "year_before", "year_now", "steps": [{"step", "amount_tkr", "projects":
  [{"project", "amount_tkr", "before_tkr", "now_tkr"}]}]}``, with the steps new, gone, paused, resumed, joined, up,
  down, given, not_given, uncertain, adjusted and lapsed; null when workbooks or one project are compared, and
  ``transitions`` is then empty.
- ``slips``: ``{"project", "name", "field", "row", "times", "total", "unit", "since", "first", "last", "is_now",
  "baseline", "from_baseline"}``.
- ``unexplained``: ``{"project", "field", "reason", "text"}``, ratings that changed beside an unchanged reason.
- ``notes``: diagnostics as ``check --format json`` has them, of files that could not be read as they should.
"""

from __future__ import annotations

import json
from typing import Any

from ehport.changes.budget_bridge import Bridge
from ehport.changes.change import Change, Side
from ehport.changes.ratings import Transition
from ehport.changes.slips import Slip
from ehport.comparing.compare import Compared
from ehport.diagnostics.machine import record
from ehport.lang.language import Lang
from ehport.model.round import Round
from ehport.model.written import format_plain

Record = dict[str, Any]


def as_json(compared: Compared, lang: Lang) -> str:
    """Return a comparison as JSON text."""
    found = compared.found
    rounds = (found.before, found.now)
    told = {
        "before": _round(compared.names[0], found.before),
        "now": _round(compared.names[1], found.now),
        "changes": [_change(each, lang) for each in compared.changes],
        "transitions": {
            field: [_transition(each, rounds) for each in of.cells] for field, of in found.transitions.items()
        }
        if compared.of_portfolio
        else {},
        "bridge": _bridge(found.bridge) if compared.of_portfolio else None,
        "slips": [_slip(each) for each in found.slips],
        "unexplained": [
            {"project": each.change.project, "field": each.change.field, "reason": each.reason, "text": each.text}
            for each in found.unexplained
            if each.change in compared.changes
        ],
        "notes": [record(each, lang) for each in compared.notes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _round(name: str, round_: Round) -> Record:
    return {
        "name": name,
        "round": round_.id,
        "cutoff": round_.cutoff.isoformat(),
        "budget_year": round_.budget_year,
    }


def _change(change: Change, lang: Lang) -> Record:
    return {
        "project": change.project,
        "name": change.name,
        "kind": change.kind.name.lower(),
        "event": change.event.word,
        "field": change.field,
        "label": change.label[lang],
        "row": change.row,
        "before": _side(change.before),
        "now": _side(change.now),
        "difference": change.difference,
        "unit": change.unit,
        "others": list(change.others),
        "why": change.why,
        "alike": change.alike,
    }


def _side(side: Side) -> Record:
    cells = [{"file": each.file, "sheet": each.sheet, "cell": each.cell, "text": each.text} for each in side.sources]
    return {"typed": side.typed, "value": format_plain(side.value), "adjusted": side.adjusted, "cells": cells}


def _transition(found: Transition, rounds: tuple[Round, Round]) -> Record:
    return {
        "from": found.before.value,
        "to": found.now.value,
        "count": found.count,
        "projects": [each.project for each in found.projects],
        "budget_tkr": found.budget.amount,
        "missing": list(found.budget.missing),
        "budget_round": rounds[0 if found.is_of_before else 1].id,
    }


def _bridge(found: Bridge) -> Record:
    return {
        "before_tkr": found.before.amount,
        "now_tkr": found.now.amount,
        "year_before": found.year_before,
        "year_now": found.year_now,
        "steps": [
            {
                "step": step.step.word,
                "amount_tkr": step.amount,
                "projects": [
                    {
                        "project": each.project,
                        "amount_tkr": each.amount,
                        "before_tkr": each.before,
                        "now_tkr": each.now,
                    }
                    for each in step.projects
                ],
            }
            for step in found.steps
        ],
    }


def _slip(found: Slip) -> Record:
    return {
        "project": found.project,
        "name": found.name,
        "field": found.field,
        "row": found.row,
        "times": found.times,
        "total": found.total,
        "unit": "tkr" if found.is_money else "months",
        "since": found.first.round_id,
        "first": format_plain(found.first.value),
        "last": format_plain(found.last.value),
        "is_now": found.is_now,
        "baseline": format_plain(found.baseline),
        "from_baseline": found.from_baseline,
    }
